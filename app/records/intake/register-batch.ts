import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { done, type Result } from '../../protocol/refusal'
import { changeEach } from '../change'
import { type BatchTaken, noteTaken } from '../import-progress'
import { askedThen, handOverByRegister } from './by-register'
import { keepCovariates } from './covariates'
import { enterCases, knownCases, updateCases } from './enter-cases'
import { firstSteps, firstStepsAgain } from './first-step'
import { changedFields, type KnownCase, leastOf, type RegisteredCase, toldOn } from './registered-case'

/** What a row of the register came to, or would; of a changed one the fields that it says otherwise. */
export type Came = { readonly outcome: 'new' | 'changed' | 'unchanged'; readonly fields: readonly string[] }

/**
 * Takes supervisions into the study, any number in one transaction with an audit entry each: the second half of what
 * identity began. A row that says the same as is known changes nothing; one that says otherwise updates its case, and looks
 * at step 1 again while nobody was asked (protocol §2). Another supervisor takes over what was asked and is unanswered,
 * case by case once the batch is in; a case in which a pair is bound keeps the one it has. `taken` notes how far an import
 * came with it, in the same transaction. Gives what became of each row; no case may stand in it twice.
 */
export async function registerBatch(
  db: StudyDb,
  occasion: Occasion,
  told: readonly RegisteredCase[],
  taken?: BatchTaken,
): Promise<Result<Came[]>> {
  const whats = told.map(({ registrationId }) => ({
    verb: 'register',
    subject: 'registration',
    subjectId: registrationId,
  }))
  const registered = await changeEach(db, occasion, whats, async (tx) => {
    const known = await knownCases(tx, idsOf(told), { lock: true })
    const rows = await withoutErased(tx, told)
    const fresh = rows.filter(({ registrationId }) => !known.has(registrationId))
    const entered = fresh.length > 0 ? await enterCases(tx, occasion, fresh) : new Set<string>()
    const added = fresh.filter(({ registrationId }) => entered.has(registrationId))
    if (added.length < fresh.length) {
      const meanwhile = idsOf(fresh).filter((id) => !entered.has(id))
      for (const [id, one] of await knownCases(tx, meanwhile, { lock: true })) known.set(id, one)
    }
    const came = rows.map((row) => cameOf(known.get(row.registrationId), row, occasion))
    const changed = rows.filter((row) => factsOtherwise(known.get(row.registrationId), row, occasion).length > 0)
    await change(tx, occasion, changed, known)
    await firstSteps(tx, occasion, added)
    await keep(tx, occasion, [...added, ...changed])
    if (taken) await noteTaken(tx, taken, came)
    return done(came)
  })
  const moved = registered.ok ? movedAmong(told, registered.value) : []
  if (moved.length > 0) await handOverByRegister(db, occasion, moved)
  return registered
}

/** What these rows would come to; nothing is written. */
export async function foreseeBatch(db: StudyDb, occasion: Occasion, told: readonly RegisteredCase[]): Promise<Came[]> {
  const known = await knownCases(db, idsOf(told), { lock: false })
  return (await withoutErased(db, told)).map((row) => cameOf(known.get(row.registrationId), row, occasion))
}

/** Those of these cases whose supervisor may still be another: no pair is bound (protocol §2.2). */
export async function unpairedAmong(db: StudyDb, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const paired = await db.$queryRaw<{ id: string }[]>`
    SELECT registration_id AS id FROM study.dyad WHERE registration_id = ANY (${[...ids]}::uuid[])`
  const bound = new Set(paired.map(({ id }) => id))
  return new Set(ids.filter((id) => !bound.has(id)))
}

const idsOf = (told: readonly RegisteredCase[]) => told.map(({ registrationId }) => registrationId)

const factsOtherwise = (known: KnownCase | undefined, told: RegisteredCase, occasion: Occasion): string[] =>
  known ? changedFields(known, told, toldOn(told, occasion)) : []

function cameOf(known: KnownCase | undefined, told: RegisteredCase, occasion: Occasion): Came {
  if (!known) return { outcome: 'new', fields: [] }
  const fields = [...factsOtherwise(known, told, occasion), ...(told.otherwise ?? [])]
  return { outcome: fields.length > 0 ? 'changed' : 'unchanged', fields }
}

/** Of clients who had everything erased only what is written again (§6). */
async function withoutErased(
  tx: StudyTx | StudyDb,
  told: readonly RegisteredCase[],
): Promise<readonly RegisteredCase[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT client_id AS id FROM study.withdrawal
     WHERE client_id = ANY (${told.map(({ clientId }) => clientId)}::uuid[]) AND collected = 'erase'`
  const erased = new Set(rows.map(({ id }) => id))
  return told.map((one) => (erased.has(one.clientId) ? leastOf(one) : one))
}

async function change(
  tx: StudyTx,
  occasion: Occasion,
  changed: readonly RegisteredCase[],
  known: ReadonlyMap<string, KnownCase>,
): Promise<void> {
  if (changed.length === 0) return
  const knownOf = ({ registrationId }: RegisteredCase) => known.get(registrationId) as KnownCase
  const facts = changed.map((one) => {
    const { paired, supervisorId } = knownOf(one)
    return paired && supervisorId ? { ...one, supervisorId } : one
  })
  await updateCases(tx, occasion, facts)
  const again = facts.filter((one) => !knownOf(one).asked && !knownOf(one).withdrawn)
  await firstStepsAgain(tx, occasion, again)
  if (!occasion.past) return
  const then = facts.map((one) => ({ id: one.registrationId, registeredBefore: knownOf(one).registeredOn }))
  await askedThen(tx, then)
}

/** Those that have another supervisor by the register now. */
const movedAmong = (told: readonly RegisteredCase[], came: readonly Came[]): string[] =>
  told.flatMap(({ registrationId }, place) => (came[place]?.fields.includes('supervisor_number') ? registrationId : []))

function keep(tx: StudyTx, occasion: Occasion, told: readonly RegisteredCase[]): Promise<unknown> {
  const rows = told.flatMap((one) =>
    Object.entries(one.covariates ?? {}).map(([name, value]) => ({
      registrationId: one.registrationId,
      name,
      value,
      asOf: toldOn(one, occasion),
      source: 'register',
    })),
  )
  return rows.length > 0 ? keepCovariates(tx, rows) : Promise.resolve(null)
}
