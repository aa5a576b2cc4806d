import type { AppLoadContext } from '@remix-run/node'
import { interviewerAccounts } from '../../identity/interviewers'
import type { Occasion } from '../../platform/occasion'
import { listedInterviewers, unknownCodes } from '../../records/interviewers/list'
import { choicesOf, nameOf } from '../gate/interviewer-accounts'

/** Everybody who holds interviews, with the name of the account behind the code, and the codes of nobody. */
export async function shownOf({ databases, vault }: AppLoadContext, occasion: Occasion) {
  const { study, today } = occasion
  const accounts = await interviewerAccounts(vault, study.id)
  const listed = await listedInterviewers(databases.study, occasion)
  return {
    interviewers: listed.map(({ id: _, held: __, account, ...one }) => ({ ...one, ...nameOf(accounts, account) })),
    unknown: await unknownCodes(databases.study, study),
    accounts: choicesOf(accounts, listed),
    today,
  }
}
export type Shown = Awaited<ReturnType<typeof shownOf>>
