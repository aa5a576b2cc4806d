import { handOverNamed } from '../../app/identity/colleagues'
import { endConsent } from '../../app/identity/ending'
import { addDays, type Day } from '../../app/protocol/day'
import { recordEvent } from '../../app/records/follow-up/event'
import { changeSupervisor, mayChangeSupervisor } from '../../app/records/pairs/change-supervisor'
import { withdraw } from '../../app/records/withdrawal'
import { CHANCES, ENDINGS, REPORTS } from './behaviour'
import type { Supervised } from './cast'
import type { Draw } from './draw'
import { asStaff, idsOf, later, type Playing, tried } from './playing'
import { colleaguesAt } from './register-day'

/** The months between two files of the follow-up, and the days up to the window of the second wave. */
const QUARTER = 91
const BEFORE_SECOND = 180

/** What will happen to somebody who was interviewed: they withdraw, change supervisor, and the register tells of them (§5, §6). */
export function afterFirst(playing: Playing, one: Supervised, today: Day): void {
  const draw = one.draw('afterwards')
  if (draw.chance(CHANCES.withdraws))
    later(playing, one, today, draw.whole(1, 400), (on) => withdraws(playing, one, on))
  if (draw.chance(CHANCES.changesSupervisor))
    later(playing, one, today, draw.whole(5, BEFORE_SECOND), (on) => changes(playing, one, on))
  followUp(playing, one, draw, today)
}

async function withdraws(playing: Playing, one: Supervised, today: Day): Promise<void> {
  const { study: db, vault } = playing.desk
  const { clientId } = idsOf(one)
  const draw = one.draw('withdraws')
  const collected = draw.chance(CHANCES.erases) ? 'erase' : 'keep'
  const occasion = asStaff(playing, today)
  if (!tried(playing, 'withdraw', await withdraw(db, occasion, { clientId, collected })).ok) return
  // the other half is sometimes left to the sweep, as when a process dies in between
  if (draw.chance(0.7)) tried(playing, 'end_consent', await endConsent(vault, occasion, { clientId, collected }))
}

/** Another supervisor takes over a client of a pair (protocol §2.2). Gives whether it went through. */
export async function changes(playing: Playing, one: Supervised, today: Day): Promise<boolean> {
  const { study: db, vault } = playing.desk
  const { registrationId } = idsOf(one)
  const others = colleaguesAt(playing, one).filter((other) => other.id && other !== one.supervisor)
  if (others.length === 0) return false
  const colleague = one.draw('colleague').one(others)
  const occasion = asStaff(playing, today)
  const changed = await handOverNamed(vault, occasion, {
    registrationId,
    colleague: { supervisorId: colleague.id as string },
    may: (to) => mayChangeSupervisor(db, occasion, { registrationId, to }),
    handOver: (given) => changeSupervisor(db, occasion, given),
  })
  if (!tried(playing, 'change_supervisor', changed).ok) return false
  one.supervisor = colleague
  return true
}

type Happened = {
  readonly event: string
  readonly on: Day
  readonly kind: string | null
  readonly reason: string | null
}

/** The register's events, as files of the follow-up tell them: months later, some twice, some corrected (protocol §5). */
function followUp(playing: Playing, one: Supervised, draw: Draw, today: Day): void {
  const { startedOn } = one.facts
  if (!startedOn) return
  const ended = endingOf(playing, one, draw, startedOn, today)
  if (ended) {
    tells(playing, one, draw, ended, today)
    if (draw.chance(CHANCES.eventCorrected))
      tells(playing, one, draw, { ...ended, on: addDays(ended.on, draw.whole(1, 30)) }, addDays(ended.on, QUARTER))
  }
  if (draw.among(REPORTS) === 'no') return
  const on = addDays(startedOn, draw.whole(10, 720))
  tells(playing, one, draw, { event: 'early_intervention_report', on, kind: null, reason: null }, today)
}

function endingOf(playing: Playing, one: Supervised, draw: Draw, startedOn: Day, today: Day): Happened | null {
  const early = one.second === 'supervision_ended'
  const kind = early ? draw.among({ ...ENDINGS, running: 0 }) : draw.among(ENDINGS)
  if (kind === 'running') return null
  const on = early ? addDays(today, draw.whole(10, BEFORE_SECOND)) : addDays(startedOn, draw.whole(200, 720))
  const reasons = Object.keys(playing.study.protocol.registerEvents.ended?.kinds[kind]?.reasons ?? {})
  return { event: 'ended', on, kind, reason: reasons.length > 0 ? draw.one(reasons) : null }
}

/** In the file of the quarter after it happened, and not before the case was interviewed. */
function tells(playing: Playing, one: Supervised, draw: Draw, fact: Happened, from: Day): void {
  const first = fact.on > from ? fact.on : from
  const days = draw.whole(1, QUARTER)
  const tell = async (on: Day) => {
    const { registrationId } = idsOf(one)
    const recorded = await recordEvent(playing.desk.study, asStaff(playing, on), { registrationId, ...fact })
    tried(playing, 'record_event', recorded)
  }
  later(playing, one, first, days, tell)
  if (draw.chance(CHANCES.toldAgain)) later(playing, one, first, days + QUARTER, tell)
}
