import type { VaultTx } from '../platform/database'
import { blindId, newId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { adoptByAddress } from './by-address'
import { type Named, sealedClient, sealedStaff } from './people'
import { studyIdsOf, tieAll } from './tie'

/** A row of the vault and the study's id for the same; `otherwise` when it was there and says something else from now on. */
export type Entered = { readonly id: string; readonly studyId: string; readonly otherwise: boolean }
type Keys = Vault['keys']
type Staff = NonNullable<Named['supervisor']>
/** How rows that are there already are found, or have come in meanwhile; of those that are found with what they say. */
type There = { readonly id: string; readonly hash: string; readonly back: boolean }
type Client = { readonly surname: Uint8Array | null; readonly initials: Uint8Array; readonly bornOn: Uint8Array }
type Supervisor = { readonly name: Uint8Array | null; readonly email: Uint8Array }

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/**
 * The people of these client numbers, by number: entered now, or those who are there, also when another import was first.
 * Who is there is written anew where the register says otherwise of them; of one who stands in it twice the last word holds.
 * A name whose term was over (§6) comes back with a new supervision, since that is a new case; the name of a client who
 * wished to be erased stays out.
 */
export async function enterPeople(
  tx: VaultTx,
  keys: Keys,
  { study }: Occasion,
  clients: readonly Named['client'][],
): Promise<Map<string, Entered>> {
  const alias = keys.alias(study.id)
  return entered(
    tx,
    keys,
    byHash(clients, ({ number }) => keys.hash('client', number)),
    {
      find: (hashes) => tx.$queryRaw<(There & Client)[]>`
      SELECT id, encode(number_hash, 'hex') AS hash, surname IS NULL AND gone IS DISTINCT FROM 'wish' AS back,
             surname, initials, born_on AS "bornOn"
        FROM identity.person WHERE study_alias = ${alias}::uuid AND number_hash = ANY (${hashes}::bytea[])`,
      add: (rows) => {
        const sealed = rows.map(({ id, one }) => sealedClient(keys, one, id))
        return tx.$queryRaw<There[]>`
        INSERT INTO identity.person (id, study_alias, number_hash, number, surname, initials, born_on)
        SELECT t.id, ${alias}::uuid, t.hash, t.number, t.surname, t.initials, t.born_on
          FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ hash }) => hash)}::bytea[],
                      ${sealed.map(({ number }) => number)}::bytea[], ${sealed.map(({ surname }) => surname)}::bytea[],
                      ${sealed.map(({ initials }) => initials)}::bytea[], ${sealed.map(({ bornOn }) => bornOn)}::bytea[])
                 AS t (id, hash, number, surname, initials, born_on)
         ORDER BY t.hash
        ON CONFLICT (study_alias, number_hash) DO UPDATE SET study_alias = excluded.study_alias
        RETURNING id, encode(number_hash, 'hex') AS hash, surname IS NULL AND gone IS DISTINCT FROM 'wish' AS back`
      },
      differs: ({ id, surname, initials, bornOn }, one) =>
        surname !== null &&
        (keys.open(surname, `person.surname:${id}`) !== one.surname ||
          keys.open(initials, `person.initials:${id}`) !== one.initials ||
          keys.open(bornOn, `person.born_on:${id}`) !== one.bornOn),
      write: (id, one) => tx.person.updateMany({ where: { id }, data: { ...sealedClient(keys, one, id), gone: null } }),
    },
  )
}

/** The supervisors of these staff numbers, in the same way; one whom a colleague named by this address is the same one. */
export async function enterSupervisors(
  tx: VaultTx,
  keys: Keys,
  occasion: Occasion,
  staff: readonly Staff[],
): Promise<Map<string, Entered>> {
  const alias = keys.alias(occasion.study.id)
  return entered(
    tx,
    keys,
    byHash(staff, ({ number }) => keys.hash('staff', number)),
    {
      find: (hashes) => tx.$queryRaw<(There & Supervisor)[]>`
      SELECT id, encode(number_hash, 'hex') AS hash, name IS NULL AS back, name, email
        FROM identity.supervisor WHERE study_alias = ${alias}::uuid AND number_hash = ANY (${hashes}::bytea[])`,
      add: (rows) => {
        const sealed = rows.map(({ id, one }) => sealedStaff(keys, one, id))
        return tx.$queryRaw<There[]>`
        INSERT INTO identity.supervisor (id, study_alias, number_hash, number, name, email, email_hash, domain_hash)
        SELECT t.id, ${alias}::uuid, t.hash, t.number, t.name, t.email, t.email_hash, t.domain_hash
          FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ hash }) => hash)}::bytea[],
                      ${sealed.map(({ number }) => number)}::bytea[], ${sealed.map(({ name }) => name)}::bytea[],
                      ${sealed.map(({ email }) => email)}::bytea[], ${sealed.map(({ emailHash }) => emailHash)}::bytea[],
                      ${sealed.map(({ domainHash }) => domainHash)}::bytea[])
                 AS t (id, hash, number, name, email, email_hash, domain_hash)
         ORDER BY t.hash
        ON CONFLICT (study_alias, number_hash) DO UPDATE SET study_alias = excluded.study_alias
        RETURNING id, encode(number_hash, 'hex') AS hash, name IS NULL AS back`
      },
      adopt: (ones) => adoptByAddress(tx, keys, occasion, ones),
      differs: ({ id, name, email }, one) =>
        name !== null &&
        (keys.open(name, `supervisor.name:${id}`) !== one.name ||
          keys.open(email, `supervisor.email:${id}`) !== one.email),
      write: (id, one) => tx.supervisorIdentity.updateMany({ where: { id }, data: sealedStaff(keys, one, id) }),
    },
  )
}

/** Each once, as the last row says, by the keyed hash of their number. */
const byHash = <One>(ones: readonly One[], hashOf: (one: One) => Uint8Array): Map<string, One> =>
  new Map(ones.map((one) => [hex(hashOf(one)), one]))

type Table<One, Found extends There> = {
  readonly find: (hashes: readonly Uint8Array[]) => PromiseLike<Found[]>
  readonly add: (
    rows: readonly { readonly id: string; readonly hash: Uint8Array; readonly one: One }[],
  ) => PromiseLike<There[]>
  /** Gives those of these whom it knows otherwise their number. */
  readonly adopt?: (ones: readonly One[]) => Promise<void>
  /** Whether a name is there and the register says otherwise. */
  readonly differs: (found: Found, one: One) => boolean
  /** Writes it anew, also over one that went. */
  readonly write: (id: string, one: One) => PromiseLike<unknown>
}

/** Whom the vault does not have, or has otherwise, is sealed; rows without a tie (new ones, or a lost key) get one. */
async function entered<One extends { readonly number: string }, Found extends There>(
  tx: VaultTx,
  keys: Keys,
  wanted: ReadonlyMap<string, One>,
  { find, add, adopt, differs, write }: Table<One, Found>,
): Promise<Map<string, Entered>> {
  if (wanted.size === 0) return new Map()
  const bytes = (hash: string) => new Uint8Array(Buffer.from(hash, 'hex'))
  const hashes = [...wanted.keys()].map(bytes)
  let there = await find(hashes)
  if (adopt && there.length < hashes.length) {
    const unknown = new Map(wanted)
    for (const { hash } of there) unknown.delete(hash)
    await adopt([...unknown.values()])
    there = await find(hashes)
  }
  const known = new Set(there.map(({ hash }) => hash))
  const fresh = [...wanted].flatMap(([hash, one]) => (known.has(hash) ? [] : { id: blindId(), hash: bytes(hash), one }))
  const rows = fresh.length > 0 ? [...there, ...(await add(fresh))] : there
  for (const { id, hash, back } of rows) if (back) await write(id, wanted.get(hash) as One)
  const otherwise = there.filter((one) => differs(one, wanted.get(one.hash) as One))
  for (const { id, hash } of otherwise) await write(id, wanted.get(hash) as One)
  const changed = new Set(otherwise.map(({ id }) => id))
  const own = new Set(fresh.map(({ id }) => id))
  const elsewhere = rows.filter(({ id }) => !own.has(id)).map(({ id }) => id)
  const studyIds = elsewhere.length > 0 ? await studyIdsOf(tx, keys, elsewhere) : new Map<string, string>()
  const untied = rows.filter(({ id }) => !studyIds.has(id)).map(({ id }) => ({ id, studyId: newId() }))
  await tieAll(tx, keys, untied)
  for (const { id, studyId } of untied) studyIds.set(id, studyId)
  return new Map(
    rows.map(({ id, hash }) => [
      (wanted.get(hash) as One).number.trim(),
      { id, studyId: studyIds.get(id) as string, otherwise: changed.has(id) },
    ]),
  )
}
