import type { VaultDb } from '../platform/database'
import type { IdentityKeys } from './keys'

/**
 * The study's ids of supervisions, by the numbers under which files name them. No number is read: each is hashed and
 * looked up. Numbers that nobody registered are missing from the answer.
 */
export async function registrationsNumbered(
  vault: VaultDb,
  keys: IdentityKeys,
  studyId: string,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const byHash = new Map(
    numbers.map((number) => [Buffer.from(keys.hash('supervision', number)).toString('hex'), number]),
  )
  const rows = await vault.supervision.findMany({ where: { studyId }, select: { id: true, numberHash: true } })
  return new Map(
    rows.flatMap(({ id, numberHash }) => {
      const number = byHash.get(Buffer.from(numberHash).toString('hex'))
      return number ? [[number, id] as const] : []
    }),
  )
}
