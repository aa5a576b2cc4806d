import type { StudyDb, StudyTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { scopesLacking, scopesToMeet } from '../protocol/consent'
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

/** The scopes that the client took back and has not given again since. */
export async function takenBack(tx: Pick<StudyTx, 'permission'>, clientId: string): Promise<ReadonlySet<string>> {
  const where = { clientId, granted: false, endedOn: { not: null } }
  return new Set((await tx.permission.findMany({ where, select: { scope: true } })).map(({ scope }) => scope))
}

/** Every client of a study who took scopes back and did not withdraw, with those scopes. */
export async function allTakenBack(
  db: StudyDb,
  studyId: string,
): Promise<{ readonly clientId: string; readonly scopes: readonly string[] }[]> {
  const rows = await db.permission.findMany({
    where: { granted: false, endedOn: { not: null }, client: { studyId, withdrawal: null } },
    select: { clientId: true, scope: true },
  })
  const byClient = new Map<string, string[]>()
  for (const { clientId, scope } of rows) byClient.set(clientId, [...(byClient.get(clientId) ?? []), scope])
  return [...byClient].map(([clientId, scopes]) => ({ clientId, scopes }))
}

/** Whether the client, who had taken back what a wave needs, has said yes to it again on a form signed since. */
export async function grantedAnew(
  tx: StudyTx,
  { study: { protocol } }: Occasion,
  { clientId }: { readonly clientId: string },
  wave: Wave,
): Promise<boolean> {
  const needed = [...scopesToMeet(protocol, wave)]
  const where = { clientId, scope: { in: needed } }
  const rows = await tx.permission.findMany({ where, select: { granted: true, endedOn: true } })
  return rows.some(({ endedOn }) => endedOn) && rows.filter(({ granted }) => granted).length === needed.length
}
