import type { Occasion } from '../platform/occasion'
import { keyedHash } from '../platform/seal'
import { named, sql } from '../platform/sql'
import type { Vault } from '../platform/vault'
import { done } from '../protocol/refusal'
import { change } from './change'
import { vaultIdsOf } from './tie'

/** Of what a release needs numbers of its own, with the table of the vault that has theirs. */
const TABLES = { supervision: 'supervision', client: 'person', supervisor: 'supervisor' } as const
export type NumberedKind = keyof typeof TABLES

/** Ids that are looked up at once. */
const AT_ONCE = 5_000

/**
 * The keyed numbers of what the study knows by these ids, in hex: HMAC-SHA256 of the number of the register under a key of
 * the release (protocol §6). The same number and key give the same in every installation, and nothing without the key; no
 * number leaves this room. Of whom the number is gone the installation's own keyed hash stands in for it: the same here, and
 * nowhere else. Ids that the vault does not know are missing from the answer.
 */
export async function keyedNumbers(
  vault: Vault,
  occasion: Occasion,
  { kind, ids, key }: { readonly kind: NumberedKind; readonly ids: readonly string[]; readonly key: Buffer },
): Promise<Map<string, string>> {
  const { db, keys } = vault
  const what = {
    verb: 'key_numbers',
    subject: 'study',
    subjectId: occasion.study.id,
    details: { kind, count: ids.length },
  }
  const found = new Map<string, string>()
  // written down first, by itself: the look-up of a hundred thousand holds no transaction open
  await change(vault, occasion, what, async () => done(null))
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const vaultIds = await vaultIdsOf(db, keys, ids.slice(from, from + AT_ONCE))
    const rows = new Map((await numbersIn(db, kind, [...vaultIds.values()])).map((row) => [row.id, row]))
    for (const [studyId, vaultId] of vaultIds) {
      const row = rows.get(vaultId)
      if (row) found.set(studyId, Buffer.from(keyedHash(key, `${kind}:${numberIn(keys, kind, row)}`)).toString('hex'))
    }
  }
  return found
}

type Row = { id: string; number: Uint8Array | null; number_hash: Uint8Array }

const numbersIn = (db: Vault['db'], kind: NumberedKind, ids: readonly string[]): Promise<Row[]> =>
  db.$queryRaw<Row[]>(
    sql`SELECT id, number, number_hash FROM identity.${named(TABLES[kind])} WHERE id = ANY (${[...ids]}::uuid[])`,
  )

const numberIn = (keys: Vault['keys'], kind: NumberedKind, { id, number, number_hash }: Row): string =>
  number ? keys.open(number, `${TABLES[kind]}.number:${id}`).trim() : Buffer.from(number_hash).toString('hex')
