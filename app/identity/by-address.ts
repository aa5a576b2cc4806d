import type { VaultTx } from '../platform/database'
import { blindId, newId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { addressHashes } from './mail-address'
import { type Named, sealedStaff } from './people'
import { tie } from './tie'

// A supervisor whom only a colleague named, by address: there is no staff number until the register knows one.

type Keys = Vault['keys']
type Staff = NonNullable<Named['supervisor']>

/** Enters the supervisor whom a colleague names by an address that nobody has. Gives the study's id. */
export async function enterByAddress(tx: VaultTx, keys: Keys, { study }: Occasion, address: string): Promise<string> {
  const id = blindId()
  const { number: _, ...sealed } = sealedStaff(keys, { number: '', name: address, email: address }, id)
  // in the place of the hash of a staff number
  const numberHash = keys.hash('email', `${id}:${address}`)
  await tx.supervisorIdentity.createMany({ data: { id, studyAlias: keys.alias(study.id), numberHash, ...sealed } })
  const studyId = newId()
  await tie(tx, keys, id, studyId)
  return studyId
}

/**
 * Those of these whom a colleague named by their address, and the register did not know until now, get their number and
 * name: they are not a second person. Does nothing for all others.
 */
export async function adoptByAddress(
  tx: VaultTx,
  keys: Keys,
  { study }: Pick<Occasion, 'study'>,
  staff: readonly Staff[],
): Promise<void> {
  const studyAlias = keys.alias(study.id)
  const byAddress = { studyAlias, number: null, email: { not: null } }
  const hashes = staff.map(({ email }) => addressHashes(keys, email).emailHash)
  const rows = await tx.supervisorIdentity.findMany({
    where: { ...byAddress, emailHash: { in: hashes } },
    select: { id: true, emailHash: true },
  })
  for (const { id, emailHash } of rows) {
    const one = staff.find((_, at) => Buffer.from(hashes[at] as Uint8Array).equals(emailHash as Uint8Array)) as Staff
    const numberHash = keys.hash('staff', one.number)
    if ((await tx.supervisorIdentity.count({ where: { studyAlias, numberHash } })) > 0) continue
    await tx.supervisorIdentity.updateMany({
      where: { ...byAddress, id },
      data: { numberHash, ...sealedStaff(keys, one, id) },
    })
  }
}
