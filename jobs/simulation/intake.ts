import { addDays, type Day } from '../../app/protocol/day'
import { recordNotHeld } from '../../app/records/fieldwork/refusal'
import { approach } from '../../app/records/intake/approach'
import { setFinding } from '../../app/records/intake/finding'
import { judge } from '../../app/records/intake/judgement'
import { planApproach } from '../../app/records/intake/plan'
import type { ToTakeUp } from '../../app/records/intake/to-take-up'
import { CHANCES, JUDGEMENT } from './behaviour'
import type { Supervised } from './cast'
import { asStaff, idsOf, later, type Playing, tried } from './playing'
import { talk } from './talks'
import { FIRST } from './waves'

/** Days until the coordinator comes to what waits for them, and between two talks of client and supervisor; ours. */
const COMES_TO_IT = [0, 4] as const
const BETWEEN_TALKS = [7, 14] as const

/** The coordinator takes a case up that waits for the study (protocol §2, steps 3 to 5), once at a time. */
export function takesUp(playing: Playing, one: Supervised, found: ToTakeUp, today: Day): void {
  if (one.busy) return
  one.busy = true
  const [soonest, latest] = COMES_TO_IT
  later(playing, one, today, one.draw('takes up').whole(soonest, latest), async (on) => {
    // what is refused is left alone: the same would be refused tomorrow
    one.busy = !(await doneAbout(playing, one, found, on))
  })
}

async function doneAbout(playing: Playing, one: Supervised, { stage, paired, unknown }: ToTakeUp, today: Day) {
  const { study: db } = playing.desk
  const occasion = asStaff(playing, today)
  const { registrationId } = idsOf(one)
  const draw = one.draw(stage)
  switch (stage) {
    case 'to_screen': {
      const verdict = draw.chance(CHANCES.metAfterAll) ? 'met' : 'not_met'
      const finding = { registrationId, criterion: unknown[0] ?? '', verdict } as const
      return tried(playing, 'set_finding', await setFinding(db, occasion, finding)).ok
    }
    case 'to_judge': {
      const reason = draw.among(JUDGEMENT) === 'approachable' ? null : 'client_circumstances'
      return tried(playing, 'judge', await judge(db, occasion, { registrationId, reason })).ok
    }
    case 'to_approach':
      return paired
        ? plansTalk(playing, one, today)
        : tried(playing, 'approach', await approach(db, occasion, registrationId)).ok
  }
}

/**
 * Plans the interview at the next talk that can be it (protocol §3): after the second, and not after the fourth. Talks that
 * were held in the meantime count; when the fifth would be next, the case is lost.
 */
async function plansTalk(playing: Playing, one: Supervised, today: Day): Promise<boolean> {
  const { study: db } = playing.desk
  const occasion = asStaff(playing, today)
  const { min, max } = playing.study.protocol.contacts
  const { registrationId } = idsOf(one)
  const draw = one.draw('plan')
  const [soonest, latest] = BETWEEN_TALKS
  let next = one.nextContactOn ?? addDays(today, draw.whole(1, latest))
  while (next <= today || one.contacts + 1 < min) {
    one.contacts += 1
    next = addDays(next, draw.whole(soonest, latest))
  }
  one.nextContactOn = next
  if (one.contacts + 1 > max) {
    const lost = { registrationId, wave: FIRST, on: today, reason: 'fifth_contact_held' }
    return tried(playing, 'record_not_held', await recordNotHeld(db, occasion, lost)).ok
  }
  const planned = await planApproach(db, occasion, { registrationId, plannedOn: next })
  if (!tried(playing, 'plan_interview', planned).ok) return false
  later(playing, one, next, 0, (on) => talk(playing, one, on))
  return true
}
