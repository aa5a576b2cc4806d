import type { VaultTx } from '../platform/database'
import { type Occasion, withoutRequest } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result, refuse } from '../protocol/refusal'
import { enterByAddress } from './by-address'
import { change } from './change'
import { addressHashes, readAddress } from './mail-address'
import { sealedStaff } from './people'
import { isPublic } from './public-mail'
import { studyIdsOf, vaultIdOf, vaultIdsOf } from './tie'

/** To whom a case goes: by the address that somebody typed, or a supervisor of the study (its id there). */
export type Colleague = { readonly address: string } | { readonly supervisorId: string }
/** The study's ids of a case and of who takes it over. */
export type Given = { readonly registrationId: string; readonly to: string }

/** The study's half: first whether it may be (`to` null: somebody new), then the hand-over itself. */
type Halves<T> = {
  readonly may: (to: string | null) => Promise<Result<unknown>>
  readonly handOver: (given: Given) => Promise<Result<T>>
}

/**
 * Hands a case over to a colleague (protocol §6): who that is stands in identity first, then the study's half is done, then
 * the supervision is theirs here too. When the process dies before that, a sweep compares the two. An address that no
 * supervisor has is a new one, if people of the register have their mail at the same place, and not everybody can. Refused
 * as the study refuses; `no_address`, `unknown_colleague` for an address from elsewhere.
 */
export async function handOverNamed<T>(
  vault: Vault,
  occasion: Occasion,
  { registrationId, colleague, may, handOver }: { registrationId: string; colleague: Colleague } & Halves<T>,
): Promise<Result<T>> {
  const found = await find(vault, occasion, colleague)
  if (!found.ok) return found
  const allowed = await may(found.value)
  if (!allowed.ok) return allowed
  const entered = await enter(vault, occasion, registrationId, colleague, found.value)
  if (!entered.ok) return entered
  const given = { registrationId, to: entered.value }
  const handed = await handOver(given)
  if (handed.ok) await theirsNow(vault, occasion, given)
  return handed
}

/** The study's id of a colleague; null for one who would be new here. */
async function find({ db, keys }: Vault, { study }: Occasion, colleague: Colleague): Promise<Result<string | null>> {
  const field = 'colleague'
  if ('supervisorId' in colleague) return done(colleague.supervisorId)
  const address = readAddress(colleague.address)
  if (!address) return refuse('no_address', { field })
  const { emailHash, domainHash } = addressHashes(keys, address)
  const studyAlias = keys.alias(study.id)
  // a row with a staff number before one that only an address is known of
  const row = await db.supervisorIdentity.findFirst({
    where: { studyAlias, emailHash },
    select: { id: true },
    orderBy: { number: { sort: 'asc', nulls: 'last' } },
  })
  if (row) return done((await studyIdsOf(db, keys, [row.id])).get(row.id) ?? null)
  if (isPublic(address)) return refuse('unknown_colleague', { field })
  // only people whom the register named: not who was named by a colleague in the same way
  const colleagues = await db.supervisorIdentity.count({ where: { studyAlias, domainHash, number: { not: null } } })
  return colleagues > 0 ? done(null) : refuse('unknown_colleague', { field })
}

/** Who it is, known here from now on. A name whose term was over comes back as the address. */
function enter(
  vault: Vault,
  occasion: Occasion,
  registrationId: string,
  colleague: Colleague,
  found: string | null,
): Promise<Result<string>> {
  const { keys } = vault
  const what = { verb: 'name_colleague', subject: 'registration', subjectId: registrationId }
  return change(vault, withoutRequest(occasion), what, async (tx) => {
    const address = 'address' in colleague ? readAddress(colleague.address) : null
    if (!found && !address) return refuse('unknown_colleague', { field: 'colleague' })
    if (found && address) await nameBack(tx, keys, found, address)
    const to = found ?? (await enterByAddress(tx, keys, occasion, address as string))
    return done(to)
  })
}

/** Who is needed again is written to again. */
async function nameBack(tx: VaultTx, keys: Vault['keys'], to: string, address: string) {
  const id = await vaultIdOf(tx, keys, to)
  if (!id) return
  const { number: _, ...sealed } = sealedStaff(keys, { number: '', name: address, email: address }, id)
  await tx.supervisorIdentity.updateMany({ where: { id, name: null }, data: sealed })
}

/** The supervision is the colleague's here too. Doing it twice changes nothing. */
export function theirsNow(vault: Vault, occasion: Occasion, { registrationId, to }: Given): Promise<Result<null>> {
  const what = { verb: 'hand_over', subject: 'registration', subjectId: registrationId }
  return change(vault, withoutRequest(occasion), what, async (tx) => {
    const tied = await vaultIdsOf(tx, vault.keys, [registrationId, to])
    const [id, supervisorId] = [tied.get(registrationId), tied.get(to)]
    if (!id || !supervisorId) return refuse('key_gone')
    await tx.supervision.updateMany({ where: { id }, data: { supervisorId } })
    return done(null)
  })
}

/** Of these cases, those that identity knows as another supervisor's than the study does: what a sweep completes. */
export async function supervisedOtherwise({ db, keys }: Vault, cases: readonly Given[]): Promise<Given[]> {
  const tied = await vaultIdsOf(db, keys, [...new Set(cases.flatMap(({ registrationId, to }) => [registrationId, to]))])
  const ids = cases.flatMap(({ registrationId }) => tied.get(registrationId) ?? [])
  const rows = await db.supervision.findMany({ where: { id: { in: ids } }, select: { id: true, supervisorId: true } })
  const supervisorOf = new Map(rows.map(({ id, supervisorId }) => [id, supervisorId]))
  return cases.filter(({ registrationId, to }) => {
    const [id, other] = [tied.get(registrationId), tied.get(to)]
    return id !== undefined && other !== undefined && supervisorOf.has(id) && supervisorOf.get(id) !== other
  })
}
