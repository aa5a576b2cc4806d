import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Written, writeBackup } from '../../app/platform/backup/write'
import type { Variables } from '../../app/platform/environment'
import type { Prepared } from '../../app/platform/prepare'
import { proofOf } from '../../app/platform/proof'
import { done, type Result, refuse } from '../../app/protocol/refusal'
import { codeVersion } from '../release/version'

/** The installation that is backed up. */
export type Installation = Pick<Prepared, 'home' | 'secret' | 'keys'> & { readonly ownerUrl: string | undefined }

/**
 * Writes a back-up of an installation into a new file. Refused: `no_owner` (all rows of all rooms are read by the owner only), `file_exists`,
 * `no_folder`, `stopped_early`. Throws what stands in the way of writing.
 */
export async function makeBackup(
  { ownerUrl, home, secret, keys }: Installation,
  file: string,
  { recipients, env, stop }: { recipients: readonly string[]; env: Variables; stop?: AbortSignal },
): Promise<Result<Written>> {
  const path = resolve(file)
  if (!ownerUrl) return refuse('no_owner')
  if (existsSync(path)) return refuse('file_exists', { file: path })
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) return refuse('no_folder', { file: path })
  const code = codeVersion()
  const proof = proofOf(keys).toString('hex')
  try {
    return done(
      await writeBackup(path, { ownerUrl, home, secret, proof, env, code, recipients, ...(stop && { stop }) }),
    )
  } catch (error) {
    if (stop?.aborted) return refuse('stopped_early')
    throw error
  }
}
