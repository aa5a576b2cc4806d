import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { randomBytes } from '../../platform/random'
import { placesFree } from '../../protocol/caseload'
import { registerStep } from '../../protocol/criteria'
import { type Day, fromColumn, toColumn } from '../../protocol/day'
import { makePseudonym } from '../../protocol/pseudonym'
import { done, type Result } from '../../protocol/refusal'
import { change } from '../change'
import { comeBack, depart } from '../departures'
import { placesTaken } from '../places'

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
}

/**
 * Takes a supervision into the study: the second half of the pair that identity began. Repeating it with the same
 * facts changes nothing; with other facts it updates them and looks at step 1 again (protocol §2).
 * Gives whether the case was new, changed or unchanged.
 */
export function register(
  db: StudyDb,
  occasion: Occasion,
  facts: RegisteredCase,
): Promise<Result<'new' | 'changed' | 'unchanged'>> {
  const what = { verb: 'register', subject: 'registration', subjectId: facts.registrationId }
  return change(db, occasion, what, async (tx) => {
    const known = await tx.registration.findUnique({ where: { id: facts.registrationId } })
    if (known && !differs(known, facts)) return done('unchanged')
    await people(tx, occasion, facts)
    if (known) await tx.registration.update({ where: { id: facts.registrationId }, data: columns(facts) })
    else
      await tx.registration.createMany({
        data: { id: facts.registrationId, studyId: occasion.study.id, ...columns(facts) },
      })
    await firstStep(tx, occasion, facts, known !== null)
    return done(known ? 'changed' : 'new')
  })
}

/** Step 1: started, not waiting, a place free; a case that left here comes back when that has changed. */
async function firstStep(tx: StudyTx, occasion: Occasion, facts: RegisteredCase, again: boolean) {
  if (again && (await tx.inquiry.count({ where: { registrationId: facts.registrationId } }))) return
  const { protocol } = occasion.study
  const taken = facts.supervisorId ? await placesTaken(tx, facts.supervisorId, { lock: false }) : 0
  const step = registerStep(protocol, { status: facts.status, places: placesFree(protocol, taken) })
  if (again) await comeBack(tx, facts.registrationId, 'register', occasion.today)
  if (!step.open) await depart(tx, occasion, facts.registrationId, 'register', step.reason, occasion.today)
}

/** The client and the supervisor under pseudonyms of their own; those who are there stay as they are. */
async function people(tx: StudyTx, { study }: Occasion, facts: RegisteredCase) {
  await tx.client.createMany({
    data: {
      id: facts.clientId,
      studyId: study.id,
      pseudonym: makePseudonym(randomBytes),
      gender: facts.gender,
      birthYear: facts.birthYear,
    },
    skipDuplicates: true,
  })
  if (!facts.supervisorId) return
  const supervisor = { id: facts.supervisorId, studyId: study.id, pseudonym: makePseudonym(randomBytes) }
  await tx.supervisor.createMany({ data: supervisor, skipDuplicates: true })
}

const columns = ({
  registrationId: _,
  gender: __,
  birthYear: ___,
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
