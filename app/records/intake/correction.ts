import type { StudyDb, StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { type FoundOut, judgeCriteria, judgementOf } from '../../protocol/criteria'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Standing } from '../../protocol/stages'
import type { CaseFacts, StudyProtocol } from '../../protocol/study'
import { type Case, lockCase } from '../case'
import { change } from '../change'
import { refusedNow } from '../standing'
import { factsOf, foundOutOf } from './findings'
import { screenAnew } from './reopening'
import { type Reply, writeReply, wrongReply } from './reply'

/**
 * An answer to the inquiry was not right, and this is (protocol §2). The one before stays as history; the criteria that it
 * changes, and what followed from them, are looked at again: departures come back, a pair that was not met is undone. What a
 * coordinator found out about another criterion stands. The day of the occasion is the day of the correction. Refused:
 * nobody answered yet, the first interview was held, withdrawn, declined, and what is refused of a reply itself.
 */
export function correctReply(db: StudyDb, occasion: Occasion, reply: Reply): Promise<Result<Standing>> {
  const { registrationId, repliedOn } = reply
  const what = { verb: 'correct_reply', subject: 'registration', subjectId: registrationId, details: { repliedOn } }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known) return refuse('unknown_case', { field: 'supervision' })
    const refusal = refusalOf(occasion, known, reply)
    if (refusal) return refusal
    const { protocol } = occasion.study
    const before = factsOf(known)
    await keepAsCorrected(tx, occasion, registrationId)
    const corrected = await writeReply(tx, occasion, known, reply)
    const after = factsOf(corrected)
    const foundOut = stillFoundOut(protocol, { before, after }, await foundOutOf(tx, registrationId))
    const word = judgementOf(protocol, after)
    const again = word === judgementOf(protocol, before) ? undefined : word
    return done(await screenAnew(tx, occasion, corrected, { foundOut, word: again }))
  })
}

function refusalOf(occasion: Occasion, known: Case, reply: Reply): Result<never> | null {
  const field = 'supervision'
  if (known.withdrawn) return refuse('withdrawn', { field })
  if (known.declined) return refuse('supervisor_declined', { field })
  const elsewhere = refusedNow('correct_reply', known, { field })
  if (elsewhere) return elsewhere
  return known.inquiry?.repliedOn ? wrongReply(occasion, known.inquiry, reply) : refuse('not_replied', { field })
}

/** What coordinators found out, but for the criteria of which the answer says something else now. */
function stillFoundOut(
  protocol: StudyProtocol,
  { before, after }: { readonly before: CaseFacts; readonly after: CaseFacts },
  foundOut: FoundOut,
): FoundOut {
  const said = new Map(judgeCriteria(protocol, before).findings.map(({ criterion, verdict }) => [criterion, verdict]))
  const other = judgeCriteria(protocol, after).findings.filter(
    ({ criterion, verdict }) => said.get(criterion) !== verdict,
  )
  const gone = new Set(other.map(({ criterion }) => criterion))
  return Object.fromEntries(Object.entries(foundOut).filter(([criterion]) => !gone.has(criterion)))
}

/** The answer as it was, beside the inquiry, which goes on under its own id: a link to it still says that it was answered. */
const keepAsCorrected = (tx: StudyTx, { today }: Occasion, registrationId: string) => tx.$executeRaw`
  INSERT INTO study.inquiry_before (id, registration_id, seq, supervisor_id, asked_id, sent_on, replied_on, answered_by,
                                    is_supervisor, contacts, next_contact_on, reason, ended_on, why)
  SELECT ${newId()}::uuid, i.registration_id,
         1 + (SELECT count(*) FROM study.inquiry_before b WHERE b.registration_id = i.registration_id),
         i.supervisor_id, i.asked_id, i.sent_on, i.replied_on, i.answered_by, i.is_supervisor, i.contacts,
         i.next_contact_on, i.reason, ${today}::date, 'corrected'
    FROM study.inquiry i WHERE i.registration_id = ${registrationId}::uuid`
