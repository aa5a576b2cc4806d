import type { VaultTx } from '../../platform/database'
import type { StudyProtocol } from '../../protocol/study'
import { historyOf, type KeptForm } from './kept'

/** By scope, whether it is allowed. */
export type Granted = Readonly<Record<string, boolean>>

/** What a person's forms allow together: of each scope the last word, on a form that nobody refused. */
export const grantedBy = (study: Pick<StudyProtocol, 'consent' | 'scopes'>, forms: readonly KeptForm[]): Granted =>
  Object.fromEntries(study.scopes.map((scope) => [scope, historyOf(study, forms, scope).at(-1)?.answer === 'yes']))

/**
 * Tells the study what is allowed, through the one function that may. `anew` also gives again what the client took back
 * in the study; without it only what was not taken back changes.
 */
export async function setPermissions(
  tx: VaultTx,
  clientId: string,
  granted: Granted,
  { anew }: { readonly anew: boolean },
): Promise<void> {
  const scopes = Object.keys(granted)
  if (scopes.length === 0) return
  await tx.$executeRaw`
    SELECT study.set_permissions(${clientId}::uuid, ${scopes}::text[], ${Object.values(granted)}::boolean[], ${anew})`
}

/**
 * After a form was corrected or refused: what the others and the correction allow. What is no longer allowed goes, also
 * when the client gave it anew on that form; what the client took back meanwhile is not given again.
 */
export async function correctPermissions(tx: VaultTx, clientId: string, granted: Granted): Promise<void> {
  const split = (wanted: boolean) => Object.fromEntries(Object.entries(granted).filter(([, one]) => one === wanted))
  await setPermissions(tx, clientId, split(false), { anew: true })
  await setPermissions(tx, clientId, split(true), { anew: false })
}
