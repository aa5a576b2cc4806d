import { signConsent } from '../../app/identity/consent'
import { registerNamed } from '../../app/identity/registration'
import { suppressed } from '../../app/mail/transport'
import type { Occasion, StudyRef } from '../../app/platform/occasion'
import { formInForce } from '../../app/protocol/consent-forms'
import { addDays, addMonths, type Day } from '../../app/protocol/day'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { inquire } from '../../app/records/intake/inquire'
import { type RegisteredCase, register } from '../../app/records/intake/register'
import { recordReply } from '../../app/records/intake/reply'
import { openWindows } from '../../app/records/sweeps/windows'
import type { Desk } from '../../jobs/desk'
import { closeNonResponses } from '../../jobs/non-response'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { FACTS, must } from '../world'
import { GONE } from './accepted'

/** What there is to say about a case during the run, and how it came there. */
const PARTS = [
  'fresh',
  'asked7',
  'asked14',
  'asked20',
  'met7',
  'met14',
  'to_meet',
  'window',
  'opened',
  'closing',
] as const
export type Part = (typeof PARTS)[number]

/** A line that the ledger must come to hold. */
export type ExpectedLine = { readonly wave: string; readonly kind: string; readonly round: number }

/** Somebody whose course is under way. */
export type Player = {
  readonly part: Part
  /** The day of the run on which there is something to say. */
  readonly day: Day
  readonly registrationId: string
  readonly clientId: string
  readonly supervisorId: string
  readonly expected: ExpectedLine | null
}

/** Where a run takes place. */
export type Stage = { readonly desk: Desk; readonly study: StudyRef; readonly on: (day: Day) => Occasion }

const EXPECTED: Readonly<Record<Part, ExpectedLine | null>> = {
  fresh: { wave: 'intake', kind: 'inquiry', round: 0 },
  asked7: { wave: 'intake', kind: 'inquiry_reminder', round: 1 },
  asked14: { wave: 'intake', kind: 'inquiry_reminder', round: 2 },
  // reminded on its last day, or closed: both are right
  asked20: null,
  met7: { wave: 'T1', kind: 'questionnaire_reminder', round: 1 },
  met14: { wave: 'T1', kind: 'questionnaire_reminder', round: 2 },
  // whoever is met during the run is asked then
  to_meet: null,
  window: { wave: 'T2', kind: 'window_opens', round: 0 },
  opened: { wave: 'T2', kind: 'appointment_reminder', round: 1 },
  // to whoever coordinates
  closing: { wave: 'T2', kind: 'closing_warning', round: 28 },
}

/** Registers client `number` of supervisor `of`; every forty-ninth supervisor has no mailbox any more. */
export async function enter({ desk, on }: Stage, number: number, of: number, day: Day) {
  const email = `${of % 49 === 48 ? GONE : ''}supervisor${of}@reclassering.example`
  const named = {
    supervisionNumber: `T-${number}`,
    client: { number: `C-${number}`, surname: `Client${number}`, initials: 'X.', bornOn: '1985-04-03' as Day },
    supervisor: { number: `S-${of}`, name: `Supervisor ${of}`, email },
  }
  const facts = { ...FACTS, registeredOn: day, startedOn: day }
  const entered = must(
    await registerNamed(desk.vault, on(day), {
      named,
      facts,
      register: (whole: RegisteredCase) => register(desk.study, on(day), whole),
    }),
  )
  if (!entered.supervisorId) throw new Error('registered without a supervisor')
  const { registrationId, clientId, supervisorId } = entered
  return { registrationId, clientId, supervisorId }
}

/** Holds the first interview, the form signed before it; once, however often it is asked. */
export async function meet({ desk, on, study }: Stage, registrationId: string, day: Day) {
  const scopes = Object.fromEntries(study.protocol.scopes.map((scope) => [scope, 'accepted' as const]))
  const version = formInForce(study.protocol, day)?.version ?? ''
  const form = { registrationId, version, language: 'nl' as const, signedOn: day, location: 'Utrecht' }
  const signed = await signConsent(desk.vault, on(day), { ...form, way: 'import', scopes })
  if (!signed.ok && signed.refusal.code !== 'already_signed') return signed
  const talk = { registrationId, wave: 'T1', on: day, contacts: 3, interviewer: 'I1', minutes: 25 }
  return holdInterview(desk.study, on(day), talk)
}

