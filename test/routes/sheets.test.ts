import { expect, test } from 'vitest'
import { askedItems } from '../../app/protocol/instruments/asked'
import { batteryNow, itemsOf } from '../../app/protocol/instruments/battery'
import { orderOf } from '../../app/protocol/instruments/order'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { type Given, type Instrument, NO_ANSWER } from '../../app/protocol/study'
import { answersWith, fieldOf, noneOf, sameAnswers } from '../../app/routes/answer.$token/filled'
import { askedOf, type Question } from '../../app/routes/answer.$token/page-shown'
import { goOnAt, itemsOn, sheetsOf, sheetsWith } from '../../app/routes/answer.$token/sheets'

const codesOf = (items: readonly { code: string }[]) => items.map(({ code }) => code)
const askedAfter = (battery: readonly Instrument[], given: Given) => new Set(codesOf(askedItems(battery, given)))
const formOf = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

test.each(['T1', 'T2'])('every question of %s stands on one page, a part never over another, eight a page', (wave) => {
  const battery = batteryNow(werkalliantie, wave, 'supervisor')
  for (const seed of [1, 2 ** 31]) {
    const order = orderOf(battery, seed)
    const sheets = sheetsOf(battery, order)
    expect(codesOf(sheets.flatMap(itemsOn))).toEqual(order)
    for (const sheet of sheets) {
      expect(sheet[0]?.items.length).toBeLessThanOrEqual(8)
      expect(sheet.slice(1).every(({ items }) => items.length <= 2)).toBe(true)
    }
  }
})

test('a page nobody is asked anything of is passed over, and keeps its number', () => {
  const battery = batteryNow(werkalliantie, 'T1', 'supervisor')
  const sheets = sheetsOf(battery, orderOf(battery, 7))
  expect(sheetsWith(sheets, new Set(['gender', 'mark']))).toEqual([0, sheets.length - 1])
})

test('somebody goes on where they were, not at what they left open before', () => {
  const battery = batteryNow(werkalliantie, 'T1', 'supervisor')
  const sheets = sheetsOf(battery, orderOf(battery, 7))
  const at = (given: Given) => goOnAt(sheets, askedAfter(battery, given), given)
  expect(at({})).toBe(0)
  expect(at({ gender: 1 })).toBe(0)
  expect(at({ age_band: 1, court_case: 0 })).toBe(1)
  const first = Object.fromEntries(codesOf(itemsOn(sheets[0] ?? [])).map((code) => [code, NO_ANSWER] as const))
  expect(at(first)).toBe(1)
  expect(at(Object.fromEntries(codesOf(itemsOf(battery)).map((code) => [code, NO_ANSWER] as const)))).toBeNull()
  // the last question of all was answered, something before it is open: that is for the end
  expect(
    at({ mark: 7, ...Object.fromEntries(codesOf(itemsOn(sheets.at(-1) ?? [])).map((code) => [code, 7] as const)) }),
  ).toBeNull()
})

test('a page says of its own questions alone: an answer, none in so many words, or left open', () => {
  const items = ['kept', 'changed', 'emptied', 'none', 'ticked'].map((code) => ({ code, min: 0, max: 60 }))
  const before = { elsewhere: 3, kept: 1, changed: 1, emptied: 1 }
  const sent = {
    [fieldOf('kept')]: '1',
    [fieldOf('changed')]: '2',
    [fieldOf('emptied')]: '',
    [fieldOf('none')]: NO_ANSWER,
  }
  const { given, mistakes } = answersWith(
    formOf({ ...sent, [fieldOf('ticked')]: '12', [noneOf('ticked')]: NO_ANSWER }),
    items,
    before,
  )
  expect([given, mistakes]).toEqual([{ elsewhere: 3, kept: 1, changed: 2, none: NO_ANSWER, ticked: NO_ANSWER }, {}])
  const wrong = answersWith(formOf({ ...sent, [fieldOf('kept')]: 'veel' }), items, before)
  expect(wrong.mistakes).toEqual({ [fieldOf('kept')]: { code: 'out_of_range', min: 0, max: 60 } })
})

test('answers are the same when each of them is', () => {
  expect(sameAnswers({ a: 1, b: NO_ANSWER }, { b: NO_ANSWER, a: 1 })).toBe(true)
  expect(sameAnswers({ a: 1 }, { a: 2 })).toBe(false)
  expect(sameAnswers({ a: 1 }, { b: 1 })).toBe(false)
  expect(sameAnswers({}, { a: 1 })).toBe(false)
})

test('on a page, what hangs on a question that is not asked itself is not asked', () => {
  const question = (code: string, on?: string): Question => ({
    code,
    text: code,
    options: [],
    min: 0,
    max: 1,
    ...(on && { askedWhen: [{ item: on, among: [1] }] }),
  })
  const page = [question('a'), question('b', 'a'), question('c', 'b'), question('d', 'before')]
  expect(codesOf(askedOf(page, { a: 1, b: 1 }))).toEqual(['a', 'b', 'c'])
  expect(codesOf(askedOf(page, { a: 0, b: 1, before: 1 }))).toEqual(['a', 'd'])
})
