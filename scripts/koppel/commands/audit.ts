import { auditIsWhole } from '../../../app/platform/audit'
import { answer, type Command, refusedAnswer } from '../command'
import { withSession } from '../session'

export const auditVerify: Command = {
  words: ['audit', 'verify'],
  about: 'whether the audit trail is complete and nobody can change or delete of it',
  run: (given) =>
    withSession(given, async ({ prepared }) => {
      const { owner } = prepared.connections
      if (!owner)
        return refusedAnswer('no_owner', "DATABASE_URL, the owner's address, is needed to look at the grants.")
      return answer(await auditIsWhole(owner, prepared.keys))
    }),
}
