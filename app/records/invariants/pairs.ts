import { sql } from '../../platform/sql'
import type { Invariant } from './invariant'

/** Client and supervisor as they are bound in time. */
export const ofPairs: readonly Invariant[] = [
  {
    name: 'pair_of_its_case',
    cite: '§2.2',
    says: 'A pair that is bound is of the client and the supervisor of its case.',
    broken: ({ study }) => sql`
      SELECT r.id FROM study.dyad d JOIN study.registration r ON r.id = d.registration_id
       WHERE d.study_id = ${study.id}::uuid AND d.unbound_on IS NULL
         AND (d.client_id, d.supervisor_id) IS DISTINCT FROM (r.client_id, r.supervisor_id)`,
  },
  {
    name: 'pair_before_pair',
    cite: '§2.2',
    says: 'A pair that ended is followed by the one that took its place, of the same client, without a gap or an overlap.',
    broken: ({ study }) => sql`
      SELECT b.registration_id AS id FROM study.dyad_before b
        LEFT JOIN LATERAL (
          SELECT d.client_id, d.bound_on FROM study.dyad d WHERE d.id = b.next_id AND d.registration_id = b.registration_id
          UNION ALL SELECT n.client_id, n.bound_on FROM study.dyad_before n
                     WHERE n.id = b.next_id AND n.registration_id = b.registration_id) next ON true
       WHERE b.study_id = ${study.id}::uuid
         AND (next.client_id IS DISTINCT FROM b.client_id OR next.bound_on IS DISTINCT FROM b.unbound_on
              OR b.unbound_on < b.bound_on)`,
  },
  {
    name: 'measured_in_a_pair',
    cite: '§2.2',
    says: 'What was measured in a pair was measured in one of its case.',
    broken: ({ study }) => sql`
      SELECT m.registration_id AS id FROM study.measurement m
       WHERE m.study_id = ${study.id}::uuid AND (m.dyad_id IS NOT NULL OR m.perspective = 'client')
         AND NOT EXISTS (SELECT FROM study.dyad d WHERE d.id = m.dyad_id AND d.registration_id = m.registration_id)
         AND NOT EXISTS (SELECT FROM study.dyad_before b WHERE b.id = m.dyad_id AND b.registration_id = m.registration_id)`,
  },
  {
    name: 'interviewed_once',
    cite: '§2.1',
    says: 'No client is in two pairs at once, and none was interviewed twice for one wave.',
    broken: ({ study }) => sql`
      SELECT d.client_id AS id FROM study.dyad d
       WHERE d.study_id = ${study.id}::uuid AND d.unbound_on IS NULL GROUP BY d.client_id HAVING count(*) > 1
      UNION ALL
      SELECT r.client_id FROM study.measurement m JOIN study.registration r ON r.id = m.registration_id
       WHERE m.study_id = ${study.id}::uuid AND m.perspective = 'client' GROUP BY r.client_id, m.wave HAVING count(*) > 1`,
  },
]
