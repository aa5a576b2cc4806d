import { addDays, type Day } from '../../app/protocol/day'
import { recordNoShow } from '../../app/records/fieldwork/no-show'
import { recordNotHeld, recordRefusal } from '../../app/records/fieldwork/refusal'
import { CHANCES, REFUSALS } from './behaviour'
import type { Supervised } from './cast'
import { interview, turnedAway } from './interviews'
import { asStaff, idsOf, type Playing, tried } from './playing'
import { FIRST } from './waves'

/** The talk after which the first interview is to be held (protocol §3): whether the client appears, and takes part. */
export async function talk(playing: Playing, one: Supervised, today: Day): Promise<void> {
  const { study: db } = playing.desk
  const occasion = asStaff(playing, today)
  const met = { registrationId: idsOf(one).registrationId, wave: FIRST, on: today }
  const draw = one.draw('talk')
  if (one.approach === 'no_shows' || (one.noShows < 2 && draw.chance(CHANCES.noShow))) {
    one.noShows += 1
    // the talk was not held, so it does not count (§3); the coordinator plans the next
    one.nextContactOn = addDays(today, draw.whole(7, 14))
    tried(playing, 'record_no_show', await recordNoShow(db, occasion, met))
    return
  }
  switch (one.approach) {
    case 'interviewed':
      return interview(playing, one, FIRST, today)
    case 'refused': {
      const reason = draw.among(REFUSALS)
      tried(playing, 'record_refusal', await recordRefusal(db, occasion, { ...met, reason }))
      return
    }
    case 'practical': {
      if (draw.chance(CHANCES.intoxicated)) return turnedAway(playing, one, FIRST, 'clear_headed', today)
      tried(playing, 'record_not_held', await recordNotHeld(db, occasion, { ...met, reason: 'practical' }))
    }
  }
}
