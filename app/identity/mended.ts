import type { Vault } from '../platform/vault'
import { trailOf } from './trail'

/** Whether the register told a name or an address of a supervisor (the study's id) anew since an instant. */
export async function mendedSince(vault: Vault, supervisorId: string, since: Date): Promise<boolean> {
  const trail = await trailOf(vault, supervisorId)
  return trail.some(({ verb, at }) => verb === 'change_particulars' && at > since.toISOString())
}
