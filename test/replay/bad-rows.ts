import { addDays, day } from '../../app/protocol/day'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { waveNamed, windowOf } from '../../app/protocol/waves'
import { dayIn, type FileName, isoOf, numberIn, type Tables } from './small-cohort'

/** A word that stands in every cell of a bad row that takes words: where it shows up, a value has leaked. */
export const MARK = 'Vloekenstein'

type Cells = Record<string, string>
/** A row that must be refused alone: its cells, and the column and code under which it must be listed. */
export type BadRow = { readonly column: string; readonly code: string; readonly cells: Cells | 'short' | 'long' }

/** What is wrong in every file's own way: a wrong day, a value out of range or an unknown word, a needed cell empty. */
const UNREADABLE: Record<FileName, readonly (readonly [column: string, value: string, code: string])[]> = {
  'instroom.csv': [
    ['Registratiedatum', '31-11-2011', 'not_a_day'],
    ['Geboortedatum', '1980-02-03', 'not_a_day'],
    ['Toezichtniveau', '4', 'out_of_range'],
    ['Modaliteit', MARK, 'unknown_value'],
    ['Achternaam', ' ', 'required'],
    ['Toezichtnummer', '', 'required'],
  ],
  'replies.csv': [
    ['replied_on', '21-11-2011', 'not_a_day'],
    ['contacts', '100', 'out_of_range'],
    ['contacts', `3 ${MARK}`, 'not_a_number'],
    ['is_supervisor', MARK, 'unknown_value'],
    ['is_supervisor', '', 'required'],
  ],
  'fieldwork.csv': [
    ['on', '2012-02-30', 'not_a_day'],
    ['minutes', '0', 'out_of_range'],
    ['event', MARK, 'unknown_value'],
    ['on', '', 'required'],
  ],
  'consent.csv': [
    ['signed_on', '2012-13-01', 'not_a_day'],
    ['take_part', MARK, 'unknown_value'],
    ['phone', '', 'required'],
  ],
  ...answers('answers-t1-client.csv', []),
  ...answers('answers-t1-supervisor.csv', [['i25', '8', 'out_of_range']]),
  ...answers('answers-t2-client.csv', []),
  ...answers('answers-t2-supervisor.csv', [['did_not_appear', MARK, 'unknown_value']]),
  't2-not-held.csv': [
    ['on', '2012-6-12', 'not_a_day'],
    ['reason', '', 'required'],
  ],
  'uitstroom.csv': [
    ['on', MARK, 'not_a_day'],
    ['event', '', 'required'],
  ],
}

function answers<F extends FileName>(file: F, more: readonly (readonly [string, string, string])[]) {
  const bad = [
    ['on', '2012-00-10', 'not_a_day'],
    ['i01', '0', 'out_of_range'],
    ['i32', '3,5', 'not_a_number'],
    ['mark', '11', 'out_of_range'],
    ['supervision', '', 'required'],
    ...more,
  ] as const
  return { [file]: bad } as Record<F, typeof bad>
}

/** The year of the day on which a row is played, as somebody mistypes it: each would make a replay play for decades. */
const mistyped = (file: FileName) =>
  [
    ['0211', 'not_a_day'],
    ['1899', 'not_a_day'],
    ['1911', 'day_out_of_reach'],
    ['2024', 'day_out_of_reach'],
    ['2102', 'day_out_of_reach'],
  ].map(
    ([year, code]) => [dayIn(file), file === 'instroom.csv' ? `12-03-${year}` : `${year}-03-12`, code] as const,
  ) as [string, string, string][]

/** Rows that cannot be read, or are about nobody: each is one good row of the file with one thing wrong. */
export function unreadable(file: FileName, tables: Tables): BadRow[] {
  const { columns, rows } = tables[file]
  const marked = { ...rows[0], ...(columns.includes('Achternaam') && { Achternaam: MARK, Toezichthouder: MARK }) }
  const bad = [...UNREADABLE[file], ...mistyped(file)].map(([column, value, code]) => ({
    column,
    code,
    cells: { ...marked, [column]: value },
  }))
  const unknown = { column: 'supervision', code: 'unknown_supervision', cells: { ...marked, supervision: MARK } }
  const short = { column: '', code: 'wrong_number_of_columns', cells: 'short' } as const
  const long = { column: '', code: 'wrong_number_of_columns', cells: 'long' } as const
  return [...bad, ...(file === 'instroom.csv' ? [] : [unknown]), short, long]
}

const later = (on: string | undefined, days: number): string => addDays(day(on ?? ''), days)

const dutch = (on: string) => on.split('-').reverse().join('-')

/** The first row for which something holds. Throws when the cohort has none: then the test would test nothing. */
function first(rows: readonly Cells[], holds: (row: Cells) => boolean): Cells {
  const found = rows.find(holds)
  if (!found) throw new Error('this cohort has no such row')
  return found
}

/**
 * Rows that can be read and that the study refuses, made of the cohort's own: on the same day they are played before
 * the good row of their case, which must still be taken.
 */
