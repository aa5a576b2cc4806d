import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import { empty, sql } from '../platform/sql'
import { type Day, fromColumn } from '../protocol/day'
import type { OutcomeFacts, OutcomeResult, OutcomeRule } from '../protocol/study'

/** One outcome of one case by one rule. */
export type Outcome = { readonly registrationId: string; readonly rule: OutcomeRule; readonly result: OutcomeResult }

/**
 * Derives outcomes from the facts, never stored (protocol §5): for everyone interviewed at the first wave, or for those
 * among some cases. Takes the rules to apply and the day up to which the register is known.
 */
export async function deriveOutcomes(
  db: StudyDb,
  study: StudyRef,
  { followedTo, rules, among }: { followedTo: Day; rules: readonly OutcomeRule[]; among?: readonly string[] },
): Promise<Outcome[]> {
  const cases = await factsOf(db, study, followedTo, among)
  return cases.flatMap(({ id, facts }) =>
    rules.map((rule) => ({ registrationId: id, rule, result: rule.derive(facts) })),
  )
}

/** The rules by which the publications count. */
export const publishedRules = ({ protocol }: StudyRef): OutcomeRule[] =>
  protocol.outcomes.filter(({ variant }) => variant === 'published')

type Row = {
  id: string
  startedOn: Date
  held: Record<string, Day>
  withdrawnOn: Date | null
  events: OutcomeFacts['events'] | null
  lapsesOn: Date | null
  lapses: Record<string, number> | null
}

async function factsOf(
  db: StudyDb,
  { id: studyId, protocol }: StudyRef,
  followedTo: Day,
  among: readonly string[] | undefined,
) {
  const [first, last] = [protocol.waves[0]?.name, protocol.waves.at(-1)?.name]
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, r.started_on AS "startedOn",
           (SELECT jsonb_object_agg(m.wave, m.opened_on) FROM study.measurement m
             WHERE m.registration_id = r.id AND m.perspective = 'client') AS held,
           (SELECT w.withdrawn_on FROM study.withdrawal w WHERE w.client_id = r.client_id) AS "withdrawnOn",
           (SELECT jsonb_agg(jsonb_build_object('event', e.event, 'on', e.happened_on, 'kind', e.kind, 'reason', e.reason)
                             ORDER BY e.happened_on, e.id)
              FROM study.register_event e
             WHERE e.registration_id = r.id AND e.superseded_by IS NULL) AS events,
           q.completed_on AS "lapsesOn",
           (SELECT jsonb_object_agg(a.item, a.value) FROM study.answer a WHERE a.measurement_id = q.id AND a.value IS NOT NULL) AS lapses
      FROM study.registration r
      LEFT JOIN study.measurement q ON q.registration_id = r.id AND q.wave = ${last} AND q.perspective = 'supervisor'
                                   AND q.completed_on IS NOT NULL AND q.erased_on IS NULL
     WHERE r.study_id = ${studyId}::uuid AND r.started_on IS NOT NULL
       ${among ? sql`AND r.id = ANY(${[...among]}::uuid[])` : empty}
       AND EXISTS (SELECT FROM study.measurement t
                    WHERE t.registration_id = r.id AND t.wave = ${first} AND t.perspective = 'client')
     ORDER BY r.id`
  return rows.map((row) => ({ id: row.id, facts: factsIn(row, followedTo, protocol.registerCovers) }))
}

/** Nobody is followed beyond a withdrawal (protocol §6); what is known happened, however far the register is known. */
function factsIn(row: Row, known: Day, covers: readonly string[]): OutcomeFacts {
  const withdrawnOn = row.withdrawnOn && fromColumn(row.withdrawnOn)
  return {
    startedOn: fromColumn(row.startedOn),
    held: row.held,
    events: (row.events ?? []).filter(({ on }) => !withdrawnOn || on <= withdrawnOn),
    lapses: row.lapsesOn ? { on: fromColumn(row.lapsesOn), answers: row.lapses ?? {} } : undefined,
    followedTo: withdrawnOn && withdrawnOn < known ? withdrawnOn : known,
    covers,
  }
}
