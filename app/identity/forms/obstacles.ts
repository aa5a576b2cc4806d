import type { FormVersion } from '../../protocol/consent-forms'
import { type Day, yearsBetween } from '../../protocol/day'
import type { Refusal } from '../../protocol/refusal'
import { type BoxAnswer, type Signing, whatStandsInTheWay } from '../../protocol/signing'
import type { ScopeAnswer, SignedForm } from './signed'

/** What the vault knows of the signer that matters to the form. */
export type Signer = { readonly bornOn: Day; readonly telephoneKnown: boolean }

const AS_BOX = { accepted: 'yes', declined: 'no', not_asked: 'blank' } as const satisfies Record<ScopeAnswer, BoxAnswer>

/**
 * Everything that keeps a form from being signed by this person (protocol §6), each with its field; an import has
 * nothing in its way, since it was signed long ago. A guardian who signs gives a name.
 */
export function obstaclesTo(published: FormVersion, form: SignedForm, signer: Signer): readonly Refusal[] {
  const { way } = form
  if (way === 'import') return []
  const drawn = (kind: string) => form.papers?.some((paper) => paper.kind === kind) ?? false
  const signed = form.signed ?? { client: drawn('client'), interviewer: drawn('staff'), guardian: drawn('guard') }
  const signing: Signing = {
    on: form.signedOn,
    way,
    answers: answersOf(published, form.scopes),
    telephone: form.telephone !== undefined || signer.telephoneKnown,
    ageOn: yearsBetween(signer.bornOn, form.signedOn),
    capacity: form.capacity ?? {},
    signed,
  }
  const nameless = signed.guardian && !form.guardian
  return [
    ...whatStandsInTheWay(published, signing),
    ...(nameless ? [{ code: 'guardian_unnamed', field: 'guardian' }] : []),
  ]
}

/** What stands in each box that was looked at. */
function answersOf({ boxes }: FormVersion, scopes: SignedForm['scopes']): Signing['answers'] {
  const said = boxes.flatMap(({ box, scope }) => {
    const answer = scopes[scope]
    return answer ? [[box, AS_BOX[answer]] as const] : []
  })
  return Object.fromEntries(said)
}
