import type { AppLoadContext } from '@remix-run/node'
import { interviewerHash } from '../../identity/interviewers'
import { interviewerOf } from '../../records/interviewers/interviewer'
import type { Entrance } from './enter'

/** By which code whoever came in holds interviews (protocol §3); null for somebody who has none in this study. */
export async function interviewerBehind(
  { vault, databases }: AppLoadContext,
  { study, occasion }: Entrance,
): Promise<{ code: string; student: boolean } | null> {
  const hash = interviewerHash(vault, occasion)
  return hash && interviewerOf(databases.study, study, hash)
}
