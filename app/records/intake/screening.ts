import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { judgeCriteria, judgementOf } from '../../protocol/criteria'
import type { Day } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { type Case, lockCase } from '../case'
import { change } from '../change'
import { depart } from '../departures'
import { refusedNow } from '../standing'
import { factsOf, foundOutOf, writeJudged } from './findings'
import { judgeCase } from './judgement'
import type { Screened } from './screened'

/**
 * Screens a case again on what is known now (protocol §2, step 3), for what the register told since. Refused without a
 * reply or when the case has left.
 */
export function screen(db: StudyDb, occasion: Occasion, registrationId: string): Promise<Result<Screened>> {
  const what = { verb: 'screen', subject: 'registration', subjectId: registrationId }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known) return refuse('unknown_case')
    const refusal = refusedNow('screen', known)
    if (refusal) return refusal
    return done(await screenCase(tx, occasion, known, occasion.today))
  })
}

/** Findings for every criterion, then the verdict: left, waiting for an answer, or on to step 4 with what was said. */
export async function screenCase(tx: StudyTx, occasion: Occasion, known: Case, on: Day): Promise<Screened> {
  const { protocol } = occasion.study
  const foundOut = await foundOutOf(tx, known.id)
  const judged = judgeCriteria(protocol, factsOf(known), foundOut)
  await writeJudged(tx, occasion.study, known, judged, { foundOut, on })
  if (judged.verdict === 'unknown') return { stands: 'waiting', unknown: judged.unknown }
  if (judged.verdict === 'not_met') {
    const reason = judged.reason as string
    await depart(tx, occasion, known.id, 'criteria', reason, on)
    return { stands: 'left', step: 'criteria', reason }
  }
  const word = judgementOf(protocol, factsOf(known))
  return word === undefined ? { stands: 'waiting', unknown: [] } : judgeCase(tx, occasion, known, { on, reason: word })
}
