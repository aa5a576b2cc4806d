import type { StudyTx } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type FoundOut, type Judged, registerSays } from '../../protocol/criteria'
import type { Day } from '../../protocol/day'
import type { CaseFacts, Verdict } from '../../protocol/study'
import type { Case } from '../case'

/**
 * Who said what is known of a criterion: the register, who answered the inquiry (a coordinator who writes an answer down for
 * them says nothing of their own), or a coordinator who found out.
 */
const SAID_BY = ['register', 'supervisor', 'stand_in', 'account'] as const
export type SaidBy = (typeof SAID_BY)[number]

/** What the criteria look at, as it is known now. */
export const factsOf = (known: Case): CaseFacts => ({
  status: known.status,
  startedOn: known.startedOn,
  modality: known.modality,
  electronicMonitoring: known.electronicMonitoring,
  penitentiaryProgramme: known.penitentiaryProgramme,
  isSupervisor: known.inquiry?.isSupervisor ?? null,
  contacts: known.inquiry?.contacts ?? null,
  reason: known.inquiry?.repliedOn ? known.inquiry.reason : undefined,
})

/** What coordinators found out about a case and nobody replaced since. */
export async function foundOutOf(tx: StudyTx, registrationId: string): Promise<FoundOut> {
  const where = { registrationId, replacedOn: null, source: 'account' satisfies SaidBy }
  const rows = await tx.criterionFinding.findMany({ where })
  return Object.fromEntries(rows.map(({ criterion, verdict }) => [criterion, verdict as Verdict]))
}

type Finding = { readonly criterion: string; readonly verdict: Verdict; readonly source: SaidBy }

/** All criteria of a case, each with who said so. */
export async function writeJudged(
  tx: StudyTx,
  { protocol }: StudyRef,
  known: Case,
  { findings }: Judged,
  { foundOut, on }: { readonly foundOut: FoundOut; readonly on: Day },
) {
  const register = registerSays(protocol, factsOf(known))
  const answered = known.inquiry?.answeredBy === 'stand_in' ? 'stand_in' : 'supervisor'
  const said = findings.map(({ criterion, verdict }): Finding => {
    const source = foundOut[criterion] ? 'account' : register[criterion] === verdict ? 'register' : answered
    return { criterion, verdict, source }
  })
  await writeFindings(tx, known.id, said, on)
}

/** What is known from a day on; a finding that says something else than the one before takes its place, which stays. */
export async function writeFindings(tx: StudyTx, registrationId: string, findings: readonly Finding[], on: Day) {
  const [criteria, verdicts, sources] = (['criterion', 'verdict', 'source'] as const).map((name) =>
    findings.map((finding) => finding[name]),
  )
  await tx.$executeRaw`
    UPDATE study.criterion_finding k SET replaced_on = greatest(k.found_on, ${on}::date)
      FROM unnest(${criteria}::text[], ${verdicts}::text[], ${sources}::text[]) AS f (criterion, verdict, source)
     WHERE k.registration_id = ${registrationId}::uuid AND k.criterion = f.criterion AND k.replaced_on IS NULL
       AND (k.verdict <> f.verdict OR (k.source <> f.source AND 'account' IN (k.source, f.source)))`
  await tx.$executeRaw`
    INSERT INTO study.criterion_finding (registration_id, criterion, verdict, source, found_on, seq)
    SELECT ${registrationId}::uuid, f.criterion, f.verdict, f.source, ${on}::date,
           1 + (SELECT count(*) FROM study.criterion_finding k
                 WHERE k.registration_id = ${registrationId}::uuid AND k.criterion = f.criterion)
      FROM unnest(${criteria}::text[], ${verdicts}::text[], ${sources}::text[]) AS f (criterion, verdict, source)
    ON CONFLICT (registration_id, criterion) WHERE replaced_on IS NULL DO NOTHING`
}
