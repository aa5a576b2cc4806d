import type { StudyRef } from '../../app/platform/occasion'
import { addDays, type Day } from '../../app/protocol/day'
import { dayPlayed, replayOf } from '../../app/records/replays'
import type { Desk } from '../desk'
import { type Cohort, readCohort } from './cohort'
import { playRowsAndJobs } from './rows-and-jobs'

/** Files change under nobody's feet: a folder is read once a process, and believed as long as its digest is the replay's. */
const read = new Map<string, Cohort>()

/** Keeps a cohort that was read already, wherever its files lie now: they may have moved since the replay began. */
export const keepCohort = (cohort: Cohort) => read.set(cohort.digest, cohort)

/** The cohort of a replay, from its folder. Throws when the folder holds other files than the replay began with. */
export function cohortOf({ digest, folder }: { readonly digest: string; readonly folder: string }): Cohort {
  const cohort = read.get(digest) ?? readCohort(folder)
  if (cohort.digest !== digest) throw new Error('the files of this replay have changed since it began')
  read.set(digest, cohort)
  return cohort
}

const NO_ROWS: Omit<Cohort, 'digest'> = {
  days: new Map(),
  refused: [],
  numbers: [],
  firstOn: '' as Day,
  lastOn: '' as Day,
}

/**
 * Plays a study's days up to and including one, those first that an interrupted process left behind: the rows of the
 * replayed files, then the jobs of each day. A study without files to replay gets its jobs. Takes the desk, the study
 * and the day; a day that was played to its end is not played again.
 */
export async function playDay(desk: Desk, study: StudyRef, day: Day): Promise<void> {
  const replay = await replayOf(desk.study, { studyId: study.id })
  const cohort = replay ? cohortOf(replay) : { ...NO_ROWS, digest: study.code }
  const from = replay?.playedTo ? addDays(replay.playedTo, 1) : replay ? cohort.firstOn : day
  for (let today = from; today <= day; today = addDays(today, 1)) {
    await playRowsAndJobs({ desk, study, cohort }, today)
    // Last of all: a clock that stands on a day says that the day was played to its end.
    await dayPlayed(
      desk.study,
      { study, actor: 'system', today },
      { finished: replay !== null && today >= replay.lastOn },
    )
  }
}