/** The steps of a part before the run, by day; they share what registering gave. */
function stepsOf(stage: Stage, part: Part, day: Day, number: number, of: number, said: (ids: Ids) => void) {
  const { desk, on } = stage
  let ids: Ids
  const registered = async (on: Day) => {
    ids = await enter(stage, number, of, on)
    said(ids)
  }
  const asked = async (day: Day) => must(await inquire(desk.study, on(day), ids.registrationId))
  const replied = async (day: Day) => {
    const { registrationId } = ids
    const reply = { registrationId, repliedOn: day, isSupervisor: true, contacts: 2, nextContactOn: null, reason: null }
    must(await recordReply(desk.study, on(day), reply))
  }
  const met = async (day: Day) => must(await meet(stage, ids.registrationId, day))
  const upToApproach = (met: Day): Step[] => [
    [addDays(met, -12), registered],
    [addDays(met, -11), asked],
    [addDays(met, -7), replied],
  ]
  const askedAgo = (days: number): Step[] => [
    [addDays(day, -days - 1), registered],
    [addDays(day, -days), asked],
  ]
  const metOn = (on: Day): Step[] => [...upToApproach(on), [on, met]]
  const steps: Record<Part, () => Step[]> = {
    fresh: () => [[addDays(day, -10), registered]],
    asked7: () => askedAgo(7),
    asked14: () => askedAgo(14),
    asked20: () => askedAgo(20),
    met7: () => metOn(addDays(day, -7)),
    met14: () => metOn(addDays(day, -14)),
    to_meet: () => upToApproach(day),
    window: () => metOn(addMonths(day, -6)),
    opened: () => metOn(addMonths(addDays(day, -14), -6)),
    closing: () => metOn(addMonths(addDays(day, 28), -9)),
  }
  return steps[part]()
}
type Ids = Awaited<ReturnType<typeof enter>>
type Step = readonly [Day, (day: Day) => Promise<unknown>]

/**
 * Plays the courses of so many clients up to the day before the run, day by day, through the verbs; what was to be said
 * until then is written down as suppressed. Every third supervisor has two clients, so that a message may hold two lines.
 */
export async function castOf(stage: Stage, count: number, days: readonly Day[]): Promise<Player[]> {
  const { desk, on } = stage
  const players: Player[] = []
  const byDay = new Map<Day, ((day: Day) => Promise<unknown>)[]>()
  const put = ([day, step]: Step) => byDay.set(day, [...(byDay.get(day) ?? []), step])
  for (let number = 0; number < count; number++) {
    const part = PARTS[number % PARTS.length] as Part
    const day = days[Math.floor(number / PARTS.length) % days.length] as Day
    const of = number % 4 === 3 ? number - 1 : number
    const said = (ids: Ids) => players.push({ part, day, ...ids, expected: EXPECTED[part] })
    for (const step of stepsOf(stage, part, day, number, of, said)) put(step)
  }
  const first = days[0] as Day
  for (const day of days)
    for (const opening of [addDays(day, -14), addMonths(addDays(day, 28), -3)])
      put([opening, (today) => openWindows(desk.study, on(today))])
  const quietly = { ...desk, transport: suppressed }
  const before = [...byDay].filter(([day]) => day < first).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [day, steps] of before) {
    // a supervisor's two clients may be entered at once: both find the same person
    await atOnce(steps, (step) => step(day))
    await sendWaitingMail(quietly, on(day))
  }
  await closeNonResponses(quietly, on(addDays(first, -1)))
  return players
}

const AT_ONCE = 6

async function atOnce<T>(items: readonly T[], body: (item: T) => Promise<unknown>) {
  const left = [...items]
  const line = async () => {
    for (let item = left.shift(); item; item = left.shift()) await body(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, line))
}
