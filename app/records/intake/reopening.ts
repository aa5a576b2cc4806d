import type { StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type FoundOut, type Judged, judgeCriteria, judgementOf } from '../../protocol/criteria'
import type { Standing } from '../../protocol/stages'
import type { StudyProtocol } from '../../protocol/study'
import { endPlanned } from '../appointments/planned'
import type { Case } from '../case'
import { depart } from '../departures'
import { factsOf, writeJudged } from './findings'
import { judgeCase } from './judgement'

/** What is known now, and what follows from it besides: the reason of a coordinator, another judgement of the supervisor. */
type Anew = {
  readonly foundOut: FoundOut
  readonly reason?: string | null
  /** The supervisor's judgement when it is another one than before; undefined when nothing new was said of it. */
  readonly word?: string | null | undefined
}

/**
 * Screens a case again after something about it was corrected, whatever had followed from it: where the same follows again
 * nothing changes, else departures and judgement come back, a pair that was not met is undone, and the case goes where it
 * belongs now.
 */
export async function screenAnew(tx: StudyTx, occasion: Occasion, known: Case, anew: Anew): Promise<Standing> {
  const { study, today: on } = occasion
  const { foundOut } = anew
  const judged = judgeCriteria(study.protocol, factsOf(known), foundOut)
  await writeJudged(tx, study, known, judged, { foundOut, on })
  const last = await tx.judgement.findFirst({ where: { registrationId: known.id }, orderBy: { seq: 'desc' } })
  const word = anew.word !== undefined ? anew.word : last ? last.reason : judgementOf(study.protocol, factsOf(known))
  const reason = reasonNow(study.protocol, known, judged, anew.reason ?? null)
  if (!sameAgain(known, judged, { reason, word, standing: last && !last.replacedOn ? last.reason : undefined })) {
    await reopen(tx, occasion, known.id)
    if (judged.verdict === 'not_met') await depart(tx, occasion, known.id, 'criteria', reason as string, on)
    if (judged.verdict === 'met' && word !== undefined) await judgeCase(tx, occasion, known, { on, reason: word })
  }
  return standingOf(tx, known.id)
}

/** Under which code it leaves: as somebody says; as it left before, when that still speaks against it; as the facts have it. */
function reasonNow({ criteria }: StudyProtocol, known: Case, judged: Judged, said: string | null): string | null {
  const failing = criteria.filter(({ name }) => judged.failed.includes(name)).flatMap((one) => one.reasons)
  const before = known.left.criteria
  return said ?? (before && failing.includes(before) ? before : judged.reason)
}

type Following = {
  readonly reason: string | null
  readonly word: string | null | undefined
  /** The judgement that stands; undefined when there is none. */
  readonly standing: string | null | undefined
}

/** Whether the case stands where this puts it. */
function sameAgain({ place, left }: Case, { verdict }: Judged, { reason, word, standing }: Following): boolean {
  if (verdict === 'unknown') return place === 'to_screen'
  if (verdict === 'not_met') return place === 'left_criteria' && left.criteria === reason
  return place !== 'to_screen' && place !== 'left_criteria' && word === standing
}

/** Ends what followed: departures since step 3, the judgement, the pair. All of it stays as history. */
async function reopen(tx: StudyTx, { today }: Occasion, id: string) {
  await tx.$executeRaw`
    UPDATE study.departure SET returned_on = greatest(left_on, ${today}::date)
     WHERE registration_id = ${id}::uuid AND returned_on IS NULL AND step IN ('criteria', 'judgement', 'approach')`
  await tx.$executeRaw`
    UPDATE study.judgement SET replaced_on = greatest(judged_on, ${today}::date)
     WHERE registration_id = ${id}::uuid AND replaced_on IS NULL`
  await tx.$executeRaw`
    UPDATE study.dyad SET unbound_on = coalesce(unbound_on, greatest(bound_on, ${today}::date)), planned_on = NULL
     WHERE registration_id = ${id}::uuid`
  await endPlanned(tx, { registrationId: id }, 'cancelled', today)
}

/** Where the case stands, as its facts have it by now. */
async function standingOf(tx: StudyTx, id: string): Promise<Standing> {
  const { stage, leftStep, leftReason } = await tx.registration.findUniqueOrThrow({ where: { id } })
  return { stage, leftStep, leftReason } as Standing
}
