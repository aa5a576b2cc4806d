import type { Occasion } from '../../app/platform/occasion'
import type { Day } from '../../app/protocol/day'
import { toTakeUp } from '../../app/records/intake/to-take-up'
import { type Arrived, arrivedOn } from '../../app/records/ledger/arrived'
import { dayPlayed } from '../../app/records/replays'
import { dailySweep } from '../daily-sweep'
import { minute } from '../minute'
import { closeNonResponses } from '../non-response'
import { sendWaitingMail } from '../outgoing-mail'
import { playAgenda } from './agenda'
import type { Supervised } from './cast'
import { asked } from './inquiries'
import { takesUp } from './intake'
import type { Playing } from './playing'
import { sent } from './questionnaires'
import { playRegister } from './register-day'
import { windowOpened } from './second-wave'

/**
 * Plays one day as production has it: the register's rows, the jobs of the morning, what leaves with the mail; then people do
 * what was on their agenda and answer what reached them, until nobody has anything more to do that day; last, the halves
 * that are still to be completed.
 */
export async function playDay(playing: Playing, today: Day): Promise<void> {
  const { desk, study, agenda } = playing
  const occasion: Occasion = { study, actor: 'system', today }
  const read = new Set<string>()
  await playRegister(playing, today)
  await dailySweep(desk, occasion)
  await closeNonResponses(desk, occasion)
  for (;;) {
    await sendWaitingMail(desk, occasion)
    await lookAround(playing, occasion, read)
    if (!agenda.has(today)) break
    await playAgenda(agenda, today)
  }
  await minute(desk, occasion)
  await sendWaitingMail(desk, occasion)
  await dayPlayed(desk.study, occasion, { finished: false })
}

/** What reached whom since the last look, and what waits for the coordinator; each in the order of the cases. */
async function lookAround(playing: Playing, occasion: Occasion, read: Set<string>): Promise<void> {
  const { desk, known } = playing
  const byCase = <Found extends { readonly registrationId: string }>(found: readonly Found[]) =>
    found
      .flatMap((what) => {
        const one = known.get(what.registrationId)
        return one ? [{ one, what }] : []
      })
      .sort((a, b) => a.one.place - b.one.place)
  for (const { one, what } of byCase(await arrivedOn(desk.study, occasion))) {
    if (read.has(what.lineId)) continue
    read.add(what.lineId)
    reads(playing, one, what, occasion.today)
  }
  for (const { one, what } of byCase(await toTakeUp(desk.study, occasion.study)))
    takesUp(playing, one, what, occasion.today)
}

/** A supervisor reads what came. Reminders make nobody answer twice: when they answer was drawn with the first message. */
function reads(playing: Playing, one: Supervised, { kind, wave, supervisorId, measurementId }: Arrived, today: Day) {
  switch (kind) {
    case 'inquiry':
    case 'inquiry_handed_over':
    case 'inquiry_stand_in':
      return asked(playing, one, supervisorId, today)
    case 'questionnaire':
      if (measurementId) sent(playing, one, { wave, measurementId, raterId: supervisorId }, today)
      return
    case 'window_opens':
      return windowOpened(playing, one, today)
  }
}
