import type { StudyTx } from '../platform/database'
import type { RefusedLine } from './import-refusals'

/** What came of a row that was not refused. */
export type Came = { readonly outcome: 'new' | 'changed' | 'unchanged'; readonly fields: readonly string[] }

/** A batch of an import: which rows it takes, by their place among all of them, and what of them needs no verb. */
export type BatchTaken = {
  readonly importId: string
  /** Whether the rows are taken in, or only looked through. */
  readonly apply: boolean
  /** Rows that were read before it, and with it. */
  readonly from: number
  readonly to: number
  readonly duplicates: number
  readonly refused: readonly RefusedLine[]
}

/** Another worker took this batch, or the import was dropped: whoever meets it stops. */
export class TakenElsewhere extends Error {
  override name = 'TakenElsewhere'
}

/**
 * Notes what a batch came to, in the transaction that wrote it: rows are counted when, and only when, they are written.
 * Throws TakenElsewhere, so that nothing of the batch is written, when the import does not stand at its beginning.
 */
export async function noteTaken(tx: StudyTx, taken: BatchTaken, came: readonly Came[]): Promise<void> {
  const { importId, apply, from, to, duplicates, refused } = taken
  const count = (outcome: Came['outcome']) => came.filter((one) => one.outcome === outcome).length
  const fields: Record<string, number> = {}
  for (const { fields: names } of came) for (const name of names) fields[name] = (fields[name] ?? 0) + 1
  const noted = await tx.$executeRaw`
    UPDATE study.intake_import i
       SET read = ${to}::int, rows = greatest(i.rows, ${to}::int), added = i.added + ${count('new')}::int,
           changed = i.changed + ${count('changed')}::int, unchanged = i.unchanged + ${count('unchanged')}::int,
           duplicates = i.duplicates + ${duplicates}::int, refused_count = i.refused_count + ${refused.length}::int,
           changed_fields = (
             SELECT coalesce(jsonb_object_agg(s.name, s.rows), '{}') FROM (
               SELECT e.key AS name, sum(e.value::int) AS rows FROM (
                 SELECT * FROM jsonb_each_text(i.changed_fields)
                  UNION ALL SELECT * FROM jsonb_each_text(${JSON.stringify(fields)}::jsonb)) e
                GROUP BY e.key) s)
     WHERE i.id = ${importId}::uuid AND i.read = ${from}::int AND i.state = ${apply ? 'applying' : 'checking'}`
  if (noted !== 1) throw new TakenElsewhere('this batch of the import is not to be taken here')
  if (refused.length > 0)
    await tx.$executeRaw`
      INSERT INTO study.import_refusal (import_id, line, "column", code)
      SELECT ${importId}::uuid, t.line, t.heading, t.code
        FROM unnest(${refused.map(({ line }) => line)}::int[], ${refused.map(({ column }) => column)}::text[],
                    ${refused.map(({ code }) => code)}::text[]) AS t (line, heading, code)
      ON CONFLICT (import_id, line) DO NOTHING`
}
