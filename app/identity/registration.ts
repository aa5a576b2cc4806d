import { blindId, newId } from '../platform/id'
import { type Occasion, withoutRequest } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'
import { leaveErrand } from './errands'
import { enterPerson, enterSupervisor, type Named } from './people'
import { type Needed, restoreNames } from './restoring'
import { studyIdsOf, tie } from './tie'

/** The ids under which the study knows the same three. */
export type Ids = { readonly registrationId: string; readonly clientId: string; readonly supervisorId: string | null }

/** The study's half of a registration: what `register` of the records takes. */
type Register<Facts, T> = (facts: Facts & Ids) => Promise<Result<T>>

/**
 * Registers a supervision, both halves in their fixed order (protocol §6): first names and numbers go into identity,
 * recognised by keyed hash, with an errand for the study's half; then that half is done. When the process dies in
 * between, the errand or the same row once more completes it. A name that went is written back when `needed` says
 * that the study needs it again; without `needed` none is. Gives what the study's half gives. Refused when the supervision is
 * known and the row names another client or another supervisor for it, or when the study is finished and its key is gone.
 */
export async function registerNamed<Facts extends object, T>(
  vault: Vault,
  occasion: Occasion,
  {
    named,
    facts,
    register,
    needed,
  }: {
    readonly named: Named
    readonly facts: Facts
    readonly register: Register<Facts, T>
    readonly needed?: Needed
  },
): Promise<Result<Ids & { readonly outcome: T | 'already_done' }>> {
  const entered = await enterNamed(vault, occasion, named, facts)
  if (!entered.ok) return entered
  const registered = await register({ ...facts, ...entered.value })
  const stands = registered.ok || registered.refusal.code === 'already_done'
  // after the study's half: the facts of this row say whether the name is needed
  const back = stands && needed ? await restoreNames(vault, occasion, { named, ids: entered.value, needed }) : null
  if (back && !back.ok) return back
  if (registered.ok) return done({ ...entered.value, outcome: registered.value })
  if (registered.refusal.code === 'already_done') return done({ ...entered.value, outcome: 'already_done' as const })
  return registered
}

/** Identity's half, alone: idempotent, since everyone is recognised by the keyed hash of a number. */
async function enterNamed(vault: Vault, occasion: Occasion, named: Named, facts: object): Promise<Result<Ids>> {
  const known = await entered(vault, occasion, named)
  // Here before: the study's half may still differ, so it is asked again, but no name is written twice. One that went
  // comes back afterwards, when the study needs it.
  if (known && (!known.ok || known.value.supervisorId || !named.supervisor)) return known
  if (known && named.supervisor) return nameSupervisor(vault, occasion, known.value, named, facts)
  const registrationId = newId()
  const what = { verb: 'enter_registration', subject: 'registration', subjectId: registrationId }
  const written = await change(vault, withoutRequest(occasion), what, async (tx) => {
    const { keys } = vault
    const client = await enterPerson(tx, keys, occasion, named.client)
    const supervisor = named.supervisor && (await enterSupervisor(tx, keys, occasion, named.supervisor))
    const id = blindId()
    const count = await tx.$executeRaw`
      INSERT INTO identity.supervision (id, study_alias, number_hash, number, person_id, supervisor_id)
      VALUES (${id}::uuid, ${keys.alias(occasion.study.id)}::uuid, ${keys.hash('supervision', named.supervisionNumber)},
              ${keys.seal(named.supervisionNumber, `supervision.number:${id}`)},
              ${client.id}::uuid, ${supervisor?.id ?? null}::uuid)
      ON CONFLICT (study_alias, number_hash) DO NOTHING`
    if (count === 0) return refuse('entered_meanwhile')
    await tie(tx, keys, id, registrationId)
    const ids = { registrationId, clientId: client.studyId, supervisorId: supervisor?.studyId ?? null }
    await leaveErrand(tx, keys, occasion, { facts: { ...facts, ...ids } })
    return done(ids)
  })
  // Another import entered the same supervision in this moment: theirs is the one.
  const theirs = written.ok ? null : await entered(vault, occasion, named)
  return theirs ?? written
}

/**
 * A supervisor who was not known when the supervision was entered (protocol §2.1, 3), with an errand for the study's
 * half. Whoever names another one in the same moment is refused.
 */
function nameSupervisor(
  vault: Vault,
  occasion: Occasion,
  known: Ids,
  named: Named,
  facts: object,
): Promise<Result<Ids>> {
  const what = { verb: 'name_supervisor', subject: 'registration', subjectId: known.registrationId }
  return change(vault, withoutRequest(occasion), what, async (tx) => {
    const { keys } = vault
    const supervisor = named.supervisor && (await enterSupervisor(tx, keys, occasion, named.supervisor))
    const where = numbered(vault, occasion, named)
    const count = await tx.supervision.updateMany({
      where: { ...where, supervisorId: null },
      data: { supervisorId: supervisor?.id ?? null },
    })
    const now = await tx.supervision.findFirstOrThrow({ where, select: { supervisorId: true } })
    if (now.supervisorId !== supervisor?.id) return refuse('other_supervisor', { field: 'supervisor' })
    const ids = { ...known, supervisorId: supervisor.studyId }
    if (count.count === 1) await leaveErrand(tx, keys, occasion, { facts: { ...facts, ...ids } })
    return done(ids)
  })
}

/** A supervision by its number, within its study. */
const numbered = ({ keys }: Vault, { study }: Occasion, { supervisionNumber }: Named) => ({
  studyAlias: keys.alias(study.id),
  numberHash: keys.hash('supervision', supervisionNumber),
})

/** The ids of a supervision that identity has; refused when it is about somebody else; null when it has none. */
async function entered(vault: Vault, occasion: Occasion, named: Named): Promise<Result<Ids> | null> {
  const { db, keys } = vault
  const where = numbered(vault, occasion, named)
  const { client, supervisor } = named
  type Row = { id: string; person: string; supervisor: string | null; sameClient: boolean; sameSupervisor: boolean }
  const [row] = await db.$queryRaw<Row[]>`
    SELECT s.id, s.person_id AS person, s.supervisor_id AS supervisor,
           p.number_hash = ${keys.hash('client', client.number)} AS "sameClient",
           coalesce(v.number_hash = ${supervisor && keys.hash('staff', supervisor.number)}, true) AS "sameSupervisor"
      FROM identity.supervision s
      JOIN identity.person p ON p.id = s.person_id
      LEFT JOIN identity.supervisor v ON v.id = s.supervisor_id
     WHERE s.study_alias = ${where.studyAlias}::uuid AND s.number_hash = ${where.numberHash}`
  if (!row) return null
  if (!row.sameClient) return refuse('other_client', { field: 'client' })
  if (!row.sameSupervisor) return refuse('other_supervisor', { field: 'supervisor' })
  const ids = await studyIdsOf(db, keys, [row.id, row.person, ...(row.supervisor ? [row.supervisor] : [])])
  const [registrationId, clientId] = [ids.get(row.id), ids.get(row.person)]
  if (!registrationId || !clientId) return refuse('key_gone')
  return done({ registrationId, clientId, supervisorId: row.supervisor && (ids.get(row.supervisor) ?? null) })
}
