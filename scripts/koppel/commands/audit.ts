import { standing } from '../../../app/platform/audit/heads'
import { auditIsWhole } from '../../../app/platform/audit/whole'
import { now } from '../../../app/platform/clock'
import { UsageError } from '../arguments'
import { answer, type Command, refusedAnswer } from '../command'
import { withSession } from '../session'

export const auditVerify: Command = {
  words: ['audit', 'verify'],
  about: 'whether the audit trail is complete, unchanged, and nobody can change or delete of it',
  options: { head: { value: 'HEX' } },
  run: (given) =>
    withSession(given, async ({ prepared }) => {
      const { owner } = prepared.connections
      if (!owner)
        return refusedAnswer('no_owner', "DATABASE_URL, the owner's address, is needed to look at the grants.")
      return answer(await auditIsWhole(owner, prepared.keys, headsIn(given.option('head'))))
    }),
}

/** Heads as they were mailed or printed, several of them apart by commas. */
function headsIn(text: string | undefined): string[] {
  const heads = (text ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  if (text !== undefined && (heads.length === 0 || heads.some((head) => !/^[\da-f]{64}$/.test(head))))
    throw new UsageError('--head takes a head of 64 hex digits, or several apart by commas')
  return heads
}

export const auditHead: Command = {
  words: ['audit', 'head'],
  about: 'the last marks of both chains of the audit trail, to be kept elsewhere',
  run: (given) =>
    withSession(given, async ({ databases, desk }) =>
      answer({ at: now().toISOString(), chains: await standing(databases.study, desk.vault) }),
    ),
}
