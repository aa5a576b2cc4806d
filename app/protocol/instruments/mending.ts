import type { Words } from '../study'

/** Why a questionnaire that was filled in is opened again, declared void or swapped with another (protocol §3). */
export const MENDING = {
  wrong_client: { nl: 'Ingevuld voor de verkeerde cliënt', en: 'Filled in for the wrong client' },
  filled_in_by_somebody_else: { nl: 'Ingevuld door iemand anders', en: 'Filled in by somebody else' },
  asked_by_supervisor: { nl: 'De toezichthouder vroeg erom', en: 'The supervisor asked for it' },
  test: { nl: 'Het was een proef', en: 'It was a trial' },
} as const satisfies Record<string, Words>

export type Mending = keyof typeof MENDING

/** A reason as it was sent; undefined when it is none. */
export const readMending = (code: string | null): Mending | undefined =>
  code !== null && Object.hasOwn(MENDING, code) ? (code as Mending) : undefined
