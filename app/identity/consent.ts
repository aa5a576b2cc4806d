import { now } from '../platform/clock'
import type { VaultTx } from '../platform/database'
import { blindId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { boxOfScope, type FormVersion, formNamed } from '../protocol/consent-forms'
import { addDays, type Day, day, monthOf } from '../protocol/day'
import { done, type Refusal, type Result, refuse } from '../protocol/refusal'
import { change } from './change'
import { accountHash } from './forms/by'
import { type FormParticulars, formsKept, sealParticulars } from './forms/kept'
import { obstaclesTo } from './forms/obstacles'
import { keepPaper } from './forms/papers'
import type { ScopeAnswer, SignedForm } from './forms/signed'
import { settle } from './forms/standing'
import { studyIdsOf, vaultIdOf } from './tie'

/** What the vault writes for it: words of its own, as short as a box. */
const WRITTEN = { accepted: 'yes', declined: 'no', not_asked: 'blank' } as const satisfies Record<ScopeAnswer, string>

/** What a form waits for when it was just signed: a paper one for its scan, or for the second person who looks at it. */
const stateOf = ({ way, papers = [] }: SignedForm) =>
  way !== 'paper' ? 'valid' : papers.some(({ kind }) => kind === 'scan') ? 'check' : 'scan'

/**
 * Signs consent for the client of a supervision (protocol §6). The form and the day stay here; the study gets the
 * permissions, one row a scope, through the one function that may write them, in the same transaction: also from paper,
 * since the interview follows at once. Refused: an unknown supervision, form or scope, a day to come, a form of this
 * version when one is in force, and the first of what `standsInTheWay` says.
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
    const person = await signerOf(tx, vault, occasion, form.registrationId, { lock: true })
    if (!person) return refuse('unknown_case', { field: 'supervision' })
    const before = await formsKept(tx, keys, person.id)
    const inForce = before.some(({ version, endedMonth }) => version === form.version && endedMonth === null)
    if (inForce && !form.again) return refuse('already_signed', { field: 'supervision' })
    const [obstacle] = obstaclesTo(published, form, person)
    if (obstacle) return { ok: false, refusal: obstacle }
    const answers = published.boxes.map(({ box, scope }) => ({ box, scope, said: form.scopes[scope] ?? 'not_asked' }))
    await writeForm(tx, vault, occasion, { formId, personId: person.id, form, answers })
    await keepTelephone(tx, keys, person.id, published, form)
    const { boxes } = published
    const { id: personId, clientId } = person
    await settle(tx, keys, protocol, { personId, clientId, boxes, takenBackBefore: newerThan(form) })
    return done({ formId })
  })
}

/**
 * Everything that keeps a form from being signed (protocol §6), for the page to say at once, each with its field. Empty
 * when nothing does, or when the study has no such case or form: `signConsent` says so.
 */
export async function standsInTheWay(vault: Vault, occasion: Occasion, form: SignedForm): Promise<readonly Refusal[]> {
  const published = formNamed(occasion.study.protocol, form.version)
  const person = published && (await signerOf(vault.db, vault, occasion, form.registrationId, { lock: false }))
  return person ? obstaclesTo(published, form, person) : []
}

/**
 * Who signs for a supervision; with `lock`, one form at a time: the next one sees this one. Null when the study has
 * none, or the name is gone.
 */
async function signerOf(
  tx: VaultTx,
  { keys }: Vault,
  { study }: Occasion,
  registrationId: string,
  { lock }: { readonly lock: boolean },
) {
  const id = await vaultIdOf(tx, keys, registrationId)
  const where = { id: id ?? '', studyAlias: keys.alias(study.id) }
  const supervision = id && (await tx.supervision.findFirst({ where, select: { personId: true } }))
  if (!supervision) return null
  const { personId } = supervision
  if (lock) await tx.$executeRaw`SELECT FROM identity.person WHERE id = ${personId}::uuid FOR UPDATE`
  const { bornOn, phone } = await tx.person.findUniqueOrThrow({ where: { id: personId } })
  if (!bornOn) return null
  const tied = await studyIdsOf(tx, keys, [personId])
  return {
    id: personId,
    clientId: tied.get(personId) as string,
    bornOn: day(keys.open(bornOn, `person.born_on:${personId}`)),
    telephoneKnown: phone !== null,
  }
}

type Written = {
  readonly formId: string
  readonly personId: string
  readonly form: SignedForm
  readonly answers: readonly { readonly box: number; readonly said: ScopeAnswer }[]
}

async function writeForm(tx: VaultTx, { keys }: Vault, occasion: Occasion, written: Written) {
  const { formId, personId, form, answers } = written
  const month = monthOf(form.signedOn)
  const { capacity, guardian } = form
  const particulars: FormParticulars = {
    signedOn: form.signedOn,
    at: now().toISOString(),
    by: occasion.actor,
    ...(capacity && { capacity }),
    ...(guardian !== undefined && { guardian }),
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
      particulars: sealParticulars(keys, formId, particulars),
      enteredByHash: accountHash(keys, occasion),
    },
  })
  const rows = answers.map(({ box, said }) => ({ formId, box, seq: 1, answer: WRITTEN[said], month }))
  await tx.consentAnswer.createMany({ data: rows })
  for (const paper of form.papers ?? []) await keepPaper(tx, keys, formId, paper)
}

/** A number that came with a no is not kept. */
async function keepTelephone(
  tx: VaultTx,
  keys: Vault['keys'],
  personId: string,
  { boxes }: FormVersion,
  { telephone, scopes }: SignedForm,
) {
  const allowed = boxes.some(({ asksTelephone, scope }) => asksTelephone && scopes[scope] === 'accepted')
  if (telephone === undefined || !allowed) return
  const phone = keys.seal(telephone, `person.phone:${personId}`)
  await tx.person.updateMany({ where: { id: personId }, data: { phone } })
}

/**
 * What was taken back before this day is given again by a form (§6). Of one day a form on a tablet is the newer: it is
 * written down the moment it is signed. When a paper of that day was signed nobody knows, so it gives nothing back.
 */
const newerThan = ({ way, signedOn }: SignedForm): Day => (way === 'tablet' ? addDays(signedOn, 1) : signedOn)
