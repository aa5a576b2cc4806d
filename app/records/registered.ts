import type { StudyDb } from '../platform/database'

/**
 * Which of these registrations the study has, and with a supervisor where identity named one: for them, its half of the
 * pair was followed by ours.
 */
export async function registeredAmong(
  db: StudyDb,
  named: readonly { readonly registrationId: string; readonly supervisorId: string | null }[],
): Promise<string[]> {
  const where = { id: { in: named.map(({ registrationId }) => registrationId) } }
  const rows = await db.registration.findMany({ where, select: { id: true, supervisorId: true } })
  const supervisorOf = new Map(rows.map(({ id, supervisorId }) => [id, supervisorId]))
  return named
    .filter(({ registrationId: id, supervisorId }) => supervisorOf.has(id) && !(supervisorId && !supervisorOf.get(id)))
    .map(({ registrationId }) => registrationId)
}
