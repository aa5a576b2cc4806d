import { addDays } from '../app/protocol/day'
import { clockOf } from '../app/records/clock'
import { studies } from '../app/records/studies'
import type { Desk } from './desk'
import { playDay } from './replay/play-day'

/**
 * Plays the days from a study's clock to where it was aimed, one after another and each to its end. The day at which it
 * stands comes first: whoever played it may have died halfway, and playing it again changes nothing. Returns how many
 * days were played; none for a study without a clock of its own.
 * Refuses to work where mail really goes out: the people of a moved clock are not there to be written to.
 */
export async function advanceClock(desk: Desk, studyId: string): Promise<number> {
  if (desk.transport.name === 'smtp') throw new Error('a clock is moved only where mail does not go out')
  const study = (await studies(desk.study)).find(({ id }) => id === studyId)
  const start = await clockOf(desk.study, studyId)
  if (!study || !start) return 0
  let played = 0
  for (let day = start.today; ; day = addDays(day, 1)) {
    await playDay(desk, study, day)
    played++
    const clock = await clockOf(desk.study, studyId)
    if (!clock || day >= clock.target || desk.stop?.aborted) return played
  }
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
