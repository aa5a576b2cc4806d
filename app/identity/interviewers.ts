import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { accountIn } from './actors'

type Hash = Uint8Array<ArrayBuffer>

/**
 * By what the study knows the account of an interviewer: whether two are the same, and not whose it is. Another one than the
 * hash on a consent form: held beside each other, the two say nothing (§6). Each study has its own.
 */
const hashOf = ({ keys }: Vault, studyId: string, account: string): Hash =>
  keys.hash('interviewer', `${studyId} ${account}`)

/** The hash of the account that acts; null for the system and for imports. */
export function interviewerHash(vault: Vault, { study, actor }: Occasion): Hash | null {
  const account = accountIn(actor)
  return account === null ? null : hashOf(vault, study.id, account)
}

/** An account that can be tied to an interviewer of a study. */
export type InterviewerAccount = { readonly name: string; readonly email: string; readonly hash: Hash }

/** The accounts of everybody who holds interviews, by name, with the hash by which a study knows them. */
export async function interviewerAccounts(vault: Vault, studyId: string): Promise<InterviewerAccount[]> {
  const accounts = await vault.db.account.findMany({
    where: { role: 'interviewer', endedAt: null },
    select: { id: true, name: true, email: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return accounts.map(({ id, name, email }) => ({ name, email, hash: hashOf(vault, studyId, id) }))
}
