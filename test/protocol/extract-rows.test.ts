import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../app/protocol/day'
import type { Extract, Mapping } from '../../app/protocol/extract/extract'
import { guessMapping } from '../../app/protocol/extract/guess'
import { tellsOfPast } from '../../app/protocol/extract/past'
import { readerOf } from '../../app/protocol/extract/reader'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'

const [register, replies, fieldwork] = werkalliantie.extracts as unknown as readonly [Extract, Extract, Extract]
const TODAY = day('2026-11-22')

const reading = (extract: Extract, header: readonly string[], other: Partial<Mapping> = {}) =>
  readerOf(extract, { ...guessMapping(extract, header, []).mapping, ...other }, header, TODAY)

/** A whole row of replies with other cells. */
const HEADER = ['supervision', 'replied_on', 'is_supervisor', 'contacts', 'next_contact_on', 'reason']
const row = (other: Record<string, string> = {}) => {
  const cells: Record<string, string> = { supervision: 'T1', replied_on: '2012-02-01', is_supervisor: 'yes', ...other }
  return HEADER.map((heading) => cells[heading] ?? '')
}
const read = (other: Record<string, string>, mapping: Partial<Mapping> = {}) => {
  const result = reading(replies, HEADER, mapping)(row(other))
  return result.ok ? result.value : `${result.refusal.code} ${result.refusal.field}`
}

describe('a row', () => {
  test('is read by field; what it does not say is null', () => {
    expect(read({})).toEqual({
      supervision_number: 'T1',
      replied_on: '2012-02-01',
      is_supervisor: 'yes',
      contacts: null,
      next_contact_on: null,
      reason: null,
    })
  })

  test.each([
    [{ supervision: '  ' }, 'required supervision'],
    [{ supervision: '\u00a0\u200b' }, 'required supervision'],
    [{ supervision: 'x'.repeat(41) }, 'too_long supervision'],
    [{ supervision: ' '.repeat(20_000) }, 'too_long supervision'],
    [{ supervision: '#N/A' }, 'cell_error supervision'],
    [{ supervision: '#N/B' }, 'cell_error supervision'],
    [{ replied_on: '31-02-2012' }, 'not_a_day replied_on'],
    [{ replied_on: '2012-13-01' }, 'not_a_day replied_on'],
    [{ replied_on: '1-2-12' }, 'not_a_day replied_on'],
    [{ replied_on: '1900-02-29' }, 'not_a_day replied_on'],
    [{ replied_on: '40940' }, 'not_a_day replied_on'],
    [{ replied_on: '1912-02-01' }, 'day_out_of_reach replied_on'],
    [{ replied_on: addDays(TODAY, 1) }, 'day_out_of_reach replied_on'],
    [{ next_contact_on: addDays(TODAY, 367) }, 'day_out_of_reach next_contact_on'],
    [{ contacts: 'twee' }, 'not_a_number contacts'],
    [{ contacts: '2,5' }, 'not_a_number contacts'],
    [{ contacts: '100' }, 'out_of_range contacts'],
    [{ contacts: '-1' }, 'out_of_range contacts'],
    [{ is_supervisor: 'misschien' }, 'unknown_value is_supervisor'],
    [{ is_supervisor: 'constructor' }, 'unknown_value is_supervisor'],
    [{ reason: 'no_such_reason' }, 'unknown_value reason'],
  ])('with %j refuses itself: %s', (other, says) => expect(read(other)).toBe(says))

  test.each([
    [{ replied_on: '1-2-2012' }, { replied_on: '2012-02-01' }],
    [{ replied_on: '01/02/2012 08:30' }, { replied_on: '2012-02-01' }],
    [{ replied_on: '2012-02-01T08:30:00' }, { replied_on: '2012-02-01' }],
    [{ replied_on: TODAY }, { replied_on: TODAY }],
    [{ next_contact_on: addDays(TODAY, 366) }, { next_contact_on: '2027-11-23' }],
    [{ supervision: '\u00a0 =1+1\t' }, { supervision_number: '=1+1' }],
    [{ supervision: "'-7" }, { supervision_number: '-7' }],
    [{ supervision: "'t Hoff" }, { supervision_number: "'t Hoff" }],
    [{ is_supervisor: 'NEE' }, { is_supervisor: 'no' }],
    [{ reason: 'Spreekt te weinig Nederlands' }, { reason: 'no_dutch' }],
    [{ contacts: '007' }, { contacts: 7 }],
  ])('with %j reads %j', (other, says) => expect(read(other)).toMatchObject(says))

  test('a word means what the mapping says before what the study says, and nothing when it says so', () => {
    const values = { is_supervisor: { ja: 'no' }, reason: { 'n.v.t.': '' } }
    expect(read({ is_supervisor: 'ja', reason: 'n.v.t.' }, { values })).toMatchObject({
      is_supervisor: 'no',
      reason: null,
    })
    expect(read({ is_supervisor: 'ja' }, { values: { is_supervisor: { ja: '' } } })).toBe('required is_supervisor')
    expect(read({ is_supervisor: 'ja' }, { values: { is_supervisor: { ja: 'gone' } } })).toBe(
      'unknown_value is_supervisor',
    )
  })

  test('days in the one order are not read in the other, when the mapping says which', () => {
    expect(read({ replied_on: '2012-02-01' }, { days: 'dmy' })).toBe('not_a_day replied_on')
    expect(read({ replied_on: '01-02-2012' }, { days: 'ymd' })).toBe('not_a_day replied_on')
  })

  test('what the register knows besides is read when there is a column for it', () => {
    const header = ['RISc 3', 'Delict', 'Leeftijd eerste politiecontact']
    const only: Extract = { ...register, fields: register.fields.filter((field) => !field.required) }
    const result = reading(only, header)(['12', 'diefstal met geweld', '14'])
    expect(result).toMatchObject({
      ok: true,
      value: { risc_3: 12, risc_4: null, offence: 'property_with_violence', first_police_contact: 14 },
    })
  })
})

describe('who interviewed', () => {
  const HEADS = ['supervision', 'on', 'event', 'interviewer']
  test.each([
    ['I07', 'I07'],
    ['12', '12'],
    ['Bakker1', 'not_a_code'],
    ['Jan de Vries', 'not_a_code'],
    ['Bakker', 'not_a_code'],
  ])('%s is read as %s: a code, and never a name', (cell, says) => {
    const result = reading(fieldwork, HEADS)(['T1', '2012-02-01', 'no_show', cell])
    expect(result.ok ? result.value.interviewer : result.refusal.code).toBe(says)
  })
})

test('a file tells of the past when no question of its newest day can be open any more', () => {
  const { inquiry } = werkalliantie
  expect(tellsOfPast(inquiry, addDays(TODAY, -inquiry.nonResponse), TODAY)).toBe(false)
  expect(tellsOfPast(inquiry, addDays(TODAY, -inquiry.nonResponse - 1), TODAY)).toBe(true)
})
