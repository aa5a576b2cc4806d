import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { readMending } from '../../protocol/instruments/mending'
import { type Result, refuse } from '../../protocol/refusal'
import { reopenQuestionnaire, voidQuestionnaire } from '../../records/entries/mend'
import { swapQuestionnaires } from '../../records/entries/swap'
import { keyOf } from '../gate/cursor'
import { textOf } from '../gate/form'

/** Does with a questionnaire what a form asks: `how` is reopen, void or swap, `why` a reason of the study, `with` the other one. */
export async function mend(
  db: StudyDb,
  occasion: Occasion,
  measurementId: string,
  form: FormData,
): Promise<Result<null>> {
  const how = textOf(form, 'how')
  const why = readMending(textOf(form, 'why'))
  if (!why) return refuse('required', { field: 'why' })
  if (how === 'reopen') return reopenQuestionnaire(db, occasion, { measurementId, why })
  if (how === 'void') return voidQuestionnaire(db, occasion, { measurementId, why })
  if (how !== 'swap') return refuse('refused')
  const other = keyOf(textOf(form, 'with'), 'id')
  if (!other) return refuse('required', { field: 'with' })
  return swapQuestionnaires(db, occasion, { one: measurementId, other, why })
}
