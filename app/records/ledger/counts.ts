import type { StudyDb } from '../../platform/database'

/** How many messages a study ever planned, in all and by kind. */
export type MailCounts = { readonly planned: number; readonly by_kind: Readonly<Record<string, number>> }

/** Counts the lines of the ledger, whatever became of them. */
export async function mailCounts(db: StudyDb, studyId: string): Promise<MailCounts> {
  const rows = await db.$queryRaw<{ kind: string; count: number }[]>`
    SELECT l.kind, count(*)::int AS count
      FROM study.mail_line l JOIN study.mail_envelope e ON e.id = l.envelope_id
     WHERE e.study_id = ${studyId}::uuid GROUP BY 1 ORDER BY 1`
  return {
    planned: rows.reduce((total, { count }) => total + count, 0),
    by_kind: Object.fromEntries(rows.map(({ kind, count }) => [kind, count])),
  }
}

/** By kind, how many of a study's lines stand in which state. */
export async function mailStates(
  db: StudyDb,
  studyId: string,
): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>> {
  const rows = await db.$queryRaw<{ kind: string; states: Record<string, number> }[]>`
    SELECT c.kind, jsonb_object_agg(c.state, c.count ORDER BY c.state) AS states
      FROM (SELECT l.kind, l.state, count(*) AS count
              FROM study.mail_line l JOIN study.mail_envelope e ON e.id = l.envelope_id
             WHERE e.study_id = ${studyId}::uuid GROUP BY 1, 2) c
     GROUP BY c.kind ORDER BY c.kind`
  return Object.fromEntries(rows.map(({ kind, states }) => [kind, states]))
}
