import type { StudyDb } from '../platform/database'

/** Which of these registrations the study has: for them, identity's half of the pair was followed by ours. */
export async function registeredAmong(db: StudyDb, registrationIds: readonly string[]): Promise<string[]> {
  const rows = await db.registration.findMany({ where: { id: { in: [...registrationIds] } }, select: { id: true } })
  return rows.map(({ id }) => id)
}
