import { suppressed } from '../../app/mail/transport'
import { systemToday } from '../../app/platform/clock'
import { type Databases, openDatabases } from '../../app/platform/database'
import type { StudyRef } from '../../app/platform/occasion'
import { type Prepared, prepareHome } from '../../app/platform/prepare'
import { ANY_TIME } from '../../app/protocol/sending'
import { DEFAULT_STUDY } from '../../app/protocol/studies/registry'
import { createStudy, newestStudy, studyNamed } from '../../app/records/studies'
import { type Desk, deskOf } from '../../jobs/desk'
import type { Arguments } from './arguments'
import { type Answer, refusedAnswer } from './command'

/** An open home: its databases, and the desk at which verbs and jobs work. Mail of a command stays in the ledger. */
export type Session = { readonly prepared: Prepared; readonly databases: Databases; readonly desk: Desk }

/** Opens a home for one command: starts and migrates its database, and makes the default study in an empty one. */
export async function withSession(
  given: Arguments,
  run: (session: Session) => Promise<Answer>,
  { hasty = false } = {},
): Promise<Answer> {
  const prepared = await prepareHome({ home: given.home })
  const databases = openDatabases(prepared.connections, { hasty })
  try {
    const desk = deskOf(databases, prepared, { transport: suppressed, sending: ANY_TIME, baseUrl: 'http://localhost' })
    const { study } = databases
    const code = DEFAULT_STUDY
    if (!(await newestStudy(study)))
      await createStudy(study, { code, protocol: code, name: code, today: systemToday(), actor: 'system' })
    return await run({ prepared, databases, desk })
  } finally {
    await databases.close()
  }
}

/** Opens a home for a command about one study: the one named by --study, else the newest. */
export function withStudy(
  given: Arguments,
  run: (session: Session & { readonly study: StudyRef }) => Promise<Answer>,
): Promise<Answer> {
  return withSession(given, async (session) => {
    const db = session.databases.study
    const study = given.study === undefined ? await newestStudy(db) : await studyNamed(db, given.study)
    if (!study) return refusedAnswer('unknown_study', `There is no study ${given.study}.`)
    return run({ ...session, study })
  })
}
