import { addDays } from '../app/protocol/day'
import { clockOf } from '../app/records/clock'
import { studies } from '../app/records/studies'
import type { Desk } from './desk'
import { playDay } from './replay/play-day'

/**
 * Plays the days between a study's clock and where it was aimed, one after another and each to its end, so that a stop
 * in between is taken up at the next. Returns how many days were played; none for a study without a clock of its own.
 * Refuses to work where mail really goes out: the people of a moved clock are not there to be written to.
 */
export async function advanceClock(desk: Desk, studyId: string): Promise<number> {
  if (desk.transport.name === 'smtp') throw new Error('a clock is moved only where mail does not go out')
  const study = (await studies(desk.study)).find(({ id }) => id === studyId)
  if (!study) return 0
  for (let played = 0; ; played++) {
    const clock = await clockOf(desk.study, studyId)
    if (!clock || clock.today >= clock.target || desk.stop?.aborted) return played
    await playDay(desk, study, addDays(clock.today, 1))
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
