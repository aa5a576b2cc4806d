import type { StudyTx } from '../../platform/database'
import { type Day, fromColumn } from '../../protocol/day'
import type { Answered } from '../../protocol/instruments/asked'
import { cameTo } from './changes'
import type { Measured } from './measured'

/** One of two sets of answers between which somebody chooses. */
export type Side = {
  readonly answers: Answered
  readonly notes: Readonly<Record<string, string>>
  /** The code of an interviewer; null when nobody's stands there. */
  readonly by: string | null
  /** The day of which it tells. */
  readonly on: Day
  readonly complete: boolean
}

export type Sides = {
  readonly why: string
  readonly standing: Side
  readonly aside: Side
  /** The entries that wait, and wait no more once it is decided. */
  readonly waiting: readonly string[]
}

/**
 * Between what is chosen: what stands and the entry that lies aside; of a paper that was typed in twice the first typing
 * and the second. Null when the entry waits no more, or when its paper was typed in once.
 */
export async function sidesOf(tx: Pick<StudyTx, 'entry'>, measured: Measured, entryId: string): Promise<Sides | null> {
  const waiting = await tx.entry.findMany({
    where: { measurementId: measured.id, state: 'aside' },
    include: { answers: true, notes: true },
    orderBy: { id: 'asc' },
  })
  const entry = waiting.find(({ id }) => id === entryId)
  if (!entry) return null
  const aside = sideOf(entry)
  if (entry.why === 'second_entry') {
    const first = waiting.find(({ id, why }) => why === 'second_entry' && id < entryId)
    return first ? { why: entry.why, standing: sideOf(first), aside, waiting: [first.id, entryId] } : null
  }
  const last = await tx.entry.findFirst({
    where: { measurementId: measured.id, state: 'in' },
    orderBy: { version: 'desc' },
    select: { enteredBy: true, enteredOn: true },
  })
  const { answers, notes, completedOn, openedOn } = measured
  const on = completedOn ?? (last ? fromColumn(last.enteredOn) : openedOn)
  const standing = { answers, notes, by: last?.enteredBy ?? null, on, complete: completedOn !== null }
  return { why: entry.why ?? '', standing, aside, waiting: [entryId] }
}

type Waiting = {
  answers: { item: string; value: number | null; missing: string | null }[]
  notes: { item: string; text: string }[]
  enteredBy: string | null
  enteredOn: Date
  complete: boolean
}

const sideOf = ({ answers, notes, enteredBy, enteredOn, complete }: Waiting): Side => ({
  answers: cameTo([
    Object.fromEntries(
      answers.map(({ item, value, missing }) => [item, value ?? (missing as Answered[string] | null)]),
    ),
  ]),
  notes: Object.fromEntries(notes.map(({ item, text }) => [item, text])),
  by: enteredBy,
  on: fromColumn(enteredOn),
  complete,
})
