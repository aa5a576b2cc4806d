import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Day, fromColumn } from '../../protocol/day'
import type { RegisterFact } from '../../protocol/study'
import { caseOfPair } from '../pairs/pairs'

/** An event of a case as it was told, also one that counts no more; by whom, and what was written beside it. */
export type KeptEvent = RegisterFact & {
  readonly id: string
  readonly recordedOn: Day
  /** The file under which it is kept, and its source; null when no file told it. */
  readonly file: { readonly id: string; readonly source: string } | null
  /** Of one that was typed in; null otherwise. */
  readonly note: string | null
  readonly standing: boolean
  readonly takenBack: { readonly on: Day; readonly why: string } | null
}

/** A case whose register is asked: since when supervision runs, and all that was told, the last day first. */
export type FollowUpOfCase = {
  readonly registrationId: string
  readonly startedOn: Day | null
  readonly events: readonly KeptEvent[]
}

/** What the register told of a pair, by its pseudonym; null when the study has none. */
export async function followUpOf(
  db: StudyDb,
  { id: studyId }: StudyRef,
  pseudonym: string,
): Promise<FollowUpOfCase | null> {
  const registrationId = await caseOfPair(db, studyId, pseudonym)
  if (!registrationId) return null
  const { startedOn } = await db.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: { startedOn: true },
  })
  const rows = await db.registerEvent.findMany({
    where: { registrationId },
    orderBy: [{ happenedOn: 'desc' }, { id: 'desc' }],
  })
  const files = await db.intakeImport.findMany({
    where: { id: { in: rows.flatMap(({ importId }) => importId ?? []) } },
    select: { id: true, source: true },
  })
  const sources = new Map(files.map(({ id, source }) => [id, source ?? '']))
  const events = rows.map((row) => ({
    id: row.id,
    event: row.event,
    on: fromColumn(row.happenedOn),
    kind: row.kind,
    reason: row.reason,
    recordedOn: fromColumn(row.recordedOn),
    file: row.importId ? { id: row.importId, source: sources.get(row.importId) ?? '' } : null,
    note: row.dossierNote,
    standing: row.supersededBy === null,
    takenBack: row.takenBackOn && { on: fromColumn(row.takenBackOn), why: row.takenBackWhy ?? '' },
  }))
  return { registrationId, startedOn: startedOn && fromColumn(startedOn), events }
}
