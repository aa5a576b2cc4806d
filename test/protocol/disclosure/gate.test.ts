import { expect, test } from 'vitest'
import { disclosureOf, type Person } from '../../../app/protocol/disclosure/disclosure'
import { gate } from '../../../app/protocol/disclosure/gate'
import { identifiers, NO_NUMBERS } from './people'

const alike = (count: number, dropout: (at: number) => 'yes' | 'no', letter = 'a'): Person[] =>
  Array.from({ length: count }, (_, at) => ({
    values: { letter, years: 1, place: 'here' },
    numbers: NO_NUMBERS,
    outcomes: { dropout: dropout(at) },
  }))
const measured = (people: Person[]) => disclosureOf(identifiers, people, { outcomes: ['dropout'] })

test('five who are alike and differ in what came of them are safe; nobody at all is too', async () => {
  expect(gate(await measured(alike(5, (at) => (at === 0 ? 'yes' : 'no'))))).toEqual({ verdict: 'safe' })
  expect(gate(await measured([]))).toEqual({ verdict: 'safe' })
})

test('four who are alike are too few', async () => {
  const people = [...alike(5, (at) => (at === 0 ? 'yes' : 'no')), ...alike(4, (at) => (at === 0 ? 'yes' : 'no'), 'b')]
  expect(gate(await measured(people))).toEqual({
    verdict: 'blocked',
    objections: [{ code: 'too_few_alike', rows: 4, cells: 1, k: 5, smallest: 4 }],
    mistake: null,
  })
})

test('what came of everybody in a class is shown by it when it is yes; when it is no that is only counted', async () => {
  expect(gate(await measured(alike(9, () => 'yes')))).toMatchObject({
    objections: [{ code: 'outcome_shown', outcome: 'dropout', classes: 1, rows: 9 }],
  })
  const harmless = await measured(alike(9, () => 'no'))
  expect([gate(harmless).verdict, harmless.outcomes[0]?.same]).toEqual(['safe', 1])
})

test('a number that too few share is an objection of its own; what was measured before they were counted has none', async () => {
  const both = (at: number) => (at === 0 ? 'yes' : 'no')
  const people = alike(10, both).map((one, at) => ({
    ...one,
    numbers: { supervisor: [`s${at % 4}`], interviewer: ['i'] },
  }))
  const found = await measured(people)
  expect(gate(found)).toMatchObject({
    verdict: 'blocked',
    objections: [{ code: 'few_share', number: 'supervisor', numbers: 4, rows: 10, k: 5 }],
  })
  const { shared: _, ...before } = found
  expect(gate(before)).toEqual({ verdict: 'safe' })
})

test('a second person may answer for it, in so many words', async () => {
  const found = await measured(alike(3, () => 'no'))
  expect(gate(found, { reason: `  too short${' '.repeat(30)}` })).toMatchObject({
    verdict: 'blocked',
    mistake: 'too_short',
  })
  const reason = 'It stays on one computer of the faculty.'
  expect(gate(found, { reason: ` ${reason} ` })).toMatchObject({ verdict: 'overridden', reason })
  expect(gate(await measured([]), { reason })).toEqual({ verdict: 'safe' })
})
