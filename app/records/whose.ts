import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'

/** Whom a pseudonym stands for: one person, and of which kind the pseudonym is. A pair stands for its client. */
export type Whose = {
  readonly kind: 'client' | 'supervisor' | 'dyad'
  readonly person: 'client' | 'supervisor'
  /** The study's id of that person. */
  readonly id: string
}

/** Looks a pseudonym of the study up, written as we write it; null when nobody here has it. */
export async function whoseIs(db: StudyDb, study: StudyRef, pseudonym: string): Promise<Whose | null> {
  const where = { studyId_pseudonym: { studyId: study.id, pseudonym } }
  const client = await db.client.findUnique({ where, select: { id: true } })
  if (client) return { kind: 'client', person: 'client', id: client.id }
  const supervisor = await db.supervisor.findUnique({ where, select: { id: true } })
  if (supervisor) return { kind: 'supervisor', person: 'supervisor', id: supervisor.id }
  const select = { clientId: true }
  const dyad = (await db.dyad.findUnique({ where, select })) ?? (await db.dyadBefore.findUnique({ where, select }))
  return dyad && { kind: 'dyad', person: 'client', id: dyad.clientId }
}

/** The pseudonym of a supervisor of the study; empty when it has none by this id. */
export async function pseudonymOfSupervisor(db: StudyDb, study: StudyRef, id: string): Promise<string> {
  const row = await db.supervisor.findFirst({ where: { id, studyId: study.id }, select: { pseudonym: true } })
  return row?.pseudonym ?? ''
}
