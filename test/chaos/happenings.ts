import { setTimeout as wait } from 'node:timers/promises'
import { now } from '../../app/platform/clock'
import type { Day } from '../../app/protocol/day'
import { inquire } from '../../app/records/intake/inquire'
import { type Act, actsFor, perform, type Target } from './acts'
import { enter, meet, type Player, type Stage } from './cast'
import { persistently } from './until'

type Scene = {
  readonly stage: Stage
  readonly players: readonly Player[]
  readonly day: Day
  readonly random: () => number
  /** What happened is added here. */
  readonly acts: Act[]
  readonly count: number
}

/** Between one thing that happens and the next, in milliseconds, on average. */
const PAUSE_MS = 100

/**
 * Lets things happen while mail goes out, most of them to what is being sent at this moment. Clients who wait for their
 * first interview are met, new ones are asked about; the others are answered, withdraw, are handed over.
 */
export async function happenings({ stage, players, day, random, acts, count }: Scene): Promise<void> {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  const toMeet = players.filter((one) => one.part === 'to_meet' && one.day === day)
  const met = new Set(acts.filter(({ act }) => act === 'meet').map(({ registrationId }) => registrationId))
  const waiting = toMeet.filter(({ registrationId }) => !met.has(registrationId))
  for (let turn = 0; turn < count; turn++) {
    await wait(random() * 2 * PAUSE_MS)
    const said = await saidSoon(stage, day)
    const target = pick(said.slice(0, random() < 0.7 ? 8 : undefined))
    const act = target && pick(actsFor(target.kind))
    const kind = random()
    const next = kind < 0.3 ? waiting.shift() : undefined
    if (next) acts.push(await beMet(stage, next, day))
    else if (kind > 0.9 || !target || !act) acts.push(await arrive(stage, players.length + acts.length, day))
    else {
      const colleague =
        pick(players.filter(({ supervisorId }) => supervisorId !== target.supervisorId))?.supervisorId ?? ''
      acts.push(await perform(stage, { day, act, target, colleague }))
    }
  }
}

/** So long at most something that happens waits for a message that it is about. */
const LONGEST_WAIT_MS = 5_000

async function saidSoon(stage: Stage, day: Day): Promise<Target[]> {
  const began = performance.now()
  for (;;) {
    const said = await persistently('looking what is being said', () => beingSaid(stage, day))
    if (said.length > 0 || performance.now() - began > LONGEST_WAIT_MS) return said
    await wait(50)
  }
}

/** Lines of today that are planned or on their way, in the order in which they leave. */
const beingSaid = ({ desk, study }: Stage, day: Day) =>
  desk.study.$queryRaw<Target[]>`
    SELECT l.registration_id AS "registrationId", r.client_id AS "clientId", l.supervisor_id AS "supervisorId", l.wave, l.kind
      FROM study.mail_line l JOIN study.mail_envelope e ON e.id = l.envelope_id
      JOIN study.registration r ON r.id = l.registration_id
     WHERE e.study_id = ${study.id}::uuid AND l.state = 'planned' AND e.state IN ('planned', 'sending')
       AND e.day <= ${day}::date AND l.supervisor_id IS NOT NULL
     ORDER BY e.state DESC, e.id, l.id`

/** A client's first interview is held: the supervisor gets the questionnaire. */
async function beMet(stage: Stage, player: Player, day: Day): Promise<Act> {
  const calledAt = now().getTime()
  const { registrationId, clientId, supervisorId } = player
  const before = async () => {
    const where = { registrationId, wave: 'T1', perspective: 'client' }
    return (await stage.desk.study.measurement.count({ where })) > 0
  }
  const come = await persistently('meeting', async () => {
    if (await before()) return 'done'
    const result = await meet(stage, registrationId, day)
    return result.ok ? 'done' : result.refusal.code
  })
  const target = { registrationId, clientId, supervisorId, wave: 'T1', kind: 'questionnaire' }
  return { ...target, act: 'meet', request: '', came: come, calledAt, committedAt: now().getTime() }
}

/** The register brings a new client, of a supervisor of whom nothing was known, who is asked at once. */
async function arrive(stage: Stage, number: number, day: Day): Promise<Act> {
  const calledAt = now().getTime()
  const ids = await persistently('registering', () => enter(stage, number, number, day))
  const occasion = { ...stage.on(day), request: crypto.randomUUID() }
  const result = await persistently('asking', () => inquire(stage.desk.study, occasion, ids.registrationId))
  const came = result.ok || result.refusal.code === 'already_done' ? 'done' : result.refusal.code
  const target = { ...ids, wave: 'intake', kind: 'inquiry' }
  return { ...target, act: 'arrive', request: occasion.request, came, calledAt, committedAt: now().getTime() }
}
