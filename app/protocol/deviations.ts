import type { Words } from './words'

type Kind = {
  readonly cite: string
  readonly label: Words
  /** Found by a rule over what is recorded, written down by somebody who knows of it, or either. */
  readonly raised: 'rule' | 'hand' | 'either'
  /** What it is about: one case, or the numbers of a location in a month. */
  readonly about: 'case' | 'place'
}

/** What can go otherwise than the protocol says. */
export const DEVIATIONS = {
  contacts_outside_rule: {
    cite: '§3',
    raised: 'rule',
    about: 'case',
    label: {
      nl: 'Eerste interview buiten het toegestane aantal gesprekken',
      en: 'First interview outside the contact rule',
    },
  },
  outside_window: {
    cite: '§4.2',
    raised: 'rule',
    about: 'case',
    label: { nl: 'Interview buiten de periode van de meting', en: 'Interview outside the window of its wave' },
  },
  no_consent_form: {
    cite: '§6',
    raised: 'rule',
    about: 'case',
    label: {
      nl: 'Interview zonder de toestemming die het nodig heeft',
      en: 'Interview without the consent that it needs',
    },
  },
  too_many_places: {
    cite: '§2.1',
    raised: 'rule',
    about: 'case',
    label: {
      nl: 'Meer cliënten bij een toezichthouder dan toegestaan',
      en: 'More clients with a supervisor than allowed',
    },
  },
  consent_version: {
    cite: '§6',
    raised: 'rule',
    about: 'place',
    label: {
      nl: 'Formulieren getekend in een versie die toen niet gold',
      en: 'Forms signed in a version that was not in force',
    },
  },
  unqualified_interviewer: {
    cite: '§3',
    raised: 'either',
    about: 'case',
    label: { nl: 'Interviewer was niet bevoegd', en: 'Interviewer was not qualified' },
  },
  other: {
    cite: '§2',
    raised: 'hand',
    about: 'case',
    label: { nl: 'Anders dan het protocol', en: 'Otherwise than the protocol' },
  },
} as const satisfies Record<string, Kind>

export type DeviationKind = keyof typeof DEVIATIONS
export const DEVIATION_KINDS = Object.keys(DEVIATIONS) as [DeviationKind, ...DeviationKind[]]
/** The kinds that somebody writes down, and those that rules find. */
export const BY_HAND = DEVIATION_KINDS.filter((kind) => DEVIATIONS[kind].raised !== 'rule')
export const BY_RULE = DEVIATION_KINDS.filter((kind) => DEVIATIONS[kind].raised !== 'hand')

/** What was decided on a deviation. */
export const DECISIONS = {
  accepted: { nl: 'Aanvaard', en: 'Accepted' },
  corrected: { nl: 'Hersteld', en: 'Corrected' },
  reported: { nl: 'Gemeld', en: 'Reported' },
} as const satisfies Record<string, Words>
export type Decision = keyof typeof DECISIONS
export const DECISION_NAMES = Object.keys(DECISIONS) as Decision[]

/** Where a deviation stands: nobody decided, somebody did, or what it was about is no longer so. */
export const DEVIATION_STATES = ['open', 'decided', 'resolved'] as const
export type DeviationState = (typeof DEVIATION_STATES)[number]

/** Something that a rule found: the same `fact` of a kind is one deviation, however often it is found. */
export type Finding = {
  readonly kind: DeviationKind
  readonly fact: string
  readonly registrationId: string | null
  readonly location: string
  /** YYYY-MM of what happened. */
  readonly month: string
}
