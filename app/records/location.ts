import type { StudyDb } from '../platform/database'

/** Where a case is supervised, as the register names the place; empty for a case that the study has not. */
export async function locationOf(db: StudyDb, registrationId: string): Promise<string> {
  const row = await db.registration.findUnique({ where: { id: registrationId }, select: { location: true } })
  return row?.location ?? ''
}
