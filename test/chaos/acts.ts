import { now } from '../../app/platform/clock'
import type { Occasion } from '../../app/platform/occasion'
import { addDays, type Day } from '../../app/protocol/day'
import { batteryNow, itemsOf } from '../../app/protocol/instruments/battery'
import type { Result } from '../../app/protocol/refusal'
import { declineAltogether, declineFor } from '../../app/records/declining'
import { planAppointment } from '../../app/records/fieldwork/appointment'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { loseBeforeWave } from '../../app/records/fieldwork/loss'
import { takeInQuestionnaire } from '../../app/records/fieldwork/questionnaire'
import { handOver } from '../../app/records/intake/hand-over'
import { recordReply } from '../../app/records/intake/reply'
import { changeSupervisor } from '../../app/records/pairs/change-supervisor'
import { withdraw } from '../../app/records/withdrawal'
import type { Stage } from './cast'
import { persistently } from './until'

/** A message that may be on its way at this moment: what an act is about. */
export type Target = {
  readonly registrationId: string
  readonly clientId: string
  /** To whom. */
  readonly supervisorId: string
  readonly wave: string
  readonly kind: string
}

/** What makes which messages needless: of one client, or of one supervisor, of all kinds of link or of one. */
type Ends = { readonly of: 'case' | 'recipient_of_case' | 'recipient'; readonly links: readonly string[] }
const ALL = ['inquiry', 'measurement', 'appointment']

type Way = {
  readonly ends: Ends
  readonly do: (stage: Stage, occasion: Occasion, target: Target, colleague: string) => Promise<Result<unknown>>
}

/** Everything that happens while the mail goes out, each by the verb of the page that does it. */
export const WAYS = {
  reply: {
    ends: { of: 'case', links: ['inquiry'] },
    do: ({ desk }, occasion, { registrationId }) => {
      const answer = { isSupervisor: true, contacts: 2, nextContactOn: null, reason: null }
      return recordReply(desk.study, occasion, { registrationId, repliedOn: occasion.today, ...answer })
    },
  },
  answer: {
    ends: { of: 'case', links: ['measurement'] },
    do: ({ desk, study }, occasion, { registrationId, wave }) => {
      const [item] = itemsOf(batteryNow(study.protocol, wave, 'supervisor'))
      const answers = item ? { [item.code]: item.min } : {}
      const filled = { registrationId, wave, perspective: 'supervisor' as const, on: occasion.today, answers }
      return takeInQuestionnaire(desk.study, occasion, filled)
    },
  },
  withdraw: {
    ends: { of: 'case', links: ALL },
    do: ({ desk }, occasion, { clientId }) => withdraw(desk.study, occasion, { clientId, collected: 'keep' }),
  },
  decline: {
    ends: { of: 'recipient_of_case', links: ALL },
    do: ({ desk }, occasion, { registrationId, supervisorId }) =>
      declineFor(desk.study, occasion, { registrationId, supervisorId }),
  },
  decline_altogether: {
    ends: { of: 'recipient', links: ALL },
    do: ({ desk }, occasion, { supervisorId }) => declineAltogether(desk.study, occasion, supervisorId),
  },
  hand_over: {
    ends: { of: 'recipient_of_case', links: ['inquiry'] },
    do: ({ desk }, occasion, { registrationId }, to) => handOver(desk.study, occasion, { registrationId, to }),
  },
  appointment: {
    ends: { of: 'case', links: ['appointment'] },
    do: ({ desk }, occasion, { registrationId, wave }) => {
      const appointmentOn = addDays(occasion.today, 10)
      return planAppointment(desk.study, occasion, { registrationId, wave, appointmentOn })
    },
  },
  lose: {
    ends: { of: 'case', links: ['appointment'] },
    do: ({ desk }, occasion, { registrationId, wave }) =>
      loseBeforeWave(desk.study, occasion, { registrationId, wave, on: occasion.today, reason: 'supervision_ended' }),
  },
  meet_again: {
    ends: { of: 'case', links: ['appointment'] },
    do: ({ desk }, occasion, { registrationId, wave }) => {
      const talk = { registrationId, wave, on: occasion.today, contacts: null, interviewer: 'I1', minutes: 25 }
      return holdInterview(desk.study, occasion, talk)
    },
  },
  change_supervisor: {
    ends: { of: 'recipient_of_case', links: ['appointment'] },
    do: ({ desk }, occasion, { registrationId }, to) => changeSupervisor(desk.study, occasion, { registrationId, to }),
  },
} as const satisfies Record<string, Way>
export type ActKind = keyof typeof WAYS

const INQUIRY: readonly ActKind[] = [
  'reply',
  'reply',
  'reply',
  'withdraw',
  'decline',
  'decline_altogether',
  'hand_over',
  'hand_over',
]
const QUESTIONNAIRE: readonly ActKind[] = ['answer', 'answer', 'answer', 'withdraw', 'decline', 'decline_altogether']
const WINDOW: readonly ActKind[] = [
  'appointment',
  'appointment',
  'lose',
  'withdraw',
  'decline',
  'meet_again',
  'change_supervisor',
]

/** What may happen to what a line is about, the likelier the more often. */
export function actsFor(kind: string): readonly ActKind[] {
  if (kind.startsWith('inquiry')) return INQUIRY
  return kind.startsWith('questionnaire') ? QUESTIONNAIRE : WINDOW
}

/** Something that was done, or refused; times in milliseconds since 1970, the second one after it was committed. */
export type Act = Target & {
  readonly act: ActKind | 'meet' | 'arrive'
  readonly request: string
  /** `done`, or the code of the refusal. */
  readonly came: string
  readonly calledAt: number
  readonly committedAt: number
}

/** Does it, once, however often the database goes away meanwhile. */
export async function perform(
  stage: Stage,
  {
    day,
    act,
    target,
    colleague,
  }: { readonly day: Day; readonly act: ActKind; readonly target: Target; readonly colleague: string },
): Promise<Act> {
  const request = crypto.randomUUID()
  const occasion = { ...stage.on(day), request }
  const calledAt = now().getTime()
  const result = await persistently(act, () => (WAYS[act] as Way).do(stage, occasion, target, colleague))
  const committedAt = now().getTime()
  // its connection was lost after the commit: the request is known
  const came = result.ok || result.refusal.code === 'already_done' ? 'done' : result.refusal.code
  return { ...target, act, request, came, calledAt, committedAt }
}
