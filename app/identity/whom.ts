import type { VaultDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { done, refuse } from '../protocol/refusal'
import { change } from './change'
import type { IdentityKeys } from './keys'

/**
 * Whom a supervisor's personal link is about, by name (protocol §6: the supervisor sees it on the page behind the link,
 * never in the mail). Each look is an audit entry. Null when the study has no such supervision, or its client's name
 * is gone.
 */
export async function whomAsked(
  vault: VaultDb,
  keys: Pick<IdentityKeys, 'open'>,
  occasion: Occasion,
  registrationId: string,
): Promise<string | null> {
  const what = { verb: 'show_client', subject: 'registration', subjectId: registrationId }
  const shown = await change(vault, occasion, what, async (tx) => {
    const supervision = await tx.supervision.findUnique({ where: { id: registrationId }, include: { person: true } })
    if (supervision?.studyId !== occasion.study.id) return refuse('unknown_case')
    const { id, initials, surname } = supervision.person
    return done(`${keys.open(initials, `person.initials:${id}`)} ${keys.open(surname, `person.surname:${id}`)}`)
  })
  return shown.ok ? shown.value : null
}
