import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import { caseOfPair } from './pairs/pairs'

/** The case that a consent form is about, by its pair: no name, and nothing of the supervisor. */
export type ConsentCase = {
  readonly pseudonym: string
  readonly registrationId: string
  readonly clientId: string
  readonly location: string
  readonly withdrawn: boolean
  /** What the client allows now; a scope that is missing was never asked. */
  readonly granted: Readonly<Record<string, boolean>>
}

/** The case of a pair; null when the study has none with this pseudonym. */
export async function consentCase(db: StudyDb, study: StudyRef, pseudonym: string): Promise<ConsentCase | null> {
  const registrationId = await caseOfPair(db, study.id, pseudonym)
  if (!registrationId) return null
  const { id, location, client } = await db.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: {
      id: true,
      location: true,
      client: { select: { id: true, permissions: true, withdrawal: { select: { clientId: true } } } },
    },
  })
  return {
    pseudonym,
    registrationId: id,
    clientId: client.id,
    location,
    withdrawn: client.withdrawal !== null,
    granted: Object.fromEntries(client.permissions.map(({ scope, granted }) => [scope, granted])),
  }
}

/** A pair of each of these clients, by client: the newest, where one is bound again. */
export async function pairsOf(
  db: StudyDb,
  study: StudyRef,
  clientIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.dyad.findMany({
    where: { studyId: study.id, clientId: { in: [...clientIds] } },
    select: { clientId: true, pseudonym: true },
    orderBy: { boundOn: 'asc' },
  })
  return new Map(rows.map(({ clientId, pseudonym }) => [clientId, pseudonym]))
}
