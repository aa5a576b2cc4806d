import { handOverNamed } from '../../app/identity/colleagues'
import { addDays, type Day } from '../../app/protocol/day'
import { declineFor } from '../../app/records/declining'
import { askAgain } from '../../app/records/intake/ask-again'
import { logAttempt } from '../../app/records/intake/attempts'
import { correctReply } from '../../app/records/intake/correction'
import { handOver, mayHandOver } from '../../app/records/intake/hand-over'
import { type Reply, recordReply } from '../../app/records/intake/reply'
import { CHANCES, CONTACTS, INQUIRY, REPLIES, WEEKS } from './behaviour'
import type { Supervised } from './cast'
import type { Draw } from './draw'
import { asStaff, asSupervisor, idsOf, later, type Playing, tried } from './playing'
import { colleaguesAt } from './register-day'

/** Days between a link and the answer (protocol §3): at once, after a reminder, or too late. */
export function daysToAnswer(draw: Draw): number {
  const week = Number(draw.among(WEEKS))
  return 7 * week + draw.whole(0, week === 3 ? 4 : 6)
}

/** A supervisor found the question in their mail (protocol §2, step 2): they will answer on a day, or never. */
export function asked(playing: Playing, one: Supervised, askedId: string, today: Day): void {
  const draw = one.draw('inquiry')
  if (draw.among(INQUIRY) === 'silent') {
    if (draw.chance(CHANCES.askedAgain))
      later(playing, one, today, draw.whole(22, 30), (on) => askOnceMore(playing, one, on))
    return
  }
  later(playing, one, today, daysToAnswer(draw), (on) => answer(playing, one, draw, askedId, on))
}

/** The coordinator called about a silence, and asks anew (protocol §2.2). */
async function askOnceMore(playing: Playing, one: Supervised, today: Day): Promise<void> {
  const { study: db } = playing.desk
  const { registrationId } = idsOf(one)
  const occasion = asStaff(playing, today)
  const attempt = { registrationId, triedOn: today, way: 'phone', outcome: 'will_answer' } as const
  tried(playing, 'log_attempt', await logAttempt(db, occasion, attempt))
  tried(playing, 'ask_again', await askAgain(db, occasion, registrationId))
}

async function answer(playing: Playing, one: Supervised, draw: Draw, askedId: string, today: Day): Promise<void> {
  const { study: db } = playing.desk
  const { registrationId } = idsOf(one)
  const occasion = asSupervisor(playing, askedId, today)
  if (draw.chance(CHANCES.declinesForOne)) {
    tried(playing, 'decline_for', await declineFor(db, occasion, { registrationId, supervisorId: askedId }))
    return
  }
  if (draw.chance(CHANCES.notTheirs)) return notTheirs(playing, one, draw, askedId, today)
  const told = replyOf(one, draw, today)
  if (!tried(playing, 'record_reply', await recordReply(db, occasion, told)).ok) return
  believe(one, told)
  if (draw.chance(CHANCES.corrects)) later(playing, one, today, draw.whole(1, 10), (on) => correct(playing, one, on))
}

/** What is said about a case that is theirs (protocol §2, steps 3 and 4). */
function replyOf(one: Supervised, draw: Draw, today: Day): Reply {
  const says = draw.among(REPLIES)
  const tooMany = says === 'too_many_contacts' || says === 'too_many_contacts_late_registration'
  return {
    registrationId: idsOf(one).registrationId,
    repliedOn: today,
    isSupervisor: true,
    contacts: tooMany ? draw.whole(4, 9) : Number(draw.among(CONTACTS)),
    nextContactOn: addDays(today, draw.whole(1, 14)),
    reason: says === 'approachable' ? null : says,
  }
}

/** How often client and supervisor met, and when they meet again, as it really is. */
function believe(one: Supervised, { contacts, nextContactOn }: Reply): void {
  one.contacts = contacts ?? 0
  one.nextContactOn = nextContactOn
}

async function correct(playing: Playing, one: Supervised, today: Day): Promise<void> {
  const told = replyOf(one, one.draw('correction'), today)
  const corrected = await correctReply(playing.desk.study, asStaff(playing, today), told)
  if (tried(playing, 'correct_reply', corrected).ok) believe(one, told)
}

/** "Not my client": a colleague's, or nobody knows whose (protocol §2.1, 3). */
async function notTheirs(playing: Playing, one: Supervised, draw: Draw, askedId: string, today: Day): Promise<void> {
  const { study: db, vault } = playing.desk
  const { registrationId } = idsOf(one)
  const occasion = asSupervisor(playing, askedId, today)
  const others = colleaguesAt(playing, one).filter((other) => other.id && other !== one.supervisor)
  if (others.length > 0 && draw.chance(CHANCES.knowsWhose)) {
    const colleague = draw.one(others)
    const supervisorId = colleague.id as string
    const handed = await handOverNamed(vault, occasion, {
      registrationId,
      colleague: { supervisorId },
      may: (to) => mayHandOver(db, occasion, { registrationId, to }),
      handOver: (given) => handOver(db, occasion, given),
    })
    if (tried(playing, 'hand_over', handed).ok) one.supervisor = colleague
    return
  }
  const nobody = { isSupervisor: false, contacts: null, nextContactOn: null, reason: null }
  tried(playing, 'record_reply', await recordReply(db, occasion, { registrationId, repliedOn: today, ...nobody }))
}
