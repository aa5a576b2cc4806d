import { expect, test } from 'vitest'
import {
  type Counted,
  compare,
  differing,
  parseMonth,
  remarkNeeded,
  statementState,
  wavesWithForm,
} from '../../app/protocol/reconciliation'
import { talkAid } from '../../app/protocol/studies/talk-aid'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'

const at = (month: string, location: string, count: number): Counted => ({ month, location, count })
const compared = (forms: Counted[], interviews: Counted[]) =>
  [...compare(forms, interviews)].map(([month, rows]) => [
    month,
    rows.map((row) => [row.location, row.forms, row.interviews, row.difference]),
  ])

test('nothing beside nothing is nothing', () => {
  expect(compared([], [])).toEqual([])
  expect(compared([at('2012-03', 'Utrecht', 0)], [at('2012-03', 'Utrecht', 0)])).toEqual([])
})

test('each side is found where only the other one is; months and locations come in order', () => {
  const forms = [at('2012-04', 'Utrecht', 2), at('2012-03', 'Zwolle', 1), at('2012-03', 'Utrecht', 5)]
  const interviews = [at('2012-03', 'Utrecht', 5), at('2012-03', 'Arnhem', 2), at('2012-04', 'Utrecht', 3)]
  expect(compared(forms, interviews)).toEqual([
    [
      '2012-03',
      [
        ['Arnhem', 0, 2, -2],
        ['Utrecht', 5, 5, 0],
        ['Zwolle', 1, 0, 1],
      ],
    ],
    ['2012-04', [['Utrecht', 2, 3, -1]]],
  ])
})

test('counts of the same place add up, those of unknown places among themselves', () => {
  const forms = [at('2012-03', '', 1), at('2012-03', '', 2), at('2012-03', 'Utrecht', 1)]
  expect(compared(forms, [at('2012-03', 'Utrecht', 4)])).toEqual([
    [
      '2012-03',
      [
        ['', 3, 0, 3],
        ['Utrecht', 1, 4, -3],
      ],
    ],
  ])
})

test('differences that cancel out are differences all the same', () => {
  const rows = compare([at('2012-03', 'Utrecht', 1)], [at('2012-03', 'Zwolle', 1)]).get('2012-03') ?? []
  expect(differing(rows).map(({ location }) => location)).toEqual(['Utrecht', 'Zwolle'])
  expect(statementState(rows, false)).toBe('differs')
  expect(statementState(rows, true)).toBe('signed_off')
  expect([remarkNeeded(rows, ''), remarkNeeded(rows, 'a form was left at the other place')]).toEqual([true, false])
  expect([statementState([], false), remarkNeeded([], '')]).toEqual(['matches', false])
})

test('a form is signed once: at the wave that nothing comes before', () => {
  expect(wavesWithForm(werkalliantie).map(({ name }) => name)).toEqual(['T1'])
  expect(wavesWithForm(talkAid).length).toBeGreaterThan(0)
  for (const { waves } of [werkalliantie, talkAid])
    for (const { name, needs } of waves)
      expect(wavesWithForm({ waves }).some((wave) => wave.name === name) || needs.length > 0, name).toBe(true)
})

test.each(['2012-13', '2012-00', '2012-3', '2012-03-01', '1812-03', 'march', '', '2012-03 ', "2012-03'"])(
  '%j is no month',
  (text) => expect(parseMonth(text)).toBeUndefined(),
)
test('a month is read', () => expect(parseMonth('2012-03')).toBe('2012-03'))
