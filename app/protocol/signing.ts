import { type FormVersion, guardianNeeded, understands, validOn } from './consent-forms'
import type { Day } from './day'
import type { Refusal } from './refusal'

/** What a box of a form can hold. On paper a box can be left blank: it is written down as that, and grants nothing. */
export type BoxAnswer = 'yes' | 'no' | 'blank'

/** A form as it lies there to be completed. */
export type Signing = {
  readonly on: Day
  readonly way: 'tablet' | 'paper'
  /** By box number; a box that is not there was not looked at. */
  readonly answers: Readonly<Record<number, BoxAnswer>>
  /** A telephone number stands on the form or was known before. */
  readonly telephone: boolean
  /** Whole years on the day of signing. */
  readonly ageOn: number
  /** By code of the form's questions on understanding. */
  readonly capacity: Readonly<Record<string, boolean>>
  readonly signed: { readonly client: boolean; readonly interviewer: boolean; readonly guardian: boolean }
}

type Obstacle = (form: FormVersion, signing: Signing) => Refusal | null

/** A box counts as answered when yes or no stands in it; on paper also when it was seen to be blank. */
const unanswered = ({ boxes }: FormVersion, { answers, way }: Signing) =>
  boxes.filter(({ box }) => {
    const answer = answers[box]
    return answer === undefined || (answer === 'blank' && way === 'tablet')
  })

/**
 * What can be wrong, in the order of the form (protocol §6). The client always signs, also beside a guardian: nobody
 * takes part on somebody else's word alone.
 */
const OBSTACLES: readonly Obstacle[] = [
  (form, { on }) => (validOn(form, on) ? null : { code: 'form_not_valid', field: 'version', version: form.version }),
  (form, { way }) => (form.paper && way === 'tablet' ? { code: 'form_on_paper_only', field: 'version' } : null),
  ({ capacity }, { capacity: said }) =>
    capacity.questions.some(({ code }) => said[code] === undefined)
      ? { code: 'capacity_not_asked', field: 'capacity' }
      : null,
  (form, signing) => {
    const boxes = unanswered(form, signing).map(({ box }) => box)
    return boxes.length > 0 ? { code: 'box_unanswered', field: `box_${boxes[0]}`, boxes: boxes.map(String) } : null
  },
  ({ boxes }, { answers, telephone }) =>
    !telephone && boxes.some(({ box, asksTelephone }) => asksTelephone && answers[box] === 'yes')
      ? { code: 'telephone_missing', field: 'telephone' }
      : null,
  (_form, { signed }) => (signed.client ? null : { code: 'client_not_signed', field: 'signature_client' }),
  (_form, { signed }) =>
    signed.interviewer ? null : { code: 'interviewer_not_signed', field: 'signature_interviewer' },
  (form, { ageOn, capacity, signed }) =>
    guardianNeeded(form, { ageOn, understands: understands(form, capacity) }) && !signed.guardian
      ? { code: 'guardian_not_signed', field: 'signature_guardian' }
      : null,
]

/** Everything that keeps a form from being complete, each with the field where it is mended; empty when it may be kept. */
export const whatStandsInTheWay = (form: FormVersion, signing: Signing): readonly Refusal[] =>
  OBSTACLES.flatMap((obstacle) => obstacle(form, signing) ?? [])
