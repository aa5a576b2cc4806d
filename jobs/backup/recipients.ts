import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isRecipient, recipientsOf } from '../../app/platform/backup/sealed-file'
import { done, type Result, refuse } from '../../app/protocol/refusal'

/** Where a home keeps an identity of its own, if its owner wants it there. */
export const identityIn = (home: string): string => join(home, 'backup-identity')

/**
 * For whom back-ups are encrypted: those that are named (apart by commas), else whoever the identity of the home opens for. Refused:
 * `bad_recipient`, `no_recipient`. Throws a BadBackup for an identity that cannot be used.
 */
export async function recipientsFor(named: string | undefined, home: string): Promise<Result<readonly string[]>> {
  const recipients = (named ?? '').split(/[\s,]+/).filter(Boolean)
  const wrong = recipients.find((one) => !isRecipient(one))
  if (wrong !== undefined) return refuse('bad_recipient', { recipient: wrong })
  if (recipients.length > 0) return done(recipients)
  const own = identityIn(home)
  return existsSync(own) ? done(await recipientsOf(own)) : refuse('no_recipient')
}
