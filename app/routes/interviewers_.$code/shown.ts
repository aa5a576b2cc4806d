import type { AppLoadContext } from '@remix-run/node'
import { interviewerAccounts } from '../../identity/interviewers'
import type { Occasion } from '../../platform/occasion'
import { listedInterviewers } from '../../records/interviewers/list'
import { qualityOfInterviewer } from '../../records/interviewers/quality'
import { choicesOf, nameOf } from '../gate/interviewer-accounts'

/** The interviewer with a code as the page shows them, and the accounts to choose from; null when nobody has this code. */
export async function shownOf({ databases, vault }: AppLoadContext, occasion: Occasion, code: string) {
  const { study, today } = occasion
  const listed = await listedInterviewers(databases.study, occasion)
  const found = listed.find((one) => one.code === code)
  if (!found) return null
  const accounts = await interviewerAccounts(vault, study.id)
  const { id: _, account, ...one } = found
  const shown = {
    one: { ...one, ...nameOf(accounts, account) },
    account: account ?? '',
    choices: choicesOf(accounts, listed, code),
    quality: await qualityOfInterviewer(databases.study, study, code),
    today,
  }
  return { shown, accounts }
}
export type Shown = NonNullable<Awaited<ReturnType<typeof shownOf>>>['shown']
