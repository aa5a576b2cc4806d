import { now } from '../platform/clock'
import type { VaultTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { addDays, monthOf } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'
import { vaultIdOf } from './tie'
import { trailIn } from './trail'

/** Why a name is needed: as long as a reason is, and no longer than one. */
export const PURPOSE = { min: 10, max: 500 } as const
/** Names for one account within an hour: who needs more is making a list. */
export const MOST_AN_HOUR = 20
const HOUR_MS = 3_600_000
const VERB = 'reidentify'

/** One person by name. */
export type Person =
  | {
      readonly person: 'client'
      readonly name: string
      readonly number: string
      readonly bornOn: string
      readonly phone: string | null
    }
  | { readonly person: 'supervisor'; readonly name: string; readonly email: string }

/** Who is meant: the study's id of a client or a supervisor, and the pseudonym that was typed. */
export type Meant = {
  readonly person: 'client' | 'supervisor'
  readonly id: string
  readonly pseudonym: string
  readonly purpose: string
}

/**
 * Opens the name of one person for a purpose (protocol §6), which is sealed with the look in the vault's chain. Refused
 * for a purpose that is too short or too long, after twenty looks of this account within an hour, and when the name has
 * gone. Looks of one account queue up, so that many at once are counted one by one.
 */
export function reidentify(
  vault: Vault,
  occasion: Occasion,
  { person, id, pseudonym, purpose }: Meant,
): Promise<Result<Person>> {
  const what = { verb: VERB, subject: person, subjectId: id, details: { pseudonym, purpose } }
  return change(vault, occasion, what, async (tx) => {
    if (purpose.length < PURPOSE.min) return refuse('purpose_too_short', { field: 'purpose', min: PURPOSE.min })
    if (purpose.length > PURPOSE.max) return refuse('purpose_too_long', { field: 'purpose', max: PURPOSE.max })
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${VERB}:${occasion.actor}`}, 0))`
    // this look is an entry already
    if ((await looksOf(tx, vault.keys, occasion)) > MOST_AN_HOUR)
      return refuse('too_many_looks', { most: MOST_AN_HOUR })
    const found = await { client: clientOf, supervisor: supervisorOf }[person](tx, vault.keys, id)
    return found ? done(found) : refuse('name_gone', { field: 'pseudonym' })
  })
}

/** How many names this actor opened within the last hour. An hour has two months at most. */
async function looksOf(tx: VaultTx, keys: Vault['keys'], { study, actor, today }: Occasion): Promise<number> {
  const months = [...new Set([monthOf(today), monthOf(addDays(today, -1))])]
  const found = await Promise.all(months.map((month) => trailIn({ db: tx, keys }, study.id, { month, verbs: [VERB] })))
  const since = new Date(now().getTime() - HOUR_MS).toISOString()
  return found.flat().filter((entry) => entry.actor === actor && entry.at > since).length
}

async function clientOf(tx: VaultTx, keys: Vault['keys'], studyId: string): Promise<Person | null> {
  const id = await vaultIdOf(tx, keys, studyId)
  const row = id === null ? null : await tx.person.findUnique({ where: { id } })
  if (!row?.surname || !row.initials || !row.number || !row.bornOn) return null
  return {
    person: 'client',
    name: `${keys.open(row.initials, `person.initials:${id}`)} ${keys.open(row.surname, `person.surname:${id}`)}`,
    number: keys.open(row.number, `person.number:${id}`),
    bornOn: keys.open(row.bornOn, `person.born_on:${id}`),
    phone: row.phone && keys.open(row.phone, `person.phone:${id}`),
  }
}

async function supervisorOf(tx: VaultTx, keys: Vault['keys'], studyId: string): Promise<Person | null> {
  const id = await vaultIdOf(tx, keys, studyId)
  const row = id === null ? null : await tx.supervisorIdentity.findUnique({ where: { id } })
  if (!row?.name || !row.email) return null
  return {
    person: 'supervisor',
    name: keys.open(row.name, `supervisor.name:${id}`),
    email: keys.open(row.email, `supervisor.email:${id}`),
  }
}
