import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import type { AttemptOutcome, Way } from '../../protocol/attempts'
import { type Day, fromColumn, toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { lockCase } from '../case'
import { change } from '../change'

/** One try to reach a supervisor (protocol §2.2). */
export type Attempt = { readonly triedOn: Day; readonly way: Way; readonly outcome: AttemptOutcome }

/**
 * Writes down that somebody tried to reach the supervisor of a case. Refused for an unknown case, one without a
 * supervisor or whose client withdrew, and for a day to come.
 */
export function logAttempt(
  db: StudyDb,
  occasion: Occasion,
  { registrationId, triedOn, way, outcome }: Attempt & { readonly registrationId: string },
): Promise<Result<null>> {
  const details = { triedOn, way, outcome }
  const what = { verb: 'log_attempt', subject: 'registration', subjectId: registrationId, details }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known) return refuse('unknown_case')
    if (known.withdrawn) return refuse('withdrawn')
    if (!known.supervisorId) return refuse('supervisor_unknown')
    if (triedOn > occasion.today) return refuse('in_future', { field: 'tried_on' })
    const supervisorId = known.inquiry?.askedId ?? known.supervisorId
    await tx.attempt.createMany({
      data: { id: newId(), registrationId, supervisorId, triedOn: toColumn(triedOn), way, outcome },
    })
    return done(null)
  })
}

/** All tries for a case, the last first, with the pseudonym of who was tried. */
export async function attemptsOf(
  db: StudyDb,
  registrationId: string,
): Promise<readonly (Attempt & { readonly supervisor: string })[]> {
  const rows = await db.attempt.findMany({ where: { registrationId }, orderBy: [{ triedOn: 'desc' }, { id: 'desc' }] })
  const ids = [...new Set(rows.map(({ supervisorId }) => supervisorId))]
  const known = await db.supervisor.findMany({ where: { id: { in: ids } }, select: { id: true, pseudonym: true } })
  const pseudonymOf = new Map(known.map(({ id, pseudonym }) => [id, pseudonym]))
  return rows.map(({ triedOn, way, outcome, supervisorId }) => ({
    triedOn: fromColumn(triedOn),
    way: way as Way,
    outcome: outcome as AttemptOutcome,
    supervisor: pseudonymOf.get(supervisorId) ?? '',
  }))
}
