import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, refuse } from '../protocol/refusal'
import { change } from './change'

/**
 * Whom a supervisor's personal link is about, by name (protocol §6: the supervisor sees it on the page behind the link,
 * never in the mail). Each look is an audit entry. Null when the study has no such supervision, or its client's name
 * is gone.
 */
export async function whomAsked(vault: Vault, occasion: Occasion, registrationId: string): Promise<string | null> {
  const { keys } = vault
  const what = { verb: 'show_client', subject: 'registration', subjectId: registrationId }
  const shown = await change(vault, occasion, what, async (tx) => {
    type Row = { id: string; initials: Uint8Array | null; surname: Uint8Array | null }
    const [person] = await tx.$queryRaw<Row[]>`
      SELECT p.id, p.initials, p.surname FROM identity.key k
        JOIN identity.supervision s ON s.id = k.id AND s.study_alias = ${keys.alias(occasion.study.id)}::uuid
        JOIN identity.person p ON p.id = s.person_id
       WHERE k.study_hash = ${keys.hash('study_id', registrationId)}`
    if (!person?.initials || !person.surname) return refuse('unknown_case')
    const { id, initials, surname } = person
    return done(`${keys.open(initials, `person.initials:${id}`)} ${keys.open(surname, `person.surname:${id}`)}`)
  })
  return shown.ok ? shown.value : null
}
