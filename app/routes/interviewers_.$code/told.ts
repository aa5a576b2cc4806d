import type { InterviewerAccount } from '../../identity/interviewers'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Result, refuse } from '../../protocol/refusal'
import { endInterviewer, tieToAccount } from '../../records/interviewers/interviewer'
import { obtain, takeBackQualification } from '../../records/interviewers/qualifications'
import { keyOf } from '../gate/cursor'
import { textOf } from '../gate/form'
import { daysIn } from '../gate/form-days'
import { chosenIn } from '../gate/interviewer-accounts'

type Sent = { readonly code: string; readonly accounts: readonly InterviewerAccount[]; readonly form: FormData }
type Send = (db: StudyDb, occasion: Occasion, sent: Sent) => Promise<Result<unknown>>

/** The forms of the page. */
const SENT: Readonly<Record<string, Send>> = {
  obtain: async (db, occasion, { code, form }) => {
    const days = daysIn(form, 'obtained_on', 'until_on')
    if (!days.ok) return days
    const { from, until } = days.value
    return obtain(db, occasion, { code, kind: textOf(form, 'kind'), on: from, until })
  },
  take_back: async (db, occasion, { form }) => {
    const id = keyOf(textOf(form, 'id'), 'id')
    return id ? takeBackQualification(db, occasion, id) : refuse('unknown_qualification')
  },
  tie: async (db, occasion, { code, accounts, form }) => {
    const account = chosenIn(accounts, textOf(form, 'account'))
    return account.ok ? tieToAccount(db, occasion, { code, accountHash: account.value }) : account
  },
  end: (db, occasion, { code }) => endInterviewer(db, occasion, code),
}

/** Does what one of the forms asks; a form that the page does not have is refused. */
export function send(db: StudyDb, occasion: Occasion, sent: Sent): Promise<Result<unknown>> {
  const name = textOf(sent.form, 'form')
  const act = Object.hasOwn(SENT, name) ? SENT[name] : undefined
  return act ? act(db, occasion, sent) : Promise.resolve(refuse('refused'))
}
