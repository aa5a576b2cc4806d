import type { VaultDb } from '../platform/database'
import { newId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import { type Day, toColumn } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'

/** What a client can say to one scope of a form (protocol §6). */
export type ScopeAnswer = 'accepted' | 'declined' | 'not_asked'

/** A signed form: which version, in which language, on which day, and the answer to each scope. */
export type SignedForm = {
  readonly registrationId: string
  readonly version: string
  readonly language: 'nl' | 'en'
  readonly signedOn: Day
  readonly scopes: Readonly<Record<string, ScopeAnswer>>
}

/**
 * Signs consent for the client of a supervision (protocol §6). The form and the day stay here; the study gets the
 * permissions, one row a scope, through the one function that may write them, in the same transaction.
 * Refused: an unknown supervision, a scope the study does not know, a day to come, a form when one is in force.
 */
export function signConsent(vault: VaultDb, occasion: Occasion, form: SignedForm): Promise<Result<{ formId: string }>> {
  const formId = newId()
  const what = { verb: 'sign_consent', subject: 'consent_form', subjectId: formId }
  return change(vault, occasion, what, async (tx) => {
    const { scopes: known } = occasion.study.protocol
    const unknown = Object.keys(form.scopes).find((scope) => !known.includes(scope))
    if (unknown) return refuse('unknown_scope', { field: unknown })
    if (form.signedOn > occasion.today) return refuse('in_future', { field: 'signed_on' })
    const supervision = await tx.supervision.findUnique({
      where: { id: form.registrationId },
      select: { personId: true, studyId: true },
    })
    if (supervision?.studyId !== occasion.study.id) return refuse('unknown_case', { field: 'supervision' })
    const { personId } = supervision
    // One form at a time: the next one sees this one.
    await tx.$executeRaw`SELECT FROM identity.person WHERE id = ${personId}::uuid FOR UPDATE`
    const inForce = await tx.consentForm.count({ where: { personId, version: form.version, withdrawnOn: null } })
    if (inForce > 0) return refuse('already_signed', { field: 'supervision' })
    const { version, language } = form
    await tx.consentForm.createMany({
      data: { id: formId, personId, version, language, signedOn: toColumn(form.signedOn) },
    })
    const answers = known.map((scope) => ({ formId, scope, answer: form.scopes[scope] ?? 'not_asked' }))
    await tx.consentScope.createMany({ data: answers })
    const granted = answers.map(({ answer }) => answer === 'accepted')
    await tx.$executeRaw`SELECT study.set_permissions(${personId}::uuid, ${known}::text[], ${granted}::boolean[])`
    return done({ formId })
  })
}

/**
 * Identity's half of a withdrawal, after the study's: the client's forms end. Refused when nothing was signed or
 * everything has ended before, which is how a sweep repeats it without harm.
 */
export function endConsent(
  vault: VaultDb,
  occasion: Occasion,
  { clientId, collected }: { readonly clientId: string; readonly collected: string },
): Promise<Result<number>> {
  const what = { verb: 'end_consent', subject: 'client', subjectId: clientId }
  return change(vault, occasion, what, async (tx) => {
    const forms = await tx.consentForm.findMany({
      where: { personId: clientId, withdrawnOn: null },
      select: { id: true },
    })
    if (forms.length === 0) return refuse('nothing_signed')
    const ids = forms.map(({ id }) => id)
    await tx.consentForm.updateMany({
      where: { id: { in: ids } },
      data: { withdrawnOn: toColumn(occasion.today), collected },
    })
    await tx.consentScope.updateMany({
      where: { formId: { in: ids }, answer: 'accepted' },
      data: { answer: 'withdrawn' },
    })
    return done(ids.length)
  })
}

/** Of these withdrawn clients, those whose forms are still in force: what a sweep has to complete. */
export async function stillConsenting(vault: VaultDb, clientIds: readonly string[]): Promise<string[]> {
  const forms = await vault.consentForm.findMany({
    where: { personId: { in: [...clientIds] }, withdrawnOn: null },
    select: { personId: true },
    distinct: ['personId'],
  })
  return forms.map(({ personId }) => personId)
}

/** How many forms were signed in each month, and nothing about whom: what the coordinator compares with interviews (protocol §6). */
export async function signedPerMonth(vault: VaultDb, studyId: string): Promise<{ month: string; signed: number }[]> {
  return vault.$queryRaw<{ month: string; signed: number }[]>`
    SELECT to_char(f.signed_on, 'YYYY-MM') AS month, count(*)::int AS signed
      FROM identity.consent_form f JOIN identity.person p ON p.id = f.person_id
     WHERE p.study_id = ${studyId}::uuid GROUP BY 1 ORDER BY 1`
}
