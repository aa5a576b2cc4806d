import type { Words } from './words'

/** The steps of intake, in order (protocol §2); what comes after are waves, by their own names. */
export const INTAKE_STEPS = ['register', 'inquiry', 'criteria', 'judgement', 'approach'] as const
export type IntakeStep = (typeof INTAKE_STEPS)[number]

type StageLine = {
  /** The step at which a case in this stage stands; null for one that stands at a wave, or at none any more. */
  readonly step: IntakeStep | null
  readonly cite: string
  readonly label: Words
}

/** Where a case can stand between the register and the sample, in the order of the protocol (§2, §3). */
export const STAGES = {
  to_inquire: { step: 'register', cite: '§2', label: { nl: 'Nog na te vragen', en: 'To inquire' } },
  awaiting_reply: {
    step: 'inquiry',
    cite: '§2.2',
    label: { nl: 'Wacht op de toezichthouder', en: 'Awaiting the supervisor' },
  },
  to_screen: {
    step: 'criteria',
    cite: '§2.1',
    label: { nl: 'Criteria nog niet allemaal bekend', en: 'Criteria not all known yet' },
  },
  to_judge: {
    step: 'judgement',
    cite: '§2',
    label: { nl: 'Wacht op het oordeel van de toezichthouder', en: 'Awaiting the supervisor’s judgement' },
  },
  to_approach: { step: 'approach', cite: '§2', label: { nl: 'Te benaderen', en: 'To approach' } },
  planned: { step: 'approach', cite: '§3', label: { nl: 'Gesprek gepland', en: 'Talk planned' } },
  interviewed: { step: null, cite: '§3', label: { nl: 'Geïnterviewd', en: 'Interviewed' } },
  left: { step: null, cite: '§2', label: { nl: 'Afgevallen', en: 'Left' } },
} as const satisfies Record<string, StageLine>

export type Stage = keyof typeof STAGES
export const STAGE_NAMES = Object.keys(STAGES) as Stage[]

/** A stage, and for a case that left also the step at which it did: what is allowed depends on both. */
export type Place = Exclude<Stage, 'left'> | `left_${IntakeStep}`
export const PLACES: readonly Place[] = [
  ...STAGE_NAMES.filter((stage): stage is Exclude<Stage, 'left'> => stage !== 'left'),
  ...INTAKE_STEPS.map((step) => `left_${step}` as const),
]

/** What decides where a case stands, as it is known now. */
export type StageFacts = {
  /** Steps at which the case has left and not returned, with the reason; waves may stand among them. Of intake there is one. */
  readonly left: Readonly<Record<string, string>>
  readonly inquired: boolean
  readonly replied: boolean
  /** Criteria were looked at, and every one of them is met. */
  readonly criteriaMet: boolean
  /** The supervisor judged that the client can be approached now. */
  readonly approachable: boolean
  /** Client and supervisor are bound as a dyad, and still are. */
  readonly paired: boolean
  /** A day was planned for the talk after which the first interview is held. */
  readonly planned: boolean
  /** An interview with the client was held. */
  readonly interviewed: boolean
}

/** Where a case stands; for one that left, at which step and why. */
export type Standing = {
  readonly stage: Stage
  readonly leftStep: IntakeStep | null
  readonly leftReason: string | null
}

/** Where a case with these facts stands (protocol §2): the furthest that they brought it, unless it left. */
export function stageOf(facts: StageFacts): Standing {
  const leftStep = INTAKE_STEPS.find((step) => Object.hasOwn(facts.left, step))
  if (leftStep) return { stage: 'left', leftStep, leftReason: facts.left[leftStep] as string }
  return { stage: furthest(facts), leftStep: null, leftReason: null }
}

function furthest(facts: StageFacts): Exclude<Stage, 'left'> {
  if (facts.interviewed) return 'interviewed'
  if (facts.planned) return 'planned'
  if (facts.paired || facts.approachable) return 'to_approach'
  if (facts.replied) return facts.criteriaMet ? 'to_judge' : 'to_screen'
  return facts.inquired ? 'awaiting_reply' : 'to_inquire'
}

/** The place of a case that stands so. */
export const placeOf = ({ stage, leftStep }: Pick<Standing, 'stage' | 'leftStep'>): Place =>
  stage === 'left' ? `left_${leftStep ?? 'register'}` : stage
