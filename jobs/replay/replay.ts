import { resolve } from 'node:path'
import type { StudyRef } from '../../app/platform/occasion'
import { addDays, type Day } from '../../app/protocol/day'
import { done, type Result, refuse } from '../../app/protocol/refusal'
import { playingAlone } from '../../app/records/playing-alone'
import { beginReplay, type Replay, replayOf } from '../../app/records/replays'
import { createStudy, studyById } from '../../app/records/studies'
import type { Desk } from '../desk'
import { type Cohort, readCohort } from './cohort'
import { keepCohort, playDay } from './play-day'

/** What is replayed: a folder of cohort files, up to and including which day (all of it when not given). */
export type Wanted = { readonly folder: string; readonly until?: Day; readonly protocol: string }

/** How far a replay came. */
export type Played = { readonly study: StudyRef; readonly playedTo: Day; readonly finished: boolean }

/**
 * Replays a cohort into a study of its own, in order of date on a clock that moves with it, through the verbs and jobs
 * that pages and workers use. An unfinished replay of the same files goes on where it stopped; a finished one is
 * refused as `already_replayed`, one that another process plays as `replay_running`. A desk that is told to stop stops
 * after the day at hand.
 * Throws BadFile, before anything is written, when a file cannot be used.
 */
export async function replay(desk: Desk, { folder, until, protocol }: Wanted): Promise<Result<Played>> {
  const cohort = readCohort(folder)
  keepCohort(cohort)
  const { digest } = cohort
  const begun = await replayOf(desk.study, { digest })
  const study = begun ? await studyById(desk.study, begun.studyId) : await studyFor(desk, cohort, protocol)
  return playingAlone(desk.study, study.id, async () => {
    const known = await replayOf(desk.study, { digest })
    if (known?.finished) return refuse('already_replayed', { digest: digest.slice(0, 12) })
    if (!known) await begin(desk, study, cohort, folder)
    const last = until && until < cohort.lastOn ? until : cohort.lastOn
    for (let day = nextDay(known, cohort); day <= last && !desk.stop?.aborted; day = addDays(day, 1))
      await playDay(desk, study, day)
    const now = (await replayOf(desk.study, { digest })) as Replay
    return done({ study, playedTo: now.playedTo ?? addDays(cohort.firstOn, -1), finished: now.finished })
  })
}

const nextDay = (known: Replay | null, { firstOn }: Cohort): Day =>
  known?.playedTo ? addDays(known.playedTo, 1) : firstOn

/** The study of these files: made now, or the one that another process made a moment ago. */
function studyFor({ study: db }: Desk, { digest, firstOn: today }: Cohort, protocol: string): Promise<StudyRef> {
  const code = `${protocol}-${digest.slice(0, 8)}`
  return createStudy(db, { code, protocol, name: `${protocol}, replayed`, today, actor: 'import' })
}

function begin(
  { study: db }: Desk,
  study: StudyRef,
  { digest, firstOn: today, lastOn, refused }: Cohort,
  folder: string,
) {
  return beginReplay(db, { study, actor: 'import', today }, { digest, folder: resolve(folder), lastOn, refused })
}
