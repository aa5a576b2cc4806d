import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { WORK_OF } from '../../protocol/work'
import type { WorkItem } from '../work/item'
import { worklist } from '../worklist'

/** What presses: it should have been done, it is today's, or the time for it runs out. */
const PRESSING = ['overdue', 'due', 'closing'] as const
/** How many of each are named; of the others only the number is said. */
const NAMED = 5

/** Mail that came back has a part of its own. */
const KINDS = WORK_OF.coordinator.filter((kind) => kind !== 'address')

/** What lies waiting for whoever coordinates, as it stands now; null when nothing presses. */
export type WorkDigest = {
  readonly parts: readonly {
    readonly part: (typeof PRESSING)[number]
    readonly count: number
    readonly first: readonly WorkItem[]
  }[]
  /** About whom (a pseudonym) mail does not arrive. */
  readonly failed: { readonly count: number; readonly first: readonly string[] }
}

/** The digest of a day: how much of the coordinator's work list presses, with the first of it, and mail that came back. */
export async function digestOf(db: StudyDb, occasion: Occasion): Promise<WorkDigest | null> {
  const { study, today: on } = occasion
  const parts: WorkDigest['parts'][number][] = []
  for (const part of PRESSING) {
    const list = await worklist(db, occasion, { on, role: 'coordinator', kinds: KINDS, states: [part], limit: NAMED })
    if (list.states[part] > 0) parts.push({ part, count: list.states[part], first: list.items })
  }
  const back = await db.$queryRaw<{ pseudonym: string; count: number }[]>`
    SELECT c.pseudonym, count(*) OVER ()::int AS count
      FROM study.work w JOIN study.registration r ON r.id = w.registration_id JOIN study.client c ON c.id = r.client_id
     WHERE w.study_id = ${study.id}::uuid AND w.kind = 'address' AND w.opens_on <= ${on}::date
     ORDER BY w.due_on, w.registration_id LIMIT ${NAMED}`
  const failed = { count: back[0]?.count ?? 0, first: back.map(({ pseudonym }) => pseudonym) }
  return parts.length === 0 && failed.count === 0 ? null : { parts, failed }
}
