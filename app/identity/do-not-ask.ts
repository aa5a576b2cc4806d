import type { VaultDb, VaultTx } from '../platform/database'
import { blindId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { monthOf } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'
import { studyIdsOf } from './tie'

/** The study's half: the open cases of this client leave, or what comes may be asked about. Takes the study's id. */
type InStudy = (clientId: string) => Promise<Result<unknown>>

/**
 * Puts a client on the list of people who are never to be asked for this study (protocol §6), by client number, kept as a
 * keyed hash only. The open cases of a client whom the study knows leave by `leave`. Refused (`already_on_list`) when the
 * number stands there; the study's half is then done all the same, so that repeating it completes what was broken off.
 */
export async function addDoNotAsk(
  vault: Vault,
  occasion: Occasion,
  { number, leave }: { readonly number: string; readonly leave: InStudy },
): Promise<Result<null>> {
  if (number.trim() === '') return refuse('required', { field: 'number' })
  const clientId = await clientNumbered(vault, occasion, number)
  const added = await change(vault, occasion, whatOf('add_do_not_ask', clientId), async (tx) => {
    const { keys } = vault
    const count = await tx.$executeRaw`
      INSERT INTO identity.do_not_ask (id, study_alias, number_hash, month)
      VALUES (${blindId()}::uuid, ${keys.alias(occasion.study.id)}::uuid, ${keys.hash('client', number)},
              ${monthOf(occasion.today)})
      ON CONFLICT (study_alias, number_hash) DO NOTHING`
    return count === 1 ? done(null) : refuse('already_on_list', { field: 'number' })
  })
  // Looked up again: a row of the register may have entered the client in this moment.
  const known = clientId ?? (await clientNumbered(vault, occasion, number))
  const left = known ? await leave(known) : done(null)
  return left.ok ? added : left
}

/**
 * Takes a client off the list; cases that left because of it do not come back. The study is told by `free`. Refused when the
 * number is not on it; the study's half is then done all the same, as for adding.
 */
export async function takeOffDoNotAsk(
  vault: Vault,
  occasion: Occasion,
  { number, free }: { readonly number: string; readonly free: InStudy },
): Promise<Result<null>> {
  if (number.trim() === '') return refuse('required', { field: 'number' })
  const clientId = await clientNumbered(vault, occasion, number)
  const taken = await change(vault, occasion, whatOf('end_do_not_ask', clientId), async (tx) => {
    const { keys } = vault
    const { count } = await tx.doNotAsk.deleteMany({
      where: { studyAlias: keys.alias(occasion.study.id), numberHash: keys.hash('client', number) },
    })
    return count === 1 ? done(null) : refuse('not_on_list', { field: 'number' })
  })
  const known = clientId ?? (await clientNumbered(vault, occasion, number))
  const freed = known ? await free(known) : done(null)
  return freed.ok ? taken : freed
}

const whatOf = (verb: string, clientId: string | null) => ({
  verb,
  subject: 'client',
  ...(clientId !== null && { subjectId: clientId }),
})

/** Those of these client numbers that stand on the list. No number is read: each is hashed and looked up. */
export async function doNotAskAmong(
  db: VaultDb | VaultTx,
  keys: Vault['keys'],
  studyId: string,
  numbers: readonly string[],
): Promise<Set<string>> {
  if (numbers.length === 0) return new Set()
  const byHash = new Map(numbers.map((number) => [Buffer.from(keys.hash('client', number)).toString('hex'), number]))
  const rows = await db.$queryRaw<{ hash: string }[]>`
    SELECT asked.hash FROM unnest(${[...byHash.keys()]}::text[]) AS asked (hash)
      JOIN identity.do_not_ask d
        ON d.study_alias = ${keys.alias(studyId)}::uuid AND d.number_hash = decode(asked.hash, 'hex')`
  return new Set(rows.map(({ hash }) => byHash.get(hash) as string))
}

/** Whether this number stands on the list. */
export const standsOnList = async ({ db, keys }: Vault, studyId: string, number: string): Promise<boolean> =>
  (await doNotAskAmong(db, keys, studyId, [number])).has(number)

/** How many people stand on the list. */
export const countDoNotAsk = ({ db, keys }: Vault, studyId: string): Promise<number> =>
  db.doNotAsk.count({ where: { studyAlias: keys.alias(studyId) } })

/** The study's id of the client with this number; null for whom it does not know. */
async function clientNumbered({ db, keys }: Vault, { study }: Occasion, number: string): Promise<string | null> {
  const where = { studyAlias: keys.alias(study.id), numberHash: keys.hash('client', number) }
  const person = await db.person.findFirst({ where, select: { id: true } })
  return person ? ((await studyIdsOf(db, keys, [person.id])).get(person.id) ?? null) : null
}
