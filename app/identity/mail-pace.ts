import type { Vault } from '../platform/vault'
import { addressHashes } from './mail-address'

const MINUTE_MS = 60_000
/** How long the counts of past minutes are kept. */
const KEPT_MS = 60 * MINUTE_MS

/**
 * Lets so many messages a minute go to each mail domain, of all workers together. Takes the addresses of messages that
 * are about to leave; gives which of them may, by their place: those of one domain in the order given, as long as there is
 * room in this minute of machine time. The vault keeps how many went to which domain, by its keyed hash.
 */
export async function underPace(
  { db, keys }: Vault,
  { emails, perMinute, at }: { readonly emails: readonly string[]; readonly perMinute: number; readonly at: Date },
): Promise<boolean[]> {
  const minute = new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS)
  const domains = emails.map((email) => Buffer.from(addressHashes(keys, email).domainHash).toString('hex'))
  const wanted = new Map<string, number>()
  for (const domain of domains) wanted.set(domain, (wanted.get(domain) ?? 0) + 1)
  const rows = await db.$queryRaw<{ domain: string; sent: number }[]>`
    INSERT INTO identity.mail_pace AS p (domain_hash, minute, sent)
    SELECT decode(w.domain, 'hex'), ${minute}::timestamptz, w.count
      FROM unnest(${[...wanted.keys()]}::text[], ${[...wanted.values()]}::int[]) AS w (domain, count) ORDER BY 1
    ON CONFLICT (domain_hash, minute) DO UPDATE SET sent = p.sent + EXCLUDED.sent
    RETURNING encode(domain_hash, 'hex') AS domain, sent`
  // what was asked for beyond the limit stays counted: nobody gets it in this minute
  const room = new Map(rows.map(({ domain, sent }) => [domain, perMinute - (sent - (wanted.get(domain) ?? 0))]))
  return domains.map((domain) => {
    const left = room.get(domain) ?? 0
    room.set(domain, left - 1)
    return left > 0
  })
}

/** Lets go of the counts of minutes that are past. */
export const forgetPace = async ({ db }: Vault, at: Date): Promise<void> => {
  await db.$executeRaw`DELETE FROM identity.mail_pace WHERE minute < ${new Date(at.getTime() - KEPT_MS)}::timestamptz`
}
