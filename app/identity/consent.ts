import type { VaultTx } from '../platform/database'
import { blindId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { boxOfScope, formNamed } from '../protocol/consent-forms'
import { type Day, monthOf } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'
import { studyIdsOf, vaultIdOf } from './tie'

/** What a client can say to one scope of a form (protocol §6). */
export type ScopeAnswer = 'accepted' | 'declined' | 'not_asked'
/** What the vault writes for it: words of its own, as short as a box. */
const WRITTEN = { accepted: 'yes', declined: 'no', not_asked: 'blank' } as const satisfies Record<ScopeAnswer, string>

/** A file of a form: a scan of the paper one, or a drawn signature. */
export type Paper = {
  readonly kind: 'scan' | 'client' | 'staff' | 'guard'
  readonly media: 'pdf' | 'jpeg' | 'png'
  readonly bytes: Uint8Array
}

/** A signed form: which version, in which language, on which day, where, and the answer to each scope. */
export type SignedForm = {
  readonly registrationId: string
  readonly version: string
  readonly language: 'nl' | 'en'
  readonly signedOn: Day
  readonly location: string
  readonly way: 'tablet' | 'paper' | 'import'
  readonly scopes: Readonly<Record<string, ScopeAnswer>>
  /** Given with the scope that allows to telephone. */
  readonly telephone?: string
  /** Whether the client understood, and who signed with them when that was needed. */
  readonly understands?: boolean
  readonly guardian?: string
  readonly papers?: readonly Paper[]
}

/** What lies sealed in a form: nothing of it in clear would be without a way to the interview of that day. */
export type FormParticulars = {
  readonly signedOn: Day
  readonly by: string
  readonly understands?: boolean
  readonly guardian?: string
  readonly endedOn?: Day
}

/** What a form waits for when it was just signed: a paper one for its scan, or for the second person who looks at it. */
const stateOf = ({ way, papers = [] }: SignedForm) =>
  way !== 'paper' ? 'valid' : papers.some(({ kind }) => kind === 'scan') ? 'check' : 'scan'

/**
 * Signs consent for the client of a supervision (protocol §6). The form and the day stay here; the study gets the
 * permissions, one row a scope, through the one function that may write them, in the same transaction.
 * Refused: an unknown supervision, form or scope, a day to come, a form of this version when one is in force.
 */
export function signConsent(vault: Vault, occasion: Occasion, form: SignedForm): Promise<Result<{ formId: string }>> {
  const formId = blindId()
  const what = { verb: 'sign_consent', subject: 'registration', subjectId: form.registrationId }
  return change(vault, occasion, what, async (tx) => {
    const { keys } = vault
    const { protocol } = occasion.study
    const published = formNamed(protocol, form.version)
    if (!published) return refuse('unknown_form', { field: 'version' })
    const unknown = Object.keys(form.scopes).find((scope) => boxOfScope(published, scope) === undefined)
    if (unknown) return refuse('unknown_scope', { field: unknown })
    if (form.signedOn > occasion.today) return refuse('in_future', { field: 'signed_on' })
    const person = await signer(tx, vault, occasion, form.registrationId)
    if (!person) return refuse('unknown_case', { field: 'supervision' })
    const personId = person.id
    const inForce = await tx.consentForm.count({ where: { personId, version: form.version, endedMonth: null } })
    if (inForce > 0) return refuse('already_signed', { field: 'supervision' })
    const month = monthOf(form.signedOn)
    const particulars: FormParticulars = {
      signedOn: form.signedOn,
      by: occasion.actor,
      ...(form.understands !== undefined && { understands: form.understands }),
      ...(form.guardian !== undefined && { guardian: form.guardian }),
    }
    await tx.consentForm.createMany({
      data: {
        id: formId,
        studyAlias: keys.alias(occasion.study.id),
        personId,
        version: form.version,
        language: form.language,
        way: form.way,
        state: stateOf(form),
        month,
        locationHash: keys.hash('location', form.location),
        particulars: keys.seal(JSON.stringify(particulars), `consent_form.particulars:${formId}`),
        enteredBy: accountOf(occasion),
      },
    })
    const answers = published.boxes.map(({ box, scope }) => ({ box, scope, said: form.scopes[scope] ?? 'not_asked' }))
    await tx.consentAnswer.createMany({
      data: answers.map(({ box, said }) => ({ formId, box, seq: 1, answer: WRITTEN[said], month })),
    })
    for (const paper of form.papers ?? []) await keepPaper(tx, keys, formId, paper)
    if (form.telephone !== undefined) {
      const phone = keys.seal(form.telephone, `person.phone:${personId}`)
      await tx.person.updateMany({ where: { id: personId }, data: { phone } })
    }
    const scopes = answers.map(({ scope }) => scope)
    const granted = answers.map(({ said }) => said === 'accepted')
    await tx.$executeRaw`
      SELECT study.set_permissions(${person.clientId}::uuid, ${scopes}::text[], ${granted}::boolean[])`
    return done({ formId })
  })
}

/** Who signs for a supervision, locked: one form at a time, the next one sees this one. Null when the study has none. */
async function signer(tx: VaultTx, { keys }: Vault, { study }: Occasion, registrationId: string) {
  const id = await vaultIdOf(tx, keys, registrationId)
  const where = { id: id ?? '', studyAlias: keys.alias(study.id) }
  const supervision = id && (await tx.supervision.findFirst({ where, select: { personId: true } }))
  if (!supervision) return null
  const { personId } = supervision
  await tx.$executeRaw`SELECT FROM identity.person WHERE id = ${personId}::uuid FOR UPDATE`
  const tied = await studyIdsOf(tx, keys, [personId])
  return { id: personId, clientId: tied.get(personId) as string }
}

/** Puts a file to its form, sealed. */
export async function keepPaper(tx: VaultTx, keys: Vault['keys'], formId: string, { kind, media, bytes }: Paper) {
  const id = blindId()
  const sealed = keys.sealBytes(bytes, `consent_paper.sealed:${id}`)
  await tx.consentPaper.createMany({ data: { id, formId, kind, media, size: bytes.length, sealed } })
}

/** The account that did it; null for the system and for imports. */
const accountOf = ({ actor }: Occasion): string | null => /^account:(.+)$/.exec(actor)?.[1] ?? null
