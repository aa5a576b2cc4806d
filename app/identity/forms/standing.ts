import type { VaultTx } from '../../platform/database'
import type { Vault } from '../../platform/vault'
import { type FormVersion, formNamed } from '../../protocol/consent-forms'
import type { Day } from '../../protocol/day'
import type { StudyProtocol } from '../../protocol/study'
import type { Whose } from './found'
import { formsKept, historyOf, type KeptForm } from './kept'

type Published = Pick<StudyProtocol, 'consent'>

/** Whether a person's forms allow a scope together: the last word on it, on a form that nobody refused. */
const allows = (study: Published, forms: readonly KeptForm[], scope: string): boolean =>
  historyOf(study, forms, scope).at(-1)?.answer === 'yes'

/**
 * After a form was signed, corrected or refused: of each scope of that form the study learns the last word, and a
 * telephone number that nothing allows any more goes. What the client took back is given again only with
 * `takenBackBefore`: what was taken back before that day.
 */
export async function settle(
  tx: VaultTx,
  keys: Vault['keys'],
  study: Published,
  {
    personId,
    clientId,
    boxes,
    takenBackBefore,
  }: Whose & Pick<FormVersion, 'boxes'> & { readonly takenBackBefore?: Day },
): Promise<void> {
  const forms = await formsKept(tx, keys, personId)
  const scopes = boxes.map(({ scope }) => scope)
  const yes = scopes.filter((scope) => allows(study, forms, scope))
  const no = scopes.filter((scope) => !yes.includes(scope))
  // a no stands whatever was taken back and given again before it
  await setPermissions(tx, clientId, no, false, 'infinity')
  await setPermissions(tx, clientId, yes, true, takenBackBefore ?? null)
  await dropTelephone(tx, study, personId, forms)
}

/** A telephone number that is not needed is not kept (§6): it goes when nothing that asks for one is allowed any more. */
export async function dropTelephone(tx: VaultTx, study: Published, personId: string, forms: readonly KeptForm[]) {
  const asking = forms.flatMap(({ version }) => formNamed(study, version)?.boxes ?? [])
  const needed = asking.some(({ asksTelephone, scope }) => asksTelephone && allows(study, forms, scope))
  if (!needed) await tx.person.updateMany({ where: { id: personId, phone: { not: null } }, data: { phone: null } })
}

/** Tells the study what is allowed, through the one function that may. */
async function setPermissions(
  tx: VaultTx,
  clientId: string,
  scopes: readonly string[],
  granted: boolean,
  takenBackBefore: string | null,
) {
  if (scopes.length === 0) return
  const each = scopes.map(() => granted)
  await tx.$executeRaw`
    SELECT study.set_permissions(${clientId}::uuid, ${[...scopes]}::text[], ${each}::boolean[], ${takenBackBefore}::date)`
}
