import { audited, type Change } from '../platform/audited'
import { now } from '../platform/clock'
import type { VaultTx } from '../platform/database'
import { blindId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import type { Result } from '../protocol/refusal'

/**
 * The vault's twin of the study's change: one write, one transaction, one audit entry (see `audited`), in the other
 * room, under the other role, and in a chain that cannot be joined with the study's by time (§6): the month and the verb
 * are in clear, the rest is sealed. The subject is the study's id of whom it is about.
 */
export const change = <T>(
  { db, keys }: Vault,
  occasion: Occasion,
  what: Change,
  body: (tx: VaultTx) => Promise<Result<T>>,
): Promise<Result<T>> =>
  audited<VaultTx, T>(
    { open: (inside, limits) => db.$transaction(inside, limits), enter: (tx) => enter(tx, keys, occasion, what) },
    body,
  )

/** What the sealed part of an entry says. */
export type Particulars = {
  /** The moment by the machine's clock, and the protocol day. */
  readonly at: string
  readonly day: string
  readonly actor: string
  readonly subject: string
  /** The study's id of the subject. */
  readonly subjectId: string | null
  readonly details: Change['details']
}

function enter(tx: VaultTx, keys: Vault['keys'], { study, actor, today, request }: Occasion, what: Change) {
  const id = blindId()
  const { verb, subject, subjectId = null, details = {} } = what
  const said: Particulars = { at: now().toISOString(), day: today, actor, subject, subjectId, details }
  return tx.$executeRaw`
    INSERT INTO audit.vault_entry (id, study_alias, month, verb, subject_hash, request_hash, sealed)
    VALUES (${id}::uuid, ${keys.alias(study.id)}::uuid, ${today.slice(0, 7)}, ${verb},
            ${subjectId && keys.hash('subject', subjectId)}, ${request === undefined ? null : keys.hash('request', request)},
            ${keys.audit.seal(JSON.stringify(said), `vault_entry:${id}`)})
    ON CONFLICT DO NOTHING`
}
