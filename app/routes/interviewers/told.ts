import type { InterviewerAccount } from '../../identity/interviewers'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Result, refuse } from '../../protocol/refusal'
import { addInterviewer } from '../../records/interviewers/interviewer'
import { unknownCodes } from '../../records/interviewers/list'
import { textOf } from '../gate/form'
import { dayIn } from '../gate/form-days'
import { chosenIn } from '../gate/interviewer-accounts'

/** Does what a form of the page asks: adds somebody, or takes up a code that stands on interviews, since the first of them. */
export async function send(
  db: StudyDb,
  occasion: Occasion,
  accounts: readonly InterviewerAccount[],
  form: FormData,
): Promise<Result<unknown>> {
  const code = textOf(form, 'code')
  if (textOf(form, 'form') === 'take_up') {
    const unknown = (await unknownCodes(db, occasion.study)).find((one) => one.code === code)
    if (!unknown) return refuse('entered_meanwhile')
    return addInterviewer(db, occasion, { code, student: false, accountHash: null, sinceOn: unknown.firstOn })
  }
  const since = dayIn(form, 'since_on')
  if (!since.ok) return since
  const account = chosenIn(accounts, textOf(form, 'account'))
  if (!account.ok) return account
  const student = textOf(form, 'who') === 'student'
  return addInterviewer(db, occasion, { code, student, accountHash: account.value, sinceOn: since.value })
}
