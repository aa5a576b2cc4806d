import type { StudyRef } from '../../app/platform/occasion'
import { addDays, type Day } from '../../app/protocol/day'
import { done, type Result, refuse } from '../../app/protocol/refusal'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { playingAlone } from '../../app/records/playing-alone'
import { dayPlayed } from '../../app/records/replays'
import { createStudy, studyNamed } from '../../app/records/studies'
import type { Desk } from '../desk'
import { openAgenda } from './agenda'
import { invent, type Size } from './cast'
import { firstDayOf } from './places'
import { playDay } from './play'
import { type Playing, tells } from './playing'
import { POST_GOES, postOf } from './post'
import { furnish } from './staff'
import { planSupervisors } from './supervisors'

/** A study that was simulated to its last day; how often verbs said no to what people tried. */
export type Simulated = {
  readonly study: StudyRef
  readonly playedTo: Day
  readonly refused: Readonly<Record<string, number>>
}

/**
 * Simulates a whole study on a clock of its own: invented people go through the verbs and jobs of production, day by day,
 * at the published rates (behaviour.ts); their mail goes by a post of its own, whatever the desk's. The same size and seed come to the same. Refused (`already_simulated`) when the
 * study is there; a desk that is told to stop stops after the day at hand.
 */
export async function simulate(
  desk: Desk,
  size: Size,
  dayDone: (day: Day) => void = () => undefined,
): Promise<Result<Simulated>> {
  const { registrations, seed, days } = size
  const code = `simulated-${seed}-${registrations}-${days}`
  if (await studyNamed(desk.study, code)) return refuse('already_simulated', { study: code })
  const firstOn = firstDayOf(werkalliantie)
  const about = { code, protocol: werkalliantie.code, name: code, today: firstOn, actor: 'import' }
  const study = await createStudy(desk.study, about)
  return playingAlone(desk.study, study.id, async () => {
    const { supervisors, cases } = invent(study.protocol, size)
    const people = {
      study,
      seed,
      agenda: openAgenda(),
      supervisors,
      known: new Map(),
      told: new Map(),
      refused: new Map(),
    }
    const post = { transport: postOf(people, desk.study), sending: POST_GOES }
    const playing: Playing = { ...people, desk: { ...desk, ...post } }
    for (const one of cases) tells(playing, one.registeredOn, one)
    await furnish(playing, firstOn, days)
    // a clock of its own from the first day on: no other job takes the study for one of today
    await dayPlayed(desk.study, { study, actor: 'system', today: firstOn }, { finished: false })
    planSupervisors(playing, firstOn, days)
    let playedTo = firstOn
    for (let day = 0; day < days && !desk.stop?.aborted; day++) {
      playedTo = addDays(firstOn, day)
      await playDay(playing, playedTo)
      dayDone(playedTo)
    }
    return done({ study, playedTo, refused: Object.fromEntries([...playing.refused].sort()) })
  })
}
