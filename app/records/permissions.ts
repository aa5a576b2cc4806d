import type { StudyTx } from '../platform/database'
import { scopesLacking } from '../protocol/consent'
import type { Result } from '../protocol/refusal'
import { refuse } from '../protocol/refusal'
import type { ConsentUse, StudyProtocol, Wave } from '../protocol/study'

/** Refuses `no_consent` when a client did not grant what a use needs (protocol §6); null when it may be done. */
export async function lacksConsent(
  tx: StudyTx,
  study: StudyProtocol,
  clientId: string,
  use: ConsentUse,
  wave?: Wave,
): Promise<Result<never> | null> {
  const rows = await tx.permission.findMany({ where: { clientId }, select: { scope: true, granted: true } })
  const granted = Object.fromEntries(rows.map((row) => [row.scope, row.granted]))
  const scopes = scopesLacking(study, granted, use, wave)
  return scopes.length > 0 ? refuse('no_consent', { field: 'supervision', scopes }) : null
}
