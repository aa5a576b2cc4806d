import type pg from 'pg'
import type { Released } from './release-tables'

/** What a release and the database say of the same thing, a line each in one order; they are to be the same lines. */
export type Said = { readonly released: readonly string[]; readonly kept: readonly string[] }

/** Who is in a release, and the day on which their time in it begins; takes the study. */
const INCLUDED = `
  included AS (
    SELECT r.*, first.opened_on AS day0, first.contacts, first.minutes FROM study.registration r
      JOIN study.measurement first ON first.registration_id = r.id AND first.wave = 'T1' AND first.perspective = 'client'
     WHERE r.study_id = $1 AND first.completed_on IS NOT NULL
       AND (SELECT count(*) FROM study.permission p WHERE p.client_id = r.client_id AND p.granted
               AND p.scope IN ('take_part', 'pseudonymous_processing')) = 2)`

/** How often each answer was given to each question, and why there is none. */
const ANSWERS = `
  WITH ${INCLUDED}
  SELECT m.wave, m.perspective, a.item, coalesce(a.value::text, a.missing) AS answer, count(*)::int AS n
    FROM included r
    JOIN study.measurement m ON m.registration_id = r.id AND m.completed_on IS NOT NULL
    JOIN study.answer a ON a.measurement_id = m.id
   WHERE EXISTS (SELECT FROM study.measurement c WHERE c.registration_id = r.id AND c.wave = m.wave
                    AND c.perspective = 'client' AND c.completed_on IS NOT NULL AND c.unreliable IS NULL)
   GROUP BY 1, 2, 3, 4`

/** What the register says of each person on the day of the first interview, and how that went. */
const PEOPLE = `
  WITH ${INCLUDED}
  SELECT c.gender, extract(year FROM r.started_on)::int - c.birth_year AS age, r.started_on - r.day0 AS started,
         r.supervision_level, r.risk_category, r.organisation, r.region, r.contacts, r.minutes
    FROM included r JOIN study.client c ON c.id = r.client_id`

const EVENTS = `
  WITH ${INCLUDED}
  SELECT e.event, e.kind, e.reason, e.happened_on - r.day0 AS day
    FROM included r JOIN study.register_event e ON e.registration_id = r.id AND e.superseded_by IS NULL
   WHERE e.happened_on <= $2`

const PSEUDONYMS = `
  SELECT pseudonym FROM study.client WHERE study_id = $1
   UNION SELECT pseudonym FROM study.supervisor WHERE study_id = $1
   UNION SELECT pseudonym FROM study.dyad WHERE study_id = $1
   UNION SELECT interviewer FROM study.measurement WHERE study_id = $1 AND interviewer IS NOT NULL`

/** What a release has in its tables, and what the database has of the same people. Takes the owner's connection. */
export async function comparedWithDatabase(
  owner: pg.Client,
  studyId: string,
  { table, manifest }: Released,
): Promise<Readonly<Record<'answers' | 'people' | 'events', Said>>> {
  const kept = async (query: string, ...given: unknown[]) =>
    linesOf((await owner.query(query, [studyId, ...given])).rows.map((row) => Object.values(row)))
  const columnsOf = (name: Parameters<typeof table>[0], columns: readonly string[]) => {
    const found = columns.map((column) => table(name).column(column))
    return table(name).rows.map((_, at) => found.map((values) => values[at] ?? null))
  }
  const wide = ['gender', 'age_at_start', 'started_day', 'supervision_level', 'risk_category', 'organisation', 'region']
  const first = ['t1_client_contacts', 't1_client_minutes']
  return {
    answers: {
      released: answersIn(columnsOf('items', ['wave', 'perspective', 'item', 'code', 'missing'])),
      kept: await kept(ANSWERS),
    },
    people: { released: linesOf(columnsOf('wide', [...wide, ...first])), kept: await kept(PEOPLE) },
    events: {
      released: linesOf(columnsOf('events', ['event', 'kind', 'reason', 'day'])),
      kept: await kept(EVENTS, manifest.cut_off),
    },
  }
}

/** Numbers and codes by which the study knows people, of which a release has none. */
export const knownInside = async (owner: pg.Client, studyId: string): Promise<Set<string>> =>
  new Set((await owner.query<{ pseudonym: string }>(PSEUDONYMS, [studyId])).rows.map(({ pseudonym }) => pseudonym))

const linesOf = (rows: readonly (readonly unknown[])[]): string[] =>
  rows.map((row) => row.map((value) => value ?? '').join('|')).sort()

/** How often each answer stands in the table of answers. What was left open is no answer, and nothing is kept of it. */
function answersIn(rows: readonly (readonly unknown[])[]): string[] {
  const counts = new Map<string, number>()
  for (const [wave, perspective, item, code, missing] of rows) {
    if (missing === 'left_open') continue
    const key = [wave, perspective, item, code ?? missing].join('|')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([key, n]) => `${key}|${n}`).sort()
}
