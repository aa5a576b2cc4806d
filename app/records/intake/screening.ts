import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { judgeCriteria } from '../../protocol/criteria'
import type { Day } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { CaseFacts } from '../../protocol/study'
import { type Case, lockCase } from '../case'
import { change } from '../change'
import { depart } from '../departures'
import { refusedNow } from '../standing'
import { judgeCase } from './judgement'
import type { Screened } from './screened'

type Said = { readonly on: Day; readonly source: 'supervisor' | 'coordinator' }

/**
 * Screens a case again on what is known now (protocol §2, step 3), for a coordinator who found out what was unknown.
 * Refused without a reply or when the case has left.
 */
export function screen(db: StudyDb, occasion: Occasion, registrationId: string): Promise<Result<Screened>> {
  const what = { verb: 'screen', subject: 'registration', subjectId: registrationId }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known) return refuse('unknown_case')
    const refusal = refusedNow('screen', known)
    if (refusal) return refusal
    return done(await screenCase(tx, occasion, known, { on: occasion.today, source: 'coordinator' }))
  })
}

/** Findings for every criterion, then the verdict: left, waiting for an answer, or on to step 4 with what was said. */
export async function screenCase(tx: StudyTx, occasion: Occasion, known: Case, said: Said): Promise<Screened> {
  const { protocol } = occasion.study
  const verdict = judgeCriteria(protocol, factsOf(known))
  await writeFindings(tx, known.id, verdict.findings, said)
  if (verdict.verdict === 'unknown') return { stands: 'waiting', unknown: verdict.unknown }
  if (verdict.verdict === 'not_met') {
    const reason = verdict.reason as string
    await depart(tx, occasion, known.id, 'criteria', reason, said.on)
    return { stands: 'left', step: 'criteria', reason }
  }
  // A reason that did not speak against a criterion is one of step 4.
  const ticked = known.inquiry?.reason ?? null
  return judgeCase(tx, occasion, known, { on: said.on, reason: ticked })
}

type Finding = { readonly criterion: string; readonly verdict: string }

/** All criteria at once: what is known of each, by whom and since when; a later finding takes the place of an earlier one, which stays. */
async function writeFindings(tx: StudyTx, registrationId: string, findings: readonly Finding[], { on, source }: Said) {
  const criteria = findings.map((finding) => finding.criterion)
  const verdicts = findings.map((finding) => finding.verdict)
  await tx.$executeRaw`
    UPDATE study.criterion_finding k SET replaced_on = ${on}::date
      FROM unnest(${criteria}::text[], ${verdicts}::text[]) AS f (criterion, verdict)
     WHERE k.registration_id = ${registrationId}::uuid AND k.criterion = f.criterion AND k.replaced_on IS NULL
       AND k.verdict <> f.verdict`
  await tx.$executeRaw`
    INSERT INTO study.criterion_finding (registration_id, criterion, verdict, source, found_on, seq)
    SELECT ${registrationId}::uuid, f.criterion, f.verdict, ${source}, ${on}::date,
           1 + (SELECT count(*) FROM study.criterion_finding k
                 WHERE k.registration_id = ${registrationId}::uuid AND k.criterion = f.criterion)
      FROM unnest(${criteria}::text[], ${verdicts}::text[]) AS f (criterion, verdict)
    ON CONFLICT (registration_id, criterion) WHERE replaced_on IS NULL DO NOTHING`
}

const factsOf = (known: Case): CaseFacts => ({
  status: known.status,
  startedOn: known.startedOn,
  modality: known.modality,
  electronicMonitoring: known.electronicMonitoring,
  penitentiaryProgramme: known.penitentiaryProgramme,
  isSupervisor: known.inquiry?.isSupervisor ?? null,
  contacts: known.inquiry?.contacts ?? null,
  reason: known.inquiry?.repliedOn ? known.inquiry.reason : undefined,
})
