import { addDays, type Day } from '../../app/protocol/day'
import { planAppointment } from '../../app/records/fieldwork/appointment'
import { loseBeforeWave } from '../../app/records/fieldwork/loss'
import { recordNoShow } from '../../app/records/fieldwork/no-show'
import { recordRefusal } from '../../app/records/fieldwork/refusal'
import { CHANCES, PLANNING } from './behaviour'
import type { Supervised } from './cast'
import { interview, turnedAway } from './interviews'
import { asStaff, idsOf, later, type Playing, tried } from './playing'
import { SECOND_WAVE as wave } from './waves'

/** The supervisor was told that the window opened (protocol §4.3): the next talk is planned soon, late, or never in time. */
export function windowOpened(playing: Playing, one: Supervised, today: Day): void {
  const draw = one.draw('window')
  const days = { soon: draw.whole(0, 13), reminded: draw.whole(14, 42), late: draw.whole(43, 100) }[
    draw.among(PLANNING)
  ]
  const ended = one.second === 'supervision_ended'
  later(playing, one, today, days, (on) =>
    ended ? lost(playing, one, 'supervision_ended', on) : plans(playing, one, on),
  )
}

async function lost(playing: Playing, one: Supervised, reason: string, today: Day): Promise<void> {
  const loss = { registrationId: idsOf(one).registrationId, wave, on: today, reason }
  tried(playing, 'lose_before_wave', await loseBeforeWave(playing.desk.study, asStaff(playing, today), loss))
}

async function plans(playing: Playing, one: Supervised, today: Day): Promise<void> {
  const days = one.draw('appointment').whole(3, 21)
  const planned = await planAppointment(playing.desk.study, asStaff(playing, today), {
    registrationId: idsOf(one).registrationId,
    wave,
    appointmentOn: addDays(today, days),
  })
  if (tried(playing, 'plan_appointment', planned).ok) later(playing, one, today, days, (on) => meets(playing, one, on))
}

/** The talk of the second wave: whether the client appears, and what comes of it (protocol §4.4, §4.5). */
async function meets(playing: Playing, one: Supervised, today: Day): Promise<void> {
  const { study: db } = playing.desk
  const occasion = asStaff(playing, today)
  const met = { registrationId: idsOf(one).registrationId, wave, on: today }
  const draw = one.draw('meets')
  if (draw.chance(CHANCES.noShow)) {
    if (tried(playing, 'record_no_show', await recordNoShow(db, occasion, met)).ok)
      later(playing, one, today, draw.whole(0, 7), (on) => plans(playing, one, on))
    return
  }
  switch (one.second) {
    case 'interviewed':
      return interview(playing, one, wave, today)
    case 'criteria_no_longer_met':
      return turnedAway(
        playing,
        one,
        wave,
        draw.one(['ambulatory', 'no_penitentiary_programme', 'clear_headed']),
        today,
      )
    case 'refused':
      tried(playing, 'record_refusal', await recordRefusal(db, occasion, { ...met, reason: 'refused' }))
      return
    default:
      return lost(playing, one, one.second, today)
  }
}
