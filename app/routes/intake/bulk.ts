import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import type { Say } from '../../i18n/speak'
import type { StudyDb } from '../../platform/database'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { reasonNamed } from '../../protocol/reasons'
import type { Result } from '../../protocol/refusal'
import { STAGES } from '../../protocol/stages'
import { chosenOf } from '../../records/intake/case-file'
import { inquire } from '../../records/intake/inquire'
import { judge } from '../../records/intake/judgement'
import type { Screened } from '../../records/intake/screened'

/** What can be done with many cases at once, by the list that they stand in: each keeps its own refusal. */
export const IN_BULK = { to_inquire: 'inquire', to_judge: 'judge' } as const
export type Bulk = (typeof IN_BULK)[keyof typeof IN_BULK]
/** A page of them. */
const MOST = 40

/** What became of one of the chosen cases. */
export type Outcome = {
  readonly id: string
  readonly pseudonym: string
  readonly ok: boolean
  readonly sentence: string
}

/** Does it with one case after the other, and says of each what happened. */
export async function doInBulk(
  db: StudyDb,
  occasion: Occasion,
  { what, ids, say }: { readonly what: Bulk; readonly ids: readonly string[]; readonly say: Say },
): Promise<Outcome[]> {
  const known = await chosenOf(db, occasion.study, ids.slice(0, MOST))
  const outcomes: Outcome[] = []
  for (const { id, pseudonym } of known) {
    const done: Result<Screened | { inquiryId: string }> =
      what === 'inquire'
        ? await inquire(db, occasion, id)
        : await judge(db, occasion, { registrationId: id, reason: null })
    const sentence = done.ok ? say(tellDone(occasion.study, done.value)) : refusalSentence(say, done.refusal)
    outcomes.push({ id, pseudonym, ok: done.ok && !('stands' in done.value && done.value.stands === 'left'), sentence })
  }
  return outcomes
}

function tellDone({ protocol }: StudyRef, value: Screened | { inquiryId: string }) {
  if ('inquiryId' in value) return words.intake.asked
  const left = value.stands === 'left' ? reasonNamed(protocol, value.step, value.reason) : undefined
  return left ?? STAGES.to_approach.label
}
