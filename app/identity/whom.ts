import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'
import { type Hourly, NAMES_MET, withinTheHour } from './looks-an-hour'
import { clientName } from './people'

/** The names of a client, and the telephone number if there is one. */
type Client = { readonly name: string; readonly phone: string | null }

/**
 * Whom a supervisor's personal link is about, by name (protocol §6: the supervisor sees it on the page behind the link
 * and a code, never in the mail). Each look is an audit entry. Null when the study has no such supervision, or its
 * client's name is gone.
 */
export async function whomAsked(vault: Vault, occasion: Occasion, registrationId: string): Promise<string | null> {
  const shown = await show(vault, occasion, registrationId, { telephone: false })
  return shown.ok ? shown.value.name : null
}

/**
 * Whom an interviewer is to meet (protocol §6: client, place and time, never the supervisor); the telephone number only
 * with `telephone`, which the caller takes from what the client allows. Each look is an audit entry that says which of
 * both was shown. Refused (`unknown_case`) when the name is gone as above, and over the hour's number of names.
 */
export function whomToMeet(
  vault: Vault,
  occasion: Occasion,
  { registrationId, telephone }: { readonly registrationId: string; readonly telephone: boolean },
): Promise<Result<Client>> {
  return show(vault, occasion, registrationId, { telephone, hourly: NAMES_MET })
}

function show(
  vault: Vault,
  occasion: Occasion,
  registrationId: string,
  { telephone, hourly }: { readonly telephone: boolean; readonly hourly?: Hourly },
): Promise<Result<Client>> {
  const { keys } = vault
  const details = telephone ? { telephone } : {}
  const what = { verb: 'show_client', subject: 'registration', subjectId: registrationId, details }
  return change<Client>(vault, occasion, what, async (tx) => {
    const counted = hourly && (await withinTheHour(tx, keys, occasion, hourly))
    if (counted?.ok === false) return counted
    type Row = { id: string; initials: Uint8Array | null; surname: Uint8Array | null; phone: Uint8Array | null }
    const [person] = await tx.$queryRaw<Row[]>`
      SELECT p.id, p.initials, p.surname, p.phone FROM identity.key k
        JOIN identity.supervision s ON s.id = k.id AND s.study_alias = ${keys.alias(occasion.study.id)}::uuid
        JOIN identity.person p ON p.id = s.person_id
       WHERE k.study_hash = ${keys.hash('study_id', registrationId)}`
    const name = person && clientName(keys, person)
    if (!name) return refuse('unknown_case')
    const { id, phone } = person
    return done({ name, phone: telephone && phone ? keys.open(phone, `person.phone:${id}`) : null })
  })
}
