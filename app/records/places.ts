import type { StudyTx } from '../platform/database'

/**
 * How many of a supervisor's places are gone: T1 interviews held and approaches under way, which is every dyad still
 * bound (protocol §2.1.2). With `lock`, the supervisor's row is held until the transaction ends, so that two
 * approaches at once cannot both take the last place; not against rows that only refer to it, which every case of theirs
 * does.
 */
export async function placesTaken(tx: StudyTx, supervisorId: string, { lock }: { lock: boolean }): Promise<number> {
  if (lock) await tx.$executeRaw`SELECT 1 FROM study.supervisor WHERE id = ${supervisorId}::uuid FOR NO KEY UPDATE`
  return tx.dyad.count({ where: { supervisorId, unboundOn: null } })
}
