import fc from 'fast-check'
import { addDays, type Day } from '../../app/protocol/day'
import { declineAltogether, declineFor } from '../../app/records/declining'
import { planAppointment } from '../../app/records/fieldwork/appointment'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { loseBeforeWave } from '../../app/records/fieldwork/loss'
import { recordNoShow } from '../../app/records/fieldwork/no-show'
import { recordNotHeld, recordRefusal } from '../../app/records/fieldwork/refusal'
import { recordEvent } from '../../app/records/follow-up/event'
import { askAgain } from '../../app/records/intake/ask-again'
import { correctReply } from '../../app/records/intake/correction'
import { setFinding } from '../../app/records/intake/finding'
import { handOver } from '../../app/records/intake/hand-over'
import { inquire } from '../../app/records/intake/inquire'
import { judge } from '../../app/records/intake/judgement'
import { planApproach } from '../../app/records/intake/plan'
import { screen } from '../../app/records/intake/screening'
import { changeSupervisor } from '../../app/records/pairs/change-supervisor'
import { lookAgain } from '../../app/records/sweeps/looking-again'
import { closeInquiries } from '../../app/records/sweeps/non-response'
import { withdraw } from '../../app/records/withdrawal'
import { CLIENTS, type ClientName, MET, REGISTERED } from '../people'
import type { World } from '../world'

const NAMES = Object.keys(CLIENTS) as ClientName[]
const PLACES = ['Utrecht', 'Rotterdam'] as const
const placeOf = (name: ClientName) => PLACES[NAMES.indexOf(name) % 2] as string

type Ids = { registrationId: string; clientId: string; supervisorId: string | null }
type Doing = (world: World, name: ClientName, ids: Ids, today: Day, colleague: string) => Promise<unknown>

const registered =
  (facts: { status?: 'running' | 'waiting_list'; startedOn?: Day | null }): Doing =>
  (world, name, _, today) =>
    world.register(name, { ...facts, region: placeOf(name), location: placeOf(name) }, today)

const ANSWER = { isSupervisor: true, contacts: 2, nextContactOn: null, reason: null }

/** What can happen to a case, each by the verb that does it; what a verb refuses does not happen. */
const DOINGS: Readonly<Record<string, Doing>> = {
  running: registered({}),
  waits: registered({ status: 'waiting_list' }),
  not_started_yet: registered({ startedOn: null }),
  inquire: (world, _, { registrationId }, today) => inquire(world.db, world.on(today), registrationId),
  answer: (world, name, _, today) => world.reply(name, { repliedOn: today, nextContactOn: null }, today),
  answer_against: (world, name, _, today) =>
    world.reply(name, { repliedOn: today, nextContactOn: null, reason: 'abroad' }, today),
  answer_not_now: (world, name, _, today) =>
    world.reply(name, { repliedOn: today, nextContactOn: null, reason: 'supervisor_workload' }, today),
  not_mine: (world, name, _, today) =>
    world.reply(name, { repliedOn: today, nextContactOn: null, isSupervisor: false }, today),
  hand_over: (world, _, { registrationId }, today, to) => handOver(world.db, world.on(today), { registrationId, to }),
  ask_again: (world, _, { registrationId }, today) => askAgain(world.db, world.on(today), registrationId),
  correct: (world, _, { registrationId }, today) =>
    correctReply(world.db, world.on(today), { ...ANSWER, registrationId, repliedOn: today }),
  correct_against: (world, _, { registrationId }, today) =>
    correctReply(world.db, world.on(today), { ...ANSWER, registrationId, repliedOn: today, reason: 'no_dutch' }),
  find_met: (world, _, { registrationId }, today) =>
    setFinding(world.db, world.on(today), { registrationId, criterion: 'supervision_started', verdict: 'met' }),
  find_unknown: (world, _, { registrationId }, today) =>
    setFinding(world.db, world.on(today), { registrationId, criterion: 'enough_dutch', verdict: 'unknown' }),
  plan: (world, _, { registrationId }, today) =>
    planApproach(world.db, world.on(today), { registrationId, plannedOn: addDays(today, 5) }),
  close: (world, _, __, today) => closeInquiries(world.db, world.on(today)),
  look_again: (world, _, __, today) => lookAgain(world.db, world.on(today)),
  screen: (world, _, { registrationId }, today) => screen(world.db, world.on(today), registrationId),
  judge: (world, _, { registrationId }, today) => judge(world.db, world.on(today), { registrationId, reason: null }),
  hold: async (world, name, { registrationId }, today) => {
    await world.consented(name)
    const interview = { contacts: 3, interviewer: 'I1', minutes: 25 }
    return holdInterview(world.db, world.on(today), { registrationId, wave: 'T1', on: today, ...interview })
  },
  hold_second: (world, _, { registrationId }, today) => {
    const interview = { contacts: null, interviewer: 'I1', minutes: 25 }
    return holdInterview(world.db, world.on(today), { registrationId, wave: 'T2', on: today, ...interview })
  },
  lose_second: (world, _, { registrationId }, today) =>
    loseBeforeWave(world.db, world.on(today), { registrationId, wave: 'T2', on: today, reason: 'supervision_ended' }),
  no_show: (world, _, { registrationId }, today) =>
    recordNoShow(world.db, world.on(today), { registrationId, wave: 'T1', on: today }),
  refuse: (world, _, { registrationId }, today) =>
    recordRefusal(world.db, world.on(today), { registrationId, wave: 'T1', on: today, reason: 'no_time' }),
  not_held: (world, _, { registrationId }, today) =>
    recordNotHeld(world.db, world.on(today), { registrationId, wave: 'T1', on: today, reason: 'practical' }),
  plan_second: (world, _, { registrationId }, today) =>
    planAppointment(world.db, world.on(today), { registrationId, wave: 'T2', appointmentOn: addDays(today, 7) }),
  fill_in: (world, name, _, today) => world.answered(name, 'supervisor', { on: today }),
  other_supervisor: (world, _, { registrationId }, today, to) =>
    changeSupervisor(world.db, world.on(today), { registrationId, to }),
  ended: (world, _, { registrationId }, today) =>
    recordEvent(world.db, world.on(today), {
      registrationId,
      event: 'ended',
      on: today,
      kind: 'completed',
      reason: null,
    }),
  decline: (world, _, { registrationId, supervisorId }, today) =>
    declineFor(world.db, world.on(today), { registrationId, supervisorId: supervisorId ?? '' }),
  decline_all: (world, _, { supervisorId }, today) => declineAltogether(world.db, world.on(today), supervisorId ?? ''),
  withdraw: (world, _, { clientId }, today) => withdraw(world.db, world.on(today), { clientId, collected: 'keep' }),
}
/** What brings a case on, more often than what ends it: else none would come far. */
const LIKELY = [
  'answer',
  'answer',
  'answer_against',
  'answer_not_now',
  'not_mine',
  'find_met',
  'plan',
  'hold',
  'hold_second',
] as const

