import type { StudyDb, StudyTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { scopesToKeep } from '../protocol/consent'
import { toColumn } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { type Case, lockCasesOf } from './case'
import { change } from './change'
import { depart, WITHDREW } from './departures'
import { cancelMail } from './ledger/plan'
import { stepOf } from './standing'

/** What the client chose about what was collected so far (protocol §6). */
export type Collected = 'keep' | 'erase'

/**
 * A client withdraws, no reason asked (protocol §6). The study's half, and the first: permissions end (with `keep` but
 * those under which what was collected is released), every mail and question about the client stops, the place is free,
 * and what was collected goes when the client wants it gone; the days stay, and with them the counts. Identity's half
 * (the consent forms) follows; a sweep completes it when it did not. Who first let it stay may want it erased later (GDPR
 * art. 17), never the other way round. Refused for an unknown client, and for a withdrawn one with what was chosen then.
 */
export function withdraw(
  db: StudyDb,
  occasion: Occasion,
  { clientId, collected }: { readonly clientId: string; readonly collected: Collected },
): Promise<Result<null>> {
  const what = { verb: 'withdraw', subject: 'client', subjectId: clientId, details: { collected } }
  return change(db, occasion, what, async (tx) => {
    const { id: studyId } = occasion.study
    // Whatever else is being done about the client comes before this or after it, never in between.
    const cases = await lockCasesOf(tx, studyId, { clientId })
    if (cases.length === 0) return refuse('unknown_client')
    const before = await tx.withdrawal.findUnique({ where: { clientId }, select: { collected: true } })
    if (before)
      return collected === 'erase' ? eraseAfterAll(tx, occasion, clientId) : refuse('already_withdrawn', before)
    await tx.withdrawal.createMany({ data: { clientId, studyId, withdrawnOn: toColumn(occasion.today), collected } })
    const kept = collected === 'keep' ? scopesToKeep(occasion.study.protocol) : []
    await tx.$executeRaw`SELECT study.revoke_permissions(${clientId}::uuid, ${[...kept]}::text[])`
    for (const known of cases) await stop(tx, occasion, known)
    if (collected === 'erase') await tx.$executeRaw`SELECT study.erase_answers(${clientId}::uuid)`
    return done(null)
  })
}

/** What was let stay goes after all, on this day, and with it the permissions that kept it in use. */
async function eraseAfterAll(tx: StudyTx, { today }: Occasion, clientId: string): Promise<Result<null>> {
  const [row] = await tx.$queryRaw<{ changed: boolean }[]>`
    SELECT study.erase_after_all(${clientId}::uuid, ${today}::date) AS changed`
  if (!row?.changed) return refuse('already_withdrawn', { collected: 'erase' })
  await tx.$executeRaw`SELECT study.revoke_permissions(${clientId}::uuid)`
  await tx.$executeRaw`SELECT study.erase_answers(${clientId}::uuid)`
  return done(null)
}

/** Contact stops the same moment: the case leaves where it stands, no mail does, no questionnaire stays open, the place is free. */
async function stop(tx: StudyTx, occasion: Occasion, known: Case) {
  const { id: registrationId } = known
  const { today } = occasion
  const step = await stepOf(tx, occasion, known)
  if (step) await depart(tx, occasion, registrationId, step, WITHDREW, today)
  await cancelMail(tx, registrationId, 'withdrawn')
  const closedOn = toColumn(today)
  await tx.measurement.updateMany({ where: { registrationId, completedOn: null, closedOn: null }, data: { closedOn } })
  const held = await tx.measurement.count({ where: { registrationId, perspective: 'client' } })
  if (held === 0)
    await tx.dyad.updateMany({ where: { registrationId, unboundOn: null }, data: { unboundOn: closedOn } })
}

/** Clients whose withdrawal the study wrote; identity says which of them it still has to follow. */
export async function withdrawals(db: StudyDb, studyId: string): Promise<{ clientId: string; collected: Collected }[]> {
  const rows = await db.withdrawal.findMany({ where: { studyId }, select: { clientId: true, collected: true } })
  return rows.map((row) => ({ clientId: row.clientId, collected: row.collected as Collected }))
}
