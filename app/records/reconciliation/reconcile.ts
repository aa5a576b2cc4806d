import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { monthOf, toColumn } from '../../protocol/day'
import { type Compared, type Counted, compare } from '../../protocol/reconciliation'
import { done, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { interviewsPerMonth, locationsOf } from './interviews'
import { standing } from './statements'

/** Counts the signed forms of a study that has cases at these locations. The vault's half: study may not read forms. */
type CountForms = (locations: readonly string[]) => Promise<readonly Counted[]>
type Counts = Pick<Compared, 'location' | 'forms' | 'interviews'>

/**
 * Compares signed forms with interviews for every month that is over (protocol §6), and writes a statement of each month
 * whose numbers are not those of the statement that stands; the one before stays, signed off or not. The month that
 * runs is left alone: counts of single days would say who signed when. Gives how many statements were written.
 */
export async function reconcile(db: StudyDb, occasion: Occasion, countForms: CountForms): Promise<number> {
  const { study, today } = occasion
  const [forms, interviews, kept] = await Promise.all([
    locationsOf(db, study.id).then(countForms),
    interviewsPerMonth(db, study),
    standingCounts(db, study.id),
  ])
  const found = compare(forms, interviews)
  let written = 0
  for (const month of new Set([...kept.keys(), ...found.keys()])) {
    if (month >= monthOf(today)) continue
    const rows = found.get(month) ?? []
    const last = kept.get(month)
    if (last && asText(last.rows) === asText(rows)) continue
    if (await add(db, occasion, { month, seq: (last?.seq ?? 0) + 1, rows })) written++
  }
  return written
}

async function standingCounts(db: StudyDb, studyId: string) {
  const rows = await db.$queryRaw<{ month: string; seq: number; rows: Counts[] | null }[]>`
    SELECT s.month, s.seq, (SELECT json_agg(r) FROM study.statement_row r WHERE r.statement_id = s.id) AS rows
      FROM (${standing(studyId)}) s`
  return new Map(rows.map(({ month, seq, rows: counts }) => [month, { seq, rows: counts ?? [] }]))
}

const asText = (rows: readonly Counts[]): string =>
  JSON.stringify(rows.map(({ location, forms, interviews }) => [location, forms, interviews]).sort())

/** Adds a statement. False when somebody else added this one in the meantime: theirs is as good. */
async function add(
  db: StudyDb,
  occasion: Occasion,
  { month, seq, rows }: { month: string; seq: number; rows: readonly Counts[] },
): Promise<boolean> {
  const id = newId()
  const what = { verb: 'state_month', subject: 'statement', subjectId: id, details: { month, seq } }
  const added = await change(db, occasion, what, async (tx) => {
    const made = await tx.$executeRaw`
      INSERT INTO study.statement (id, study_id, month, seq, computed_on)
      VALUES (${id}::uuid, ${occasion.study.id}::uuid, ${month}, ${seq}, ${toColumn(occasion.today)})
      ON CONFLICT (study_id, month, seq) DO NOTHING`
    if (made === 0) return refuse('entered_meanwhile')
    const data = rows.map(({ location, forms, interviews }) => ({ statementId: id, location, forms, interviews }))
    await tx.statementRow.createMany({ data })
    return done(undefined)
  })
  return added.ok
}
