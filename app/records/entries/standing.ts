import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import type { Given } from '../../protocol/study'
import { givenOf } from './changes'
import type { Part } from './draft'
import { readMeasured } from './measured'

/** A measurement as far as it was filled in, for whoever fills it in: their own side only (protocol §6). */
export type Standing = {
  readonly given: Given
  /** The codes in the order of this respondent; empty when it was not drawn. */
  readonly order: readonly string[]
  readonly seed: number | null
  /** What is asked, pinned. */
  readonly battery: readonly string[]
  readonly language: string | null
  /** What a draft that goes on from here has to name. */
  readonly base: Part | null
  readonly complete: boolean
  readonly openedOn: Day
  readonly completedOn: Day | null
  readonly brokenOffOn: Day | null
  readonly version: number
  readonly seconds: Readonly<Record<string, number>>
  readonly notes: Readonly<Record<string, string>>
  /** How many entries lie aside and wait to be decided. */
  readonly aside: number
}

/** What stands of a measurement of the study; null when it has none with this id. */
export async function standingOf(db: StudyDb, study: StudyRef, measurementId: string): Promise<Standing | null> {
  const drawn = await db.measurement.findFirst({
    where: { id: measurementId, studyId: study.id },
    select: { seed: true, language: true },
  })
  const measured = drawn && (await readMeasured(db, study, measurementId))
  if (!measured) return null
  const { answers, itemOrder, pins, stands, openedOn, completedOn, brokenOffOn, version, seconds, notes, aside } =
    measured
  return {
    given: givenOf(answers),
    order: itemOrder,
    ...drawn,
    battery: pins,
    base: stands,
    complete: completedOn !== null,
    openedOn,
    completedOn,
    brokenOffOn,
    version,
    seconds: seconds ?? {},
    notes: Object.fromEntries(Object.entries(notes).filter(([, text]) => text !== '')),
    aside,
  }
}