/** One thing that happens: what, to whom, how many days after the one before. */
export type Happening = { readonly doing: string; readonly name: ClientName; readonly days: number }

/** What comes after the intake only. */
const LATER = ['plan_second', 'fill_in', 'other_supervisor', 'ended']

/** The same courses every time: as many as asked, each of a few dozen things; with `later` also of what comes after the intake. */
export const courses = (count: number, { later = false } = {}): Happening[][] => {
  const doings = Object.keys(DOINGS).filter((name) => later || !LATER.includes(name))
  const doing = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<string>(...LIKELY) },
    { weight: 1, arbitrary: fc.constantFrom(...doings) },
  )
  const days = fc.oneof({ weight: 30, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.constantFrom(21, 100) })
  const happening = fc.record({ doing, name: fc.constantFrom(...NAMES), days })
  return fc.sample(fc.array(happening, { minLength: 60, maxLength: 60 }), { numRuns: count, seed: 20_120_301 })
}

/**
 * Lets a course happen in a world in which everybody was registered and most were asked about, and looks now and then, or after
 * every so many things. Gives the days on which anything may have changed.
 */
export async function happen(
  world: World,
  course: readonly Happening[],
  look: (today: Day) => Promise<void> = async () => {},
  every = 6,
): Promise<Day[]> {
  const known = new Map<ClientName, Ids>()
  for (const name of NAMES)
    known.set(name, await world.registered(name, { region: placeOf(name), location: placeOf(name) }))
  for (const name of NAMES.slice(2))
    await inquire(world.db, world.on(REGISTERED), known.get(name)?.registrationId ?? '')
  const colleague = (name: ClientName) =>
    [...known.values()].find((one) => one.supervisorId !== known.get(name)?.supervisorId)?.supervisorId ?? ''
  let today = REGISTERED
  const days = new Set<Day>([today, MET])
  for (const [turn, { doing, name, days: later }] of course.entries()) {
    today = addDays(today, later)
    await DOINGS[doing]?.(world, name, known.get(name) as Ids, today, colleague(name))
    days.add(today)
    if (turn % every === every - 1) await look(today)
  }
  return [...days].sort()
}
