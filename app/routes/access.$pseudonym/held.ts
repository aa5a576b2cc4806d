import { type Asked, heldInBoth } from '../../identity/held-of-client'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Vault } from '../../platform/vault'
import { heldOfClient } from '../../records/held-of-client'
import { subjectsOf } from '../../records/trail'

/** Both halves of what is held about a client, for the file: the vault's entry comes first. */
export async function heldAbout(
  { vault, db }: { readonly vault: Vault; readonly db: StudyDb },
  occasion: Occasion,
  asked: Omit<Asked, 'cases'>,
) {
  const { clientId } = asked
  const cases = await subjectsOf(db, occasion.study, { person: 'client', id: clientId })
  return heldInBoth(vault, occasion, { ...asked, cases }, () => heldOfClient(db, occasion, clientId))
}
