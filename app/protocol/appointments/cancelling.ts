import type { Words } from '../words'

/** Why an appointment that stood is taken back; what the client decided is recorded as a refusal or a no-show instead. */
export const CANCEL_REASONS = {
  talk_moved: { nl: 'Het gesprek met de toezichthouder is verzet', en: 'The talk with the supervisor was moved' },
  client_cannot: { nl: 'De cliënt kan die dag niet', en: 'The client cannot come that day' },
  interviewer_cannot: { nl: 'De interviewer kan die dag niet', en: 'The interviewer cannot come that day' },
  no_room: { nl: 'Er is geen kamer', en: 'There is no room' },
  by_mistake: { nl: 'De afspraak klopte niet', en: 'The appointment was a mistake' },
} as const satisfies Record<string, Words>

type CancelReason = keyof typeof CANCEL_REASONS
export const CANCEL_REASON_CODES = Object.keys(CANCEL_REASONS) as CancelReason[]
/** A reason as it was sent; undefined when there is none. */
export const readCancelReason = (text: string): CancelReason | undefined =>
  CANCEL_REASON_CODES.find((code) => code === text)
