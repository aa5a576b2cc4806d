import type { VaultDb, VaultTx } from '../platform/database'
import { newId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import type { Day } from '../protocol/day'
import { done, type Result } from '../protocol/refusal'
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
 * between, the errand or the same row once more completes it. Gives what the study's half gives.
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
  const known = await vault.supervision.findUnique({
    where: {
      studyId_numberHash: { studyId: occasion.study.id, numberHash: keys.hash('supervision', named.supervisionNumber) },
    },
  })
  // Here before: the study's half may still differ, so it is asked again, but no name is written twice.
  if (known) return done({ registrationId: known.id, clientId: known.personId, supervisorId: known.supervisorId })
  const registrationId = newId()
  const what = { verb: 'enter_registration', subject: 'registration', subjectId: registrationId }
  return change(vault, withoutRequest(occasion), what, async (tx) => {
    const clientId = await person(tx, keys, occasion, named.client)
    const supervisorId = named.supervisor && (await supervisor(tx, keys, occasion, named.supervisor))
    const studyId = occasion.study.id
    await tx.supervision.createMany({
      data: {
        id: registrationId,
        studyId,
        numberHash: keys.hash('supervision', named.supervisionNumber),
        number: keys.seal(named.supervisionNumber, `supervision.number:${registrationId}`),
        personId: clientId,
        supervisorId,
      },
    })
    const ids = { registrationId, clientId, supervisorId }
    const payload = { facts: { ...facts, ...ids }, today: occasion.today, request: occasion.request ?? null }
    await tx.errand.createMany({ data: { id: newId(), studyId, kind: REGISTER_ERRAND, payload } })
    return done(ids)
  })
}

/** The request belongs to the study's half; identity recognises a row by its number. */
const withoutRequest = ({ study, actor, today }: Occasion): Occasion => ({ study, actor, today })

async function person(tx: VaultTx, keys: IdentityKeys, { study }: Occasion, client: Named['client']): Promise<string> {
  const numberHash = keys.hash('client', client.number)
  const where = { studyId_numberHash: { studyId: study.id, numberHash } }
  const known = await tx.person.findUnique({ where, select: { id: true } })
  if (known) return known.id
  const id = newId()
  const { count } = await tx.person.createMany({
    skipDuplicates: true,
    data: {
      id,
      studyId: study.id,
      numberHash,
      number: keys.seal(client.number, `person.number:${id}`),
      surname: keys.seal(client.surname, `person.surname:${id}`),
      initials: keys.seal(client.initials, `person.initials:${id}`),
      bornOn: keys.seal(client.bornOn, `person.born_on:${id}`),
    },
  })
  // Somebody else entered the same person in this moment: theirs is the one.
  return count === 1 ? id : (await tx.person.findUniqueOrThrow({ where, select: { id: true } })).id
}

async function supervisor(
  tx: VaultTx,
  keys: IdentityKeys,
  { study }: Occasion,
  staff: NonNullable<Named['supervisor']>,
): Promise<string> {
  const numberHash = keys.hash('staff', staff.number)
  const where = { studyId_numberHash: { studyId: study.id, numberHash } }
  const known = await tx.supervisorIdentity.findUnique({ where, select: { id: true } })
  if (known) return known.id
  const id = newId()
  const { count } = await tx.supervisorIdentity.createMany({
    skipDuplicates: true,
    data: {
      id,
      studyId: study.id,
      numberHash,
      number: keys.seal(staff.number, `supervisor.number:${id}`),
      name: keys.seal(staff.name, `supervisor.name:${id}`),
      email: keys.seal(staff.email, `supervisor.email:${id}`),
    },
  })
  return count === 1 ? id : (await tx.supervisorIdentity.findUniqueOrThrow({ where, select: { id: true } })).id
}
