import { addDays } from '../app/protocol/day'
import { done } from '../app/protocol/refusal'
import { clockOf } from '../app/records/clock'
import { playingAlone } from '../app/records/playing-alone'
import { noteRun } from '../app/records/running/runs'
import { studies } from '../app/records/studies'
import type { Desk } from './desk'
import { playDay } from './replay/play-day'

/** What a played day does of what recurs. */
const PLAYED = ['daily-sweep', 'non-response', 'minute']

/**
 * Plays the days from a study's clock to where it was aimed, one after another and each to its end. The day at which it
 * stands comes first: whoever played it may have died halfway, and playing it again changes nothing. Returns how many
 * days were played; none for a study without a clock of its own, or while another process plays its days.
 * Refuses to work where mail really goes out: the people of a moved clock are not there to be written to.
 */
export async function advanceClock(desk: Desk, studyId: string): Promise<number> {
  if (desk.transport.name === 'smtp') throw new Error('a clock is moved only where mail does not go out')
  const study = (await studies(desk.study)).find(({ id }) => id === studyId)
  if (!study) return 0
  const played = await playingAlone(desk.study, studyId, async () => {
    const start = await clockOf(desk.study, studyId)
    if (!start) return done(0)
    let days = 0
    for (let day = start.today; ; day = addDays(day, 1)) {
      await playDay(desk, study, day)
      for (const job of PLAYED) await noteRun(desk.study, { study, today: day }, job)
      days++
      const clock = await clockOf(desk.study, studyId)
      if (!clock || day >= clock.target || desk.stop?.aborted) return done(days)
    }
  })
  return played.ok ? played.value : 0
}

/** The studies whose clock has not reached its aim: whoever was playing their days stopped or died. */
export async function movingStudies({ study: db }: Desk): Promise<string[]> {
  const moving: string[] = []
  for (const { id } of await studies(db)) {
    const clock = await clockOf(db, id)
    if (clock && clock.today < clock.target) moving.push(id)
  }
  return moving
}
