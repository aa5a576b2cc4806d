import { sql } from '../../platform/sql'
import { INTAKE_STEPS, STAGE_NAMES } from '../../protocol/stages'
import { WORK_KINDS } from '../../protocol/work'
import { INTAKE } from '../ledger/kinds'
import type { About, Invariant } from './invariant'

/** Each step (or wave to which cases are lost) with each of its reasons, as the protocol has them. */
function reasonsOf({ study: { protocol } }: About) {
  const pairs = Object.entries(protocol.reasons).flatMap(([step, codes]) =>
    Object.keys(codes).map((code) => [step, code] as const),
  )
  return sql`unnest(${pairs.map(([step]) => step)}::text[], ${pairs.map(([, code]) => code)}::text[])`
}

/** Where a case can stand, and how it can have left. */
export const ofCourses: readonly Invariant[] = [
  {
    name: 'known_stage',
    cite: '§2',
    says: 'Every case stands in a stage of the protocol, and in the one that follows from its facts.',
    broken: ({ study }) => sql`
      SELECT r.id FROM study.registration r CROSS JOIN LATERAL study.stages(ARRAY[r.id]) s
       WHERE r.study_id = ${study.id}::uuid
         AND (r.stage <> ALL (${STAGE_NAMES}::text[])
              OR (r.stage, r.stage_on, r.left_step, r.left_reason)
                 IS DISTINCT FROM (s.stage, s.stage_on, s.left_step, s.left_reason))`,
  },
  {
    name: 'known_departure',
    cite: '§2',
    says: 'Every departure has a step of the protocol, a reason of that step, a day that has come, and who decided.',
    broken: (about) => sql`
      SELECT d.registration_id AS id FROM study.departure d JOIN study.registration r ON r.id = d.registration_id
       WHERE r.study_id = ${about.study.id}::uuid
         AND ((d.step, d.reason) NOT IN (SELECT * FROM ${reasonsOf(about)}) OR d.left_on > ${about.on}::date
              OR d.returned_on < d.left_on OR d.decided_by = '')`,
  },
  {
    name: 'left_once',
    cite: '§2',
    says: 'Nobody leaves the intake at two steps at once, or the same wave twice.',
    broken: ({ study }) => sql`
      SELECT d.registration_id AS id FROM study.departure d JOIN study.registration r ON r.id = d.registration_id
       WHERE r.study_id = ${study.id}::uuid AND d.returned_on IS NULL
       GROUP BY d.registration_id, CASE WHEN d.step = ANY (${[...INTAKE_STEPS]}::text[]) THEN '' ELSE d.step END
      HAVING count(*) > 1`,
  },
  {
    name: 'interviewed_or_left',
    cite: '§2',
    says: 'Who was interviewed did not leave before it, and whoever is lost to a wave was interviewed at the one before.',
    broken: ({ study }) => sql`
      SELECT r.id FROM study.registration r JOIN study.departure d ON d.registration_id = r.id AND d.returned_on IS NULL
       WHERE r.study_id = ${study.id}::uuid
         AND EXISTS (SELECT FROM study.measurement m WHERE m.registration_id = r.id AND m.perspective = 'client')
             <> (d.step <> ALL (${[...INTAKE_STEPS]}::text[]))`,
  },
  {
    name: 'known_work',
    cite: '§3',
    says: 'Every piece of work is of a kind and a wave of the protocol, and opens before it is due and before it closes.',
    broken: ({ study }) => sql`
      SELECT w.registration_id AS id FROM study.work w
       WHERE w.study_id = ${study.id}::uuid
         AND (w.kind <> ALL (${[...WORK_KINDS]}::text[]) OR w.due_on < w.opens_on OR w.closes_on < w.opens_on
              OR w.wave <> ALL (${[INTAKE, 'follow_up', ...study.protocol.waves.map(({ name }) => name)]}::text[]))`,
  },
]
