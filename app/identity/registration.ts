import type { VaultDb, VaultTx } from '../platform/database'
import { newId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import type { Day } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'
import { REGISTER_ERRAND } from './errands'
import type { IdentityKeys } from './keys'

/** Who a supervision is about and who supervises, as the register names them. */
export type Named = {
  readonly supervisionNumber: string
  readonly client: {
    readonly number: string
    readonly surname: string
    readonly initials: string
    readonly bornOn: Day
  }
  readonly supervisor: { readonly number: string; readonly name: string; readonly email: string } | null
}

/** The ids under which the study knows the same three. */
export type Ids = { readonly registrationId: string; readonly clientId: string; readonly supervisorId: string | null }

/** The study's half of a registration: what `register` of the records takes. */
type Register<Facts, T> = (facts: Facts & Ids) => Promise<Result<T>>

/**
 * Registers a supervision, both halves in their fixed order (protocol §6): first names and numbers go into identity,
 * recognised by keyed hash, with an errand for the study's half; then that half is done. When the process dies in
 * between, the errand or the same row once more completes it. Gives what the study's half gives. Refused when the
 * supervision is known and the row names another client or another supervisor for it.
 */
export async function registerNamed<Facts extends object, T>(
  vault: VaultDb,
  keys: IdentityKeys,
  occasion: Occasion,
  { named, facts, register }: { readonly named: Named; readonly facts: Facts; readonly register: Register<Facts, T> },
): Promise<Result<Ids & { readonly outcome: T | 'already_done' }>> {
  const entered = await enterNamed(vault, keys, occasion, named, facts)
  if (!entered.ok) return entered
  const registered = await register({ ...facts, ...entered.value })
  if (registered.ok) return done({ ...entered.value, outcome: registered.value })
  if (registered.refusal.code === 'already_done') return done({ ...entered.value, outcome: 'already_done' as const })
  return registered
}

/** Identity's half, alone: idempotent, since everyone is recognised by the keyed hash of a number. */
async function enterNamed(
  vault: VaultDb,
  keys: IdentityKeys,
  occasion: Occasion,
  named: Named,
  facts: object,
): Promise<Result<Ids>> {
  const known = await entered(vault, keys, occasion, named)
  // Here before: the study's half may still differ, so it is asked again, but no name is written twice.
  if (known && (!known.ok || known.value.supervisorId || !named.supervisor)) return known
  if (known && named.supervisor) return nameSupervisor(vault, keys, occasion, known.value, named, facts)
  const registrationId = newId()
  const what = { verb: 'enter_registration', subject: 'registration', subjectId: registrationId }
  const written = await change(vault, withoutRequest(occasion), what, async (tx) => {
    const clientId = await person(tx, keys, occasion, named.client)
    const supervisorId = named.supervisor && (await supervisor(tx, keys, occasion, named.supervisor))
    const studyId = occasion.study.id
    const ids = { registrationId, clientId, supervisorId }
    const count = await tx.$executeRaw`
      WITH supervision AS (
        INSERT INTO identity.supervision (id, study_id, number_hash, number, person_id, supervisor_id)
        VALUES (${registrationId}::uuid, ${studyId}::uuid, ${keys.hash('supervision', named.supervisionNumber)},
                ${keys.seal(named.supervisionNumber, `supervision.number:${registrationId}`)},
                ${clientId}::uuid, ${supervisorId}::uuid)
        ON CONFLICT (study_id, number_hash) DO NOTHING RETURNING id
      )
      INSERT INTO identity.errand (id, study_id, kind, payload)
      SELECT ${newId()}::uuid, ${studyId}::uuid, ${REGISTER_ERRAND}, ${payloadOf(occasion, facts, ids)}::jsonb FROM supervision`
    return count === 1 ? done(ids) : refuse('entered_meanwhile')
  })
  // Another import entered the same supervision in this moment: theirs is the one.
  const theirs = written.ok ? null : await entered(vault, keys, occasion, named)
  return theirs ?? written
}

/**
 * A supervisor who was not known when the supervision was entered (protocol §2.1, 3), with an errand for the study's
 * half. Whoever names another one in the same moment is refused.
 */
function nameSupervisor(
  vault: VaultDb,
  keys: IdentityKeys,
  occasion: Occasion,
  known: Ids,
  named: Named,
  facts: object,
): Promise<Result<Ids>> {
  const what = { verb: 'name_supervisor', subject: 'registration', subjectId: known.registrationId }
  return change(vault, withoutRequest(occasion), what, async (tx) => {
    const supervisorId = named.supervisor && (await supervisor(tx, keys, occasion, named.supervisor))
    const where = { id: known.registrationId }
    const { count } = await tx.supervision.updateMany({
      where: { ...where, supervisorId: null },
      data: { supervisorId },
    })
    const now = await tx.supervision.findUniqueOrThrow({ where, select: { supervisorId: true } })
    if (now.supervisorId !== supervisorId) return refuse('other_supervisor', { field: 'supervisor' })
    const ids = { ...known, supervisorId }
    if (count === 1)
      await tx.$executeRaw`
        INSERT INTO identity.errand (id, study_id, kind, payload)
        VALUES (${newId()}::uuid, ${occasion.study.id}::uuid, ${REGISTER_ERRAND}, ${payloadOf(occasion, facts, ids)}::jsonb)`
    return done(ids)
  })
}

/** What an errand needs to do the study's half as it would have been done. */
const payloadOf = ({ today, request }: Occasion, facts: object, ids: Ids) =>
  JSON.stringify({ facts: { ...facts, ...ids }, today, request: request ?? null })

/** The ids of a supervision that identity has; refused when it is about somebody else; null when it has none. */
async function entered(
  vault: VaultDb,
  keys: IdentityKeys,
  { study }: Occasion,
  { supervisionNumber, client, supervisor }: Named,
): Promise<Result<Ids> | null> {
  const [row] = await vault.$queryRaw<(Ids & { sameClient: boolean; sameSupervisor: boolean })[]>`
    SELECT s.id AS "registrationId", s.person_id AS "clientId", s.supervisor_id AS "supervisorId",
           p.number_hash = ${keys.hash('client', client.number)} AS "sameClient",
           coalesce(v.number_hash = ${supervisor && keys.hash('staff', supervisor.number)}, true) AS "sameSupervisor"
      FROM identity.supervision s
      JOIN identity.person p ON p.id = s.person_id
      LEFT JOIN identity.supervisor v ON v.id = s.supervisor_id
     WHERE s.study_id = ${study.id}::uuid AND s.number_hash = ${keys.hash('supervision', supervisionNumber)}`
  if (!row) return null
  const { sameClient, sameSupervisor, ...ids } = row
  if (!sameClient) return refuse('other_client', { field: 'client' })
  return sameSupervisor ? done(ids) : refuse('other_supervisor', { field: 'supervisor' })
}

/** The request belongs to the study's half; identity recognises a row by its number. */
const withoutRequest = ({ study, actor, today }: Occasion): Occasion => ({ study, actor, today })

/** The person of this client number: entered now, or the one who is there, also when another import was first. */
async function person(tx: VaultTx, keys: IdentityKeys, { study }: Occasion, client: Named['client']): Promise<string> {
  const id = newId()
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO identity.person (id, study_id, number_hash, number, surname, initials, born_on)
    VALUES (${id}::uuid, ${study.id}::uuid, ${keys.hash('client', client.number)},
            ${keys.seal(client.number, `person.number:${id}`)}, ${keys.seal(client.surname, `person.surname:${id}`)},
            ${keys.seal(client.initials, `person.initials:${id}`)}, ${keys.seal(client.bornOn, `person.born_on:${id}`)})
    ON CONFLICT (study_id, number_hash) DO UPDATE SET study_id = excluded.study_id RETURNING id`
  return (row as { id: string }).id
}

/** The supervisor of this staff number, in the same way. */
async function supervisor(
  tx: VaultTx,
  keys: IdentityKeys,
  { study }: Occasion,
  staff: NonNullable<Named['supervisor']>,
): Promise<string> {
  const id = newId()
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO identity.supervisor (id, study_id, number_hash, number, name, email)
    VALUES (${id}::uuid, ${study.id}::uuid, ${keys.hash('staff', staff.number)},
            ${keys.seal(staff.number, `supervisor.number:${id}`)}, ${keys.seal(staff.name, `supervisor.name:${id}`)},
            ${keys.seal(staff.email, `supervisor.email:${id}`)})
    ON CONFLICT (study_id, number_hash) DO UPDATE SET study_id = excluded.study_id RETURNING id`
  return (row as { id: string }).id
}
