import type { StudyDb } from '../../platform/database'
import { type Day, fromColumn } from '../../protocol/day'
import type { IncidentKind } from '../../protocol/incidents'

/** An incident in the list. The pair by its pseudonym, as long as its client wants it kept. */
export type KeptIncident = {
  readonly id: string
  readonly on: Day
  readonly location: string
  readonly pseudonym: string | null
  readonly kind: IncidentKind
  readonly steps: readonly string[]
  readonly remark: string | null
  readonly interviewer: string | null
  readonly seenOn: Day | null
}

/** The incidents of a study, the last first; `after` is `YYYY-MM-DD|id` of the last of the page before. */
export async function incidents(
  db: StudyDb,
  studyId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly items: KeptIncident[]; readonly next: string | null }> {
  const [day, id] = after?.split('|') ?? []
  const happenedOn = day && new Date(day)
  const rows = await db.incident.findMany({
    where: {
      studyId,
      ...(happenedOn && id && { OR: [{ happenedOn: { lt: happenedOn } }, { happenedOn, id: { lt: id } }] }),
    },
    orderBy: [{ happenedOn: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: { registration: { select: { dyad: { select: { pseudonym: true } } } } },
  })
  const items = rows.slice(0, limit).map((row) => ({
    id: row.id,
    on: fromColumn(row.happenedOn),
    location: row.location,
    pseudonym: row.registration?.dyad?.pseudonym ?? null,
    kind: row.kind as IncidentKind,
    steps: row.steps,
    remark: row.remark,
    interviewer: row.interviewer,
    seenOn: row.seenOn && fromColumn(row.seenOn),
  }))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? `${last.on}|${last.id}` : null }
}

/** How many incidents nobody who runs the study has seen yet. */
export const unseenIncidents = (db: StudyDb, studyId: string): Promise<number> =>
  db.incident.count({ where: { studyId, seenOn: null } })
