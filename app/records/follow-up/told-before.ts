import type { StudyTx } from '../../platform/database'
import { toColumn } from '../../protocol/day'
import type { RegisterFact } from '../../protocol/study'

/** An event of a case, and who tells it: a file, somebody by hand, or (both null) a replay. */
export type ToldEvent = RegisterFact & {
  readonly registrationId: string
  readonly importId: string | null
  readonly dossierNote: string | null
}

/**
 * The row of an event that is no news; null when it is. To a file it is no news either when it was corrected since (it
 * stands in an older file), nor when somebody took back what a file told. What is typed in is none only when it stands.
 */
export async function toldBefore(
  tx: Pick<StudyTx, 'registerEvent'>,
  { registrationId, event, on, kind, reason, importId, dossierNote }: ToldEvent,
): Promise<{ readonly id: string; readonly importId: string | null } | null> {
  const rows = await tx.registerEvent.findMany({
    where: { registrationId, event, happenedOn: toColumn(on), kind, reason },
    select: { id: true, importId: true, supersededBy: true, takenBackOn: true },
  })
  const known = rows.find((row) =>
    dossierNote !== null
      ? row.supersededBy === null
      : row.takenBackOn === null || (importId !== null && row.importId !== null),
  )
  return known ?? null
}

/** Whether a file keeps longer what another one told: then it is kept under that file. What was typed in is kept anyway. */
export async function keptLonger(
  tx: Pick<StudyTx, '$queryRaw'>,
  { kept, by }: { readonly kept: string | null; readonly by: string | null },
): Promise<boolean> {
  if (kept === null || by === null || kept === by) return false
  const [row] = await tx.$queryRaw<{ longer: boolean }[]>`
    SELECT n.delete_by > o.delete_by AS longer FROM study.intake_import n, study.intake_import o
     WHERE n.id = ${by}::uuid AND o.id = ${kept}::uuid`
  return row?.longer === true
}
