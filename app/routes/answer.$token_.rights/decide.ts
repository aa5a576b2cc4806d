import type { AppLoadContext } from '@remix-run/node'
import type { Result } from '../../protocol/refusal'
import { declineAltogether, declineFor } from '../../records/declining'
import { withdrawSupervisorAnswers } from '../../records/supervisor-answers'
import type { Supervised } from '../answer.$token/door'

/** What a supervisor can decide about their own part (§6), as addresses and forms call it. */
export const DECISIONS = ['decline-one', 'decline-all', 'erase-one', 'erase-all'] as const
export type Decision = (typeof DECISIONS)[number]

/** A decision as it was sent; undefined when it is none. */
export const decisionIn = (text: unknown): Decision | undefined => DECISIONS.find((one) => one === text)

/** Whether answers are lost by it: then it takes more than the link. */
export const takesAnswers = (decision: Decision): boolean => decision.startsWith('erase-')

/** Carries a decision out; refused as its verb refuses. */
export function decide(
  { databases: { study: db } }: AppLoadContext,
  { occasion, supervisorId, asked: { registrationId } }: Supervised,
  decision: Decision,
): Promise<Result<unknown>> {
  switch (decision) {
    case 'decline-one':
      return declineFor(db, occasion, { registrationId, supervisorId })
    case 'decline-all':
      return declineAltogether(db, occasion, supervisorId)
    case 'erase-one':
      return withdrawSupervisorAnswers(db, occasion, { supervisorId, registrationId })
    case 'erase-all':
      return withdrawSupervisorAnswers(db, occasion, { supervisorId })
  }
}
