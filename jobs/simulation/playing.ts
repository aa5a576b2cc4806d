import type { Occasion, StudyRef } from '../../app/platform/occasion'
import { addDays, type Day } from '../../app/protocol/day'
import type { Result } from '../../app/protocol/refusal'
import type { Desk } from '../desk'
import type { Agenda } from './agenda'
import type { Supervised, Supervisor } from './cast'

/** A simulation under way. */
export type Playing = {
  readonly desk: Desk
  readonly study: StudyRef
  readonly seed: number
  readonly agenda: Agenda
  readonly supervisors: readonly Supervisor[]
  /** Cases by the study's id of their registration. */
  readonly known: Map<string, Supervised>
  /** Rows that the register tells on a day. */
  readonly told: Map<Day, Set<Supervised>>
  /** How often a verb said no, by verb and code. */
  readonly refused: Map<string, number>
}

/** Acts of people who run the study: the seed is the file that tells of them, as the rows of a replay are. */
export const asStaff = ({ study }: Pick<Playing, 'study'>, today: Day): Occasion => ({ study, actor: 'import', today })
/** Acts of a supervisor, by personal link. */
export const asSupervisor = ({ study }: Playing, id: string, today: Day): Occasion => ({
  study,
  actor: `supervisor:${id}`,
  today,
})

/** Gives what a verb gave. When it said no that is counted: people try what cannot be (any more). */
export function tried<T>({ refused }: Pick<Playing, 'refused'>, verb: string, result: Result<T>): Result<T> {
  if (result.ok) return result
  const key = `${verb}: ${result.refusal.code}`
  refused.set(key, (refused.get(key) ?? 0) + 1)
  return result
}

/** Puts something on the agenda of a case, so many days from a day. */
export function later(
  playing: Playing,
  { lane }: Pick<Supervised, 'lane'>,
  today: Day,
  days: number,
  act: (on: Day) => Promise<unknown>,
): void {
  playing.agenda.add(addDays(today, days), lane, async (on) => {
    await act(on)
  })
}

/** The register tells of a case on a day: anew, or again. */
export function tells({ told }: Playing, on: Day, one: Supervised): void {
  const those = told.get(on) ?? new Set()
  told.set(on, those.add(one))
}

/** The ids of a case that was registered. */
export const idsOf = ({ ids }: Supervised) => ids as NonNullable<Supervised['ids']>
