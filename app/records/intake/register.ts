import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { randomBytes } from '../../platform/random'
import { type Day, fromColumn, toColumn } from '../../protocol/day'
import { makePseudonym } from '../../protocol/pseudonym'
import { done, type Result } from '../../protocol/refusal'
import { registerStep } from '../../protocol/register-step'
import { change } from '../change'
import { DECLINES, DECLINES_ALTOGETHER } from '../declining'
import { comeBack, depart } from '../departures'
import { casesAtRegister } from './register-facts'

/** A supervision as the register knows it, without a name: the ids are identity's (protocol §2, step 1). */
export type RegisteredCase = {
  readonly registrationId: string
  readonly clientId: string
  readonly supervisorId: string | null
  readonly gender: string | null
  readonly birthYear: number | null
  readonly registeredOn: Day
  readonly startedOn: Day | null
  readonly status: 'running' | 'not_started' | 'waiting_list'
  readonly modality: 'conditional' | 'other'
  readonly supervisionLevel: number | null
  readonly riskCategory: string | null
  readonly electronicMonitoring: boolean
  readonly penitentiaryProgramme: boolean
  readonly organisation: string
  readonly region: string
  readonly location: string
  /** The client stands on the list of people who do not want to be asked: the vault says so, the study does not keep it. */
  readonly doNotAsk?: boolean
}

/**
 * Takes a supervision into the study: the second half of the pair that identity began. Repeating it with the same
 * facts changes nothing; with other facts it updates them and looks at step 1 again (protocol §2).
 * Gives whether the case was new, changed or unchanged.
 */
export function register(
  db: StudyDb,
  occasion: Occasion,
  told: RegisteredCase,
): Promise<Result<'new' | 'changed' | 'unchanged'>> {
  const what = { verb: 'register', subject: 'registration', subjectId: told.registrationId }
  return change(db, occasion, what, async (tx) => {
    const facts = await leastOf(tx, told)
    if (await enterCase(tx, occasion, facts)) {
      await firstStep(tx, occasion, facts)
      return done('new')
    }
    const known = await tx.registration.findUniqueOrThrow({ where: { id: facts.registrationId } })
    if (!differs(known, facts)) return done('unchanged')
    await tx.registration.update({ where: { id: facts.registrationId }, data: columns(facts) })
    const asked = await tx.inquiry.count({ where: { registrationId: facts.registrationId } })
    const withdrawn = await tx.withdrawal.count({ where: { clientId: facts.clientId } })
    if (asked + withdrawn === 0) {
      for (const step of ['register', 'inquiry']) await comeBack(tx, facts.registrationId, step, occasion.today)
      await firstStep(tx, occasion, facts)
    }
    return done('changed')
  })
}

/**
 * What is written of a case: of a client who had everything erased, not again what was erased (§6). A case that is there is
 * locked first, as erasing locks it.
 */
async function leastOf(tx: StudyTx, told: RegisteredCase): Promise<RegisteredCase> {
  const { clientId, registrationId } = told
  await tx.$executeRaw`SELECT FROM study.registration WHERE id = ${registrationId}::uuid FOR UPDATE`
  if ((await tx.withdrawal.count({ where: { clientId, collected: 'erase' } })) === 0) return told
  return {
    ...told,
    supervisionLevel: null,
    riskCategory: null,
    electronicMonitoring: false,
    penitentiaryProgramme: false,
  }
}

/** Step 1, with a supervisor who can be asked; else the case leaves, until that changes. */
async function firstStep(tx: StudyTx, occasion: Occasion, facts: RegisteredCase) {
  const [at] = await casesAtRegister(tx, occasion, [facts.registrationId])
  if (!at) throw new Error('a case that was just written is not there')
  const step = registerStep(occasion.study.protocol, { ...at.facts, doNotAsk: facts.doNotAsk === true })
  if (!step.open) await depart(tx, occasion, facts.registrationId, 'register', step.reason, occasion.today)
  else {
    const declined = await declinedAs(tx, facts)
    if (declined) await depart(tx, occasion, facts.registrationId, 'inquiry', declined, occasion.today)
  }
}

/** Under which reason the supervisor said no before, altogether or for this client; null when they can be asked. */
async function declinedAs(tx: StudyTx, { registrationId, supervisorId }: RegisteredCase): Promise<string | null> {
  if (!supervisorId) return null
  if (await tx.supervisor.count({ where: { id: supervisorId, declinedOn: { not: null } } })) return DECLINES_ALTOGETHER
  return (await tx.declining.count({ where: { registrationId, supervisorId } })) ? DECLINES : null
}

/** The case with its client and supervisor, under pseudonyms of their own, in one statement; false when the case is there. */
async function enterCase(tx: StudyTx, { study }: Occasion, facts: RegisteredCase): Promise<boolean> {
  const written = await tx.$executeRaw`
    WITH client AS (
      INSERT INTO study.client (id, study_id, pseudonym, gender, birth_year)
      VALUES (${facts.clientId}::uuid, ${study.id}::uuid, ${makePseudonym(randomBytes)}, ${facts.gender}, ${facts.birthYear}::smallint)
      ON CONFLICT (id) DO NOTHING
    ), supervisor AS (
      INSERT INTO study.supervisor (id, study_id, pseudonym)
      SELECT ${facts.supervisorId}::uuid, ${study.id}::uuid, ${makePseudonym(randomBytes)}
       WHERE ${facts.supervisorId}::uuid IS NOT NULL
      ON CONFLICT (id) DO NOTHING
    )
    INSERT INTO study.registration (id, study_id, client_id, supervisor_id, registered_on, started_on, status, modality,
      supervision_level, risk_category, electronic_monitoring, penitentiary_programme, organisation, region, location)
    VALUES (${facts.registrationId}::uuid, ${study.id}::uuid, ${facts.clientId}::uuid, ${facts.supervisorId}::uuid,
      ${facts.registeredOn}::date, ${facts.startedOn}::date, ${facts.status}, ${facts.modality},
      ${facts.supervisionLevel}::smallint, ${facts.riskCategory}, ${facts.electronicMonitoring},
      ${facts.penitentiaryProgramme}, ${facts.organisation}, ${facts.region}, ${facts.location})
    ON CONFLICT (id) DO NOTHING`
  return written === 1
}

const columns = ({
  registrationId: _,
  gender: __,
  birthYear: ___,
  doNotAsk: ____,
  registeredOn,
  startedOn,
  ...facts
}: RegisteredCase) => ({
  ...facts,
  registeredOn: toColumn(registeredOn),
  startedOn: startedOn && toColumn(startedOn),
})

/** Whether the register says anything else of a case than is already known. */
function differs(known: Record<string, unknown>, facts: RegisteredCase): boolean {
  return Object.entries(columns(facts)).some(([name, value]) => {
    const before = known[name]
    return before instanceof Date && value instanceof Date ? fromColumn(before) !== fromColumn(value) : before !== value
  })
}
