import type { StudyTx } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Day, fromColumn, toColumn } from '../../protocol/day'
import { brokenOffBy, mayGoOn } from '../../protocol/interview'
import type { Wave } from '../../protocol/study'

/** An interview as its row says when it was opened and broken off; one without a seed was not held in this system. */
type Row = {
  readonly id: string
  readonly openedOn: Date
  readonly completedOn: Date | null
  readonly brokenOffOn: Date | null
  readonly seed: number | null
}

/** The day on which an interview was broken off, also when it was left open (see `brokenOffBy`); null while it goes on. */
export async function brokenOff(tx: Pick<StudyTx, 'entry'>, row: Row, today: Day): Promise<Day | null> {
  const said = row.brokenOffOn && fromColumn(row.brokenOffOn)
  // of the past only the answers are missing: those come from a file
  if (said || row.completedOn || row.seed === null) return said
  const { _max: last } = await tx.entry.aggregate({
    where: { measurementId: row.id, state: 'in', way: 'interview' },
    _max: { enteredOn: true },
  })
  const lastOn = last.enteredOn && fromColumn(last.enteredOn)
  return brokenOffBy({ openedOn: fromColumn(row.openedOn), lastOn, brokenOffOn: null }, today)
}

/**
 * Whether an interview that was begun can be gone on with on a day, by its window or by the contacts (see `mayGoOn`): as many as
 * were counted there (null: nobody did), or as were told of before.
 */
export async function canGoOn(
  tx: Pick<StudyTx, 'waveWindow' | 'contactReport'>,
  { protocol }: StudyRef,
  { registrationId, contacts }: { readonly registrationId: string; readonly contacts: number | null },
  wave: Wave,
  on: Day,
): Promise<boolean> {
  const windows = await tx.waveWindow.findMany({ where: { registrationId }, orderBy: { opensOn: 'asc' } })
  const own = windows.find((one) => one.wave === wave.name)
  const next = windows.find((one) => one.wave !== wave.name)
  const told = await tx.contactReport.aggregate({
    where: { registrationId, reportedOn: { lte: toColumn(on) } },
    _max: { contacts: true },
  })
  const counted = [contacts, told._max.contacts].filter((one) => one !== null)
  const bounds = {
    closes: own ? fromColumn(own.closesOn) : null,
    next: next ? fromColumn(next.opensOn) : null,
    contacts: counted.length > 0 ? Math.max(...counted) : null,
  }
  return mayGoOn(protocol, wave, bounds, on)
}
