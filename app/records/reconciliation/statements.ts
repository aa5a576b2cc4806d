import type { StudyDb } from '../../platform/database'
import { type Sql, sql } from '../../platform/sql'
import { type Day, fromColumn } from '../../protocol/day'
import { type Compared, type StatementState, statementState } from '../../protocol/reconciliation'

/** That a statement was signed off: by whom (as the audit writes an actor), on which day, with what explanation. */
export type Signing = { readonly actor: string; readonly on: Day; readonly remark: string | null }

/** What a month comes to: the sums of its locations, and how many of them differ. */
export type MonthLine = {
  readonly month: string
  readonly seq: number
  readonly computedOn: Day
  readonly state: StatementState
  readonly forms: number
  readonly interviews: number
  /** At how many locations the numbers differ. */
  readonly differing: number
  readonly signing: Signing | null
}

/** The statement of one month, with all its locations. */
export type Statement = Pick<MonthLine, 'month' | 'seq' | 'computedOn' | 'state' | 'signing'> & {
  readonly rows: readonly Compared[]
}

type Kept = { id: string; month: string; seq: number; computedOn: Date }
type Signed = { signedOn: Date | null; remark: string | null; actor: string | null }

/** The statements of a study that stand: of each month the last. */
export const standing = (studyId: string): Sql => sql`
  SELECT DISTINCT ON (month) id, month, seq, computed_on FROM study.statement
   WHERE study_id = ${studyId}::uuid ORDER BY month DESC, seq DESC`

// who signed stands in the audit only: an account's id is in the vault, and nothing of the vault is in study (§6)
const SIGNED_BY = sql`(SELECT e.actor FROM audit.entry e WHERE e.subject_id = s.id AND e.verb = 'sign_off_statement')`

/** The months of a study that were compared, the latest first. Takes the month before which to go on, and how many. */
export async function statementMonths(
  db: StudyDb,
  studyId: string,
  { before, limit }: { readonly before: string | null; readonly limit: number | null },
): Promise<{ readonly items: readonly MonthLine[]; readonly next: string | null }> {
  type Row = Kept & Signed & { forms: number; interviews: number; differing: number }
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id, s.month, s.seq, s.computed_on AS "computedOn", g.signed_on AS "signedOn", g.remark, ${SIGNED_BY} AS actor,
           coalesce(sum(r.forms), 0)::int AS forms, coalesce(sum(r.interviews), 0)::int AS interviews,
           count(*) FILTER (WHERE r.forms <> r.interviews)::int AS differing
      FROM (SELECT * FROM (${standing(studyId)}) l WHERE ${before}::text IS NULL OR l.month < ${before}
             ORDER BY l.month DESC LIMIT ${limit === null ? null : limit + 1}::int) s
      LEFT JOIN study.statement_row r ON r.statement_id = s.id
      LEFT JOIN study.statement_signing g ON g.statement_id = s.id
     GROUP BY s.id, s.month, s.seq, s.computed_on, g.signed_on, g.remark ORDER BY s.month DESC`
  const items = rows.slice(0, limit ?? rows.length).map(({ signedOn, remark, actor, ...row }) => {
    const { month, seq, forms, interviews, differing } = row
    const signing = signingOf({ signedOn, remark, actor })
    const state = statementState([{ difference: differing }], signing !== null)
    return { month, seq, computedOn: fromColumn(row.computedOn), state, forms, interviews, differing, signing }
  })
  return { items, next: limit !== null && rows.length > limit ? (items.at(-1)?.month ?? null) : null }
}

/** Every statement that was made of a month, the one that stands first; empty for a month that was not compared. */
export async function statementsOf(db: StudyDb, studyId: string, month: string): Promise<Statement[]> {
  type Row = Kept & Signed & { rows: { location: string; forms: number; interviews: number }[] }
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id, s.month, s.seq, s.computed_on AS "computedOn", g.signed_on AS "signedOn", g.remark, ${SIGNED_BY} AS actor,
           (SELECT coalesce(json_agg(json_build_object('location', r.location, 'forms', r.forms, 'interviews', r.interviews)
                                     ORDER BY r.location COLLATE "C"), '[]')
              FROM study.statement_row r WHERE r.statement_id = s.id) AS rows
      FROM study.statement s LEFT JOIN study.statement_signing g ON g.statement_id = s.id
     WHERE s.study_id = ${studyId}::uuid AND s.month = ${month} ORDER BY s.seq DESC`
  return rows.map(({ seq, computedOn, rows: kept, ...signed }) => {
    const compared = kept.map((row) => ({ ...row, difference: row.forms - row.interviews }))
    const signing = signingOf(signed)
    const state = statementState(compared, signing !== null)
    return { month, seq, computedOn: fromColumn(computedOn), state, signing, rows: compared }
  })
}

const signingOf = ({ signedOn, remark, actor }: Signed): Signing | null =>
  signedOn && { actor: actor ?? '', on: fromColumn(signedOn), remark }
