import type { AppLoadContext } from '@remix-run/node'
import { interviewerHash } from '../../identity/interviewers'
import { ownLocations } from '../../records/appointments/own-locations'
import type { Entrance } from './enter'

/** The locations of whoever came in, when they hold interviews and named some; null: all of them (protocol §3). */
export async function locationsBehind(
  { vault, databases }: AppLoadContext,
  { visitor, study, occasion }: Entrance,
): Promise<readonly string[] | null> {
  const hash = visitor.role === 'interviewer' ? interviewerHash(vault, occasion) : null
  return hash && ownLocations(databases.study, study, hash)
}