export function refusedByRule(tables: Tables): Record<FileName, BadRow[]> {
  const rowsOf = (file: FileName) => tables[file].rows
  const has = (file: FileName, number: string | undefined) => rowsOf(file).some((row) => row[numberIn(file)] === number)
  const of = (file: FileName, number: string | undefined) =>
    first(rowsOf(file), (row) => row[numberIn(file)] === number)
  const held = first(
    rowsOf('fieldwork.csv'),
    (row) =>
      row.event === 'interviewed' &&
      has('answers-t2-client.csv', row.supervision) &&
      has('replies.csv', row.supervision) &&
      (of('replies.csv', row.supervision).replied_on ?? '') < (row.on ?? ''),
  )
  const number = held.supervision
  const silent = first(
    rowsOf('instroom.csv'),
    (row) => row.Status === 'Lopend' && !has('replies.csv', row.Toezichtnummer),
  )
  const unstarted = first(rowsOf('instroom.csv'), (row) => row['Startdatum toezicht'] === '')
  const unrated = first(
    rowsOf('fieldwork.csv'),
    (row) => row.event === 'interviewed' && !has('answers-t1-supervisor.csv', row.supervision),
  )
  const out = first(rowsOf('replies.csv'), (row) => !has('fieldwork.csv', row.supervision) && row.reason !== '')
  const lost = rowsOf('t2-not-held.csv')[0] ?? {}
  const window = windowOf(waveNamed(werkalliantie, 'T2'), day(held.on ?? ''))
  const reply = of('replies.csv', number)
  const t2 = of('answers-t2-client.csv', number)
  const registered = of('instroom.csv', number)
  const again = { ...registered, Registratiedatum: dutch(later(isoOf(registered.Registratiedatum ?? ''), 1)) }
  const ended = rowsOf('uitstroom.csv')[0] ?? {}
  const bad = (column: string, code: string, cells: Cells): BadRow => ({ column, code, cells })
  const noteOf = (cells: Cells) => ({ ...cells, interviewer: MARK })
  return {
    'instroom.csv': [
      bad('Clientnummer', 'other_client', { ...again, Clientnummer: unstarted.Clientnummer ?? '' }),
      bad('Personeelsnummer', 'other_supervisor', { ...again, Personeelsnummer: 'PN-0' }),
    ],
    'replies.csv': [
      bad('reason', 'unknown_reason', { ...reply, reason: MARK }),
      bad('next_contact_on', 'before_reply', { ...reply, next_contact_on: later(reply.replied_on, -1) }),
      bad('contacts', 'required', { ...reply, contacts: '' }),
      bad('supervision', 'already_replied', { ...reply, replied_on: later(reply.replied_on, 1) }),
      bad('replied_on', 'too_late', {
        ...reply,
        supervision: silent.Toezichtnummer ?? '',
        replied_on: later(isoOf(silent.Registratiedatum ?? ''), 22),
        next_contact_on: '',
      }),
    ],
    'fieldwork.csv': [
      bad('contacts', 'contacts_outside_rule', noteOf({ ...held, contacts: '5' })),
      bad('contacts', 'contacts_outside_rule', noteOf({ ...held, contacts: '1' })),
      bad('contacts', 'required', noteOf({ ...held, contacts: '' })),
      bad('supervision', 'no_consent', noteOf({ ...held, on: later(held.on, -1) })),
      bad('supervision', 'already_held', noteOf({ ...held, on: later(held.on, 1) })),
      bad('reason', 'unknown_reason', noteOf({ ...held, event: 'refused', reason: MARK })),
      bad('supervision', 'not_approached', noteOf({ ...held, supervision: out.supervision ?? '', event: 'no_show' })),
    ],
    'consent.csv': [
      bad('supervision', 'already_signed', { ...of('consent.csv', number), signed_on: later(held.on, 1) }),
    ],
    'answers-t1-client.csv': [
      bad('supervision', 'already_answered', { ...of('answers-t1-client.csv', number), on: later(held.on, 1) }),
      bad('supervision', 'no_consent', { ...of('answers-t1-client.csv', number), supervision: out.supervision ?? '' }),
    ],
    'answers-t1-supervisor.csv': [
      bad('on', 'too_late', {
        ...(rowsOf('answers-t1-supervisor.csv')[0] ?? {}),
        supervision: unrated.supervision ?? '',
        on: later(unrated.on, 22),
      }),
      bad('supervision', 'not_open', {
        ...(rowsOf('answers-t1-supervisor.csv')[0] ?? {}),
        supervision: unrated.supervision ?? '',
        on: later(unrated.on, -1),
      }),
    ],
    'answers-t2-client.csv': [
      bad('on', 'outside_window', { ...t2, on: later(window.opens, -1) }),
      bad('supervision', 'already_held', { ...t2, on: later(t2.on, 1) }),
      bad('supervision', 'lost_to_wave', { ...t2, supervision: lost.supervision ?? '', on: later(lost.on, 1) }),
    ],
    'answers-t2-supervisor.csv': [
      bad('supervision', 'not_open', {
        ...(rowsOf('answers-t2-supervisor.csv')[0] ?? {}),
        supervision: number ?? '',
        on: later(window.opens, -1),
      }),
    ],
    't2-not-held.csv': [
      bad('on', 'before_window', { ...lost, on: later(lost.on, -1) }),
      bad('reason', 'unknown_reason', { ...lost, reason: MARK }),
      bad('supervision', 'already_held', { ...lost, supervision: number ?? '', on: later(t2.on, 1) }),
    ],
    'uitstroom.csv': [
      bad('event', 'unknown_event', { ...ended, event: MARK }),
      bad('kind', 'unknown_kind', { ...ended, event: 'ended', kind: MARK }),
      bad('reason', 'unknown_reason', { ...ended, event: 'ended', kind: 'negative', reason: MARK }),
      bad('on', 'before_start', {
        ...ended,
        supervision: unstarted.Toezichtnummer ?? '',
        on: later(isoOf(unstarted.Registratiedatum ?? ''), 1),
      }),
    ],
  }
}
