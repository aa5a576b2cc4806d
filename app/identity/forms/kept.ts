import type { VaultDb, VaultTx } from '../../platform/database'
import type { Vault } from '../../platform/vault'
import { formNamed, scopeOfBox } from '../../protocol/consent-forms'
import type { Day } from '../../protocol/day'
import type { StudyProtocol } from '../../protocol/study'

/** Why a second person refuses a paper form. */
export const REFUSED_FOR = ['unsigned', 'unreadable', 'other_person', 'other_form', 'lost'] as const
export type RefusedFor = (typeof REFUSED_FOR)[number]

/** What lies sealed in a form: nothing of it in clear would be without a way to the interview of that day. */
export type FormParticulars = {
  readonly signedOn: Day
  /** When it was written down, by the machine's clock: which of two forms of one day is the later. */
  readonly at?: string
  readonly by: string
  /** What was answered to each question on understanding. */
  readonly capacity?: Readonly<Record<string, boolean>>
  readonly guardian?: string
  readonly endedOn?: Day
  /** By box, when a yes to it alone was taken back. */
  readonly takenBackOn?: Readonly<Record<number, Day>>
  readonly refusedFor?: RefusedFor
}

/** valid: nothing to check. scan, check: a paper form waits for its scan, or for the second person. */
export type FormState = 'valid' | 'scan' | 'check' | 'checked' | 'refused'
/** What was said to a box; `ended` was a yes that the client took back. */
export type Said = 'yes' | 'no' | 'blank' | 'ended'

/** A form as the vault keeps it, opened, with what was said to each box in the order in which it was written down. */
export type KeptForm = {
  readonly id: string
  readonly version: string
  readonly language: 'nl' | 'en'
  readonly way: 'tablet' | 'paper' | 'import'
  readonly state: FormState
  readonly month: string
  readonly endedMonth: string | null
  readonly enteredByHash: Uint8Array | null
  readonly particulars: FormParticulars
  readonly said: readonly { readonly box: number; readonly answer: Said; readonly month: string }[]
}

const about = (id: string) => `consent_form.particulars:${id}`
export const sealParticulars = (keys: Vault['keys'], id: string, particulars: FormParticulars) =>
  keys.seal(JSON.stringify(particulars), about(id))
export const unsealParticulars = (keys: Vault['keys'], id: string, sealed: Uint8Array): FormParticulars =>
  JSON.parse(keys.open(sealed, about(id)))

/** All forms of a person (by the vault's id), in the order in which they were signed. */
export async function formsKept(
  db: Pick<VaultTx, 'consentForm'> | VaultDb,
  keys: Vault['keys'],
  personId: string,
): Promise<KeptForm[]> {
  const rows = await db.consentForm.findMany({
    where: { personId },
    include: { answers: { orderBy: [{ seq: 'asc' }, { box: 'asc' }] } },
  })
  const forms = rows.map(({ answers, particulars, personId: _, studyAlias: _alias, locationHash: _place, ...row }) => ({
    ...row,
    language: row.language as KeptForm['language'],
    way: row.way as KeptForm['way'],
    state: row.state as FormState,
    particulars: unsealParticulars(keys, row.id, particulars),
    said: answers.map(({ box, answer, month }) => ({ box, answer: answer as Said, month })),
  }))
  const order = ({ particulars: { signedOn, at = '' } }: KeptForm) => `${signedOn} ${at}`
  return forms.sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** The newest answer to each box of a form. */
export const newestSaid = ({ said }: Pick<KeptForm, 'said'>): ReadonlyMap<number, Said> =>
  new Map(said.map(({ box, answer }) => [box, answer]))

/** Everything that was said to one scope, oldest first, on whatever form; a refused form said nothing. */
export function historyOf(study: Pick<StudyProtocol, 'consent'>, forms: readonly KeptForm[], scope: string) {
  return forms
    .filter(({ state }) => state !== 'refused')
    .flatMap(({ version, said }) => {
      const form = formNamed(study, version)
      const ours = said.filter(({ box }) => form && scopeOfBox(form, box) === scope)
      return ours.map(({ box, answer, month }) => ({ box, answer, month, version }))
    })
}
