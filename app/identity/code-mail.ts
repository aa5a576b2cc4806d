import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { dayAt, monthOf } from '../protocol/day'
import { done, type Result } from '../protocol/refusal'
import { codeOf } from './access-codes'
import { change } from './change'
import { studyIdsOf } from './tie'

/** A code that is ours to send now: for whom (the study's id), in which language. `id` is the vault's and stays there. */
export type WaitingCode = {
  readonly id: string
  readonly supervisorId: string
  readonly language: string
  readonly code: string
}
/** What became of it; `planned` waits for another try. */
export type CodeOutcome = 'sent' | 'unsent' | 'failed' | 'planned'

const AT_ONCE = 20

/**
 * Claims codes of a study that are still worth sending, each by one process only. One whose process dies is not sent by
 * another: its supervisor asks again, since two mails with one code would be worse than none.
 */
export async function claimCodes({ db, keys }: Vault, studyId: string, at: Date): Promise<WaitingCode[]> {
  const rows = await db.$queryRaw<{ id: string; supervisor: string; language: string }[]>`
    UPDATE identity.access_code c SET state = 'sending'
     WHERE c.id IN (
       SELECT w.id FROM identity.access_code w JOIN identity.supervisor s ON s.id = w.supervisor_id
        WHERE s.study_alias = ${keys.alias(studyId)}::uuid AND w.state = 'planned' AND w.ends_at > ${at}::timestamptz
        LIMIT ${AT_ONCE} FOR UPDATE OF w SKIP LOCKED)
    RETURNING c.id, c.supervisor_id AS supervisor, c.language`
  const ids = await studyIdsOf(
    db,
    keys,
    rows.map(({ supervisor }) => supervisor),
  )
  return rows.map(({ id, supervisor, language }) => ({
    id,
    supervisorId: ids.get(supervisor) as string,
    language,
    code: codeOf(keys, id),
  }))
}

/** Writes down what became of a code's mail. One that was replaced meanwhile stays past. */
export function settleCode(
  vault: Vault,
  occasion: Occasion,
  { id, supervisorId }: WaitingCode,
  outcome: CodeOutcome,
): Promise<Result<null>> {
  const what = { verb: 'mail_code', subject: 'supervisor', subjectId: supervisorId, details: { outcome } }
  return change(vault, occasion, what, async (tx) => {
    await tx.accessCode.updateMany({ where: { id, state: 'sending' }, data: { state: outcome } })
    return done(null)
  })
}

/** Lets go of codes that open nothing any more, and of browsers whose time is over. */
export async function forgetCodes({ db }: Vault, at: Date): Promise<void> {
  await db.accessCode.deleteMany({ where: { endsAt: { lte: at } } })
  await db.device.deleteMany({ where: { untilMonth: { lt: monthOf(dayAt(at)) } } })
}
