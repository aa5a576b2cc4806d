import type { VaultTx } from '../platform/database'
import { blindId } from '../platform/id'
import { randomBytes } from '../platform/random'
import type { Vault } from '../platform/vault'
import { addDays, dayAt, monthOf } from '../protocol/day'
import { vaultIdOf } from './tie'

/** How long a browser is remembered. The vault keeps the month in which that ends, the cookie keeps the day. */
export const DEVICE_DAYS = 180

/** Remembers a browser as a supervisor's (the vault's id) and gives the token for its cookie; only the hash stays. */
export async function rememberDevice(
  tx: VaultTx,
  keys: Vault['keys'],
  supervisorId: string,
  at: Date,
): Promise<string> {
  const token = Buffer.from(randomBytes(32)).toString('base64url')
  const untilMonth = monthOf(addDays(dayAt(at), DEVICE_DAYS))
  await tx.device.createMany({
    data: { id: blindId(), supervisorId, tokenHash: keys.hash('device', token), untilMonth },
  })
  return token
}

/** Whether this token was given to a browser of this supervisor (the study's id), and still counts. */
export async function deviceKnown(
  { db, keys }: Vault,
  supervisorId: string,
  token: string,
  at: Date,
): Promise<boolean> {
  const owner = await vaultIdOf(db, keys, supervisorId)
  if (!owner) return false
  const where = { tokenHash: keys.hash('device', token), supervisorId: owner, untilMonth: { gte: monthOf(dayAt(at)) } }
  return (await db.device.count({ where })) > 0
}
