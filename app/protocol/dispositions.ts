import type { Stage } from './stages'
import type { Words } from './words'

/** The classes by which outcome rates are counted, by the Standard Definitions of AAPOR. */
export const CLASSES = {
  I: { nl: 'Interview gehouden', en: 'Complete interview' },
  P: { nl: 'Interview afgebroken', en: 'Partial interview' },
  R: { nl: 'Wil niet', en: 'Refusal' },
  NC: { nl: 'Niet bereikt', en: 'Non-contact' },
  O: { nl: 'Hoort erbij, andere reden', en: 'Other, eligible' },
  UH: { nl: 'Niet bekend: nog niets gevraagd', en: 'Unknown: nothing asked yet' },
  UO: { nl: 'Niet bekend: geen antwoord', en: 'Unknown: no answer' },
  NE: { nl: 'Hoort er niet bij', en: 'Not eligible' },
} as const satisfies Record<string, Words>
export type Class = keyof typeof CLASSES
export const CLASS_NAMES = Object.keys(CLASSES) as Class[]

type Line = { readonly class: Class; readonly number: string; readonly label: Words }

/** Final dispositions with their standard numbers; of the standard list, those that a register sample can end in. */
export const DISPOSITIONS = {
  complete: { class: 'I', number: '1.1', label: { nl: 'Interview', en: 'Complete' } },
  partial: { class: 'P', number: '1.2', label: { nl: 'Afgebroken interview', en: 'Partial' } },
  refusal: { class: 'R', number: '2.11', label: { nl: 'De cliënt wil niet', en: 'Refusal' } },
  not_reached: { class: 'NC', number: '2.20', label: { nl: 'Nog niet gesproken', en: 'Non-contact' } },
  no_access: {
    class: 'NC',
    number: '2.23',
    label: { nl: 'Toegang niet gegeven door een ander', en: 'Access not given by somebody else' },
  },
  away: { class: 'NC', number: '2.25', label: { nl: 'Niet verschenen', en: 'Respondent away or unavailable' } },
  dead: { class: 'O', number: '2.31', label: { nl: 'Overleden', en: 'Dead' } },
  unable: {
    class: 'O',
    number: '2.32',
    label: { nl: 'Niet in staat tot een gesprek', en: 'Physically or mentally unable' },
  },
  other: { class: 'O', number: '2.36', label: { nl: 'Andere reden', en: 'Miscellaneous' } },
  not_attempted: { class: 'UH', number: '3.11', label: { nl: 'Nog niet nagevraagd', en: 'Not attempted or worked' } },
  unknown_if_eligible: {
    class: 'UO',
    number: '3.20',
    label: { nl: 'Niet bekend of de cliënt erbij hoort', en: 'Unknown if eligible' },
  },
  not_screened: {
    class: 'UO',
    number: '3.21',
    label: { nl: 'De vraag is niet beantwoord', en: 'No screener completed' },
  },
  out_of_sample: { class: 'NE', number: '4.10', label: { nl: 'Buiten de steekproef', en: 'Out of sample' } },
  not_eligible: { class: 'NE', number: '4.70', label: { nl: 'Voldoet niet aan de criteria', en: 'Not eligible' } },
  quota_filled: { class: 'NE', number: '4.80', label: { nl: 'De plaatsen zijn vol', en: 'Quota filled' } },
  duplicate: { class: 'NE', number: '4.81', label: { nl: 'Al eerder geteld', en: 'Duplicate listing' } },
} as const satisfies Record<string, Line>
export type Disposition = keyof typeof DISPOSITIONS
export const DISPOSITION_NAMES = Object.keys(DISPOSITIONS) as Disposition[]

/** Which disposition each reason comes to, per step of intake. */
export type ReasonDispositions = Readonly<Record<string, Readonly<Record<string, Disposition>>>>

/** A case that is still under way stands here for now: what is not known is unknown, what is eligible was not reached yet. */
const UNDER_WAY = {
  to_inquire: 'not_attempted',
  awaiting_reply: 'not_screened',
  to_screen: 'unknown_if_eligible',
  to_judge: 'not_reached',
  to_approach: 'not_reached',
  planned: 'not_reached',
} as const satisfies Record<Exclude<Stage, 'interviewed' | 'left'>, Disposition>

/** Where a case stands, or how it ended; `partial`: interviewed, and broken off. */
export type Ended = {
  readonly stage: Stage
  readonly leftStep: string | null
  readonly leftReason: string | null
  readonly partial: boolean
}

/**
 * The final disposition of a case by the Standard Definitions; of one under way, that of today. A reason that the study's
 * table lacks throws a RangeError: the table is complete by type.
 */
export function dispositionOf(study: { readonly dispositions: ReasonDispositions }, ended: Ended): Disposition {
  const { stage, leftStep, leftReason, partial } = ended
  if (stage === 'interviewed') return partial ? 'partial' : 'complete'
  if (stage !== 'left') return UNDER_WAY[stage]
  const disposition = study.dispositions[leftStep ?? '']?.[leftReason ?? '']
  if (!disposition) throw new RangeError(`no disposition for ${leftStep} ${leftReason}`)
  return disposition
}
