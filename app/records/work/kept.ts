import type { StudyTx } from '../../platform/database'
import type { PlannedRow } from './planned'

/** How what is kept of a case's work differs from what follows from its facts. */
export type WorkDifference = Pick<PlannedRow, 'registrationId' | 'kind' | 'wave'> & {
  readonly what: 'missing' | 'needless' | 'otherwise'
}

/** What is kept of these cases' work. */
export const keptRows = (db: Pick<StudyTx, '$queryRaw'>, cases: readonly string[]): Promise<PlannedRow[]> =>
  db.$queryRaw<PlannedRow[]>`
    SELECT registration_id AS "registrationId", kind, wave, opens_on::text AS opens, due_on::text AS due,
           closes_on::text AS closes, fact, fact_on::text AS "factOn"
      FROM study.work WHERE registration_id = ANY (${[...cases]}::uuid[])`

/** How what is kept differs from what was planned, by case, kind and wave. */
export function differencesOf(kept: readonly PlannedRow[], planned: readonly PlannedRow[]): WorkDifference[] {
  const known = new Map(kept.map((row) => [keyOf(row), row]))
  const wanted = new Map(planned.map((row) => [keyOf(row), row]))
  const differs = ({ registrationId, kind, wave }: PlannedRow, what: WorkDifference['what']) => ({
    ...{ registrationId, kind, wave, what },
  })
  return [
    ...kept.filter((row) => !wanted.has(keyOf(row))).map((row) => differs(row, 'needless')),
    ...planned.flatMap((row) => {
      const found = known.get(keyOf(row))
      if (!found) return [differs(row, 'missing')]
      return saying(found) === saying(row) ? [] : [differs(row, 'otherwise')]
    }),
  ]
}

const keyOf = ({ registrationId, kind, wave }: PlannedRow) => `${registrationId} ${kind} ${wave}`
const saying = ({ opens, due, closes, fact, factOn }: PlannedRow) => [opens, due, closes, fact, factOn].join()
