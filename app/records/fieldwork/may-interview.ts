import type { StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Result, refuse } from '../../protocol/refusal'
import { qualifiedOn } from '../interviewers/qualifications'

/** Who holds an interview, by code, and who sits by when it is a student's first one (protocol §3). */
export type Holder = { readonly interviewer: string; readonly supervisedBy: string | null }

/**
 * Refuses whoever may not hold an interview today (protocol §3): something is missing, or it is a student's first one and nobody
 * sits by who may hold interviews alone. Null when it may begin.
 */
export async function mayNotHold(
  tx: StudyTx,
  { study, today }: Occasion,
  { interviewer, supervisedBy }: Holder,
): Promise<Result<never> | null> {
  const { may, missing, supervisedOnly } = await qualifiedOn(tx, study, interviewer, today)
  if (!may) return refuse('not_qualified', { field: 'interviewer', missing })
  if (!supervisedOnly) return null
  if (!supervisedBy) return refuse('required', { field: 'supervised_by' })
  const second = await qualifiedOn(tx, study, supervisedBy, today)
  const alone = second.may && !second.supervisedOnly && supervisedBy !== interviewer
  return alone ? null : refuse('second_not_qualified', { field: 'supervised_by' })
}
