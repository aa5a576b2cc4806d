import type { InterviewerAccount } from '../../identity/interviewers'
import { type Result, refuse } from '../../protocol/refusal'
import type { KeptInterviewer } from '../../records/interviewers/interviewer'
import type { Option } from '../../ui/field'

const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')

/** Whose account it is that an interviewer is tied to (in hex): a name, or that it is there no more. */
export const nameOf = (accounts: readonly InterviewerAccount[], account: string | null) => ({
  name: accounts.find(({ hash }) => hex(hash) === account)?.name ?? null,
  tied: account !== null,
})

/** The accounts that no other interviewer than `but` is tied to, to choose from: by what the study knows them, not by their id. */
export function choicesOf(
  accounts: readonly InterviewerAccount[],
  interviewers: readonly Pick<KeptInterviewer, 'code' | 'account'>[],
  but?: string,
): Option[] {
  const taken = new Set(interviewers.flatMap(({ code, account }) => (account && code !== but ? [account] : [])))
  return accounts.flatMap(({ hash, name }) => (taken.has(hex(hash)) ? [] : [{ value: hex(hash), label: name }]))
}

/** The account that was chosen; null for none. Refused for one that was not to choose from. */
export function chosenIn(
  accounts: readonly InterviewerAccount[],
  sent: string,
): Result<InterviewerAccount['hash'] | null> {
  if (sent === '') return { ok: true, value: null }
  const chosen = accounts.find(({ hash }) => hex(hash) === sent)
  return chosen ? { ok: true, value: chosen.hash } : refuse('required', { field: 'account' })
}
