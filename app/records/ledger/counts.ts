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
