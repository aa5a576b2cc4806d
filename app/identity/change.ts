import { audited, type Change } from '../platform/audited'
import { now } from '../platform/clock'
import type { VaultTx } from '../platform/database'
import { blindId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { monthOf } from '../protocol/day'
import { done, type Result } from '../protocol/refusal'

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

/**
 * The same for many of a kind at once: one transaction, one entry each. What is entered follows from what the body writes,
 * so it comes last; the occasion has no request.
 */
export const changeEach = <T>(
  { db, keys }: Vault,
  occasion: Occasion,
  body: (tx: VaultTx) => Promise<Result<{ readonly value: T; readonly entries: readonly Change[] }>>,
): Promise<Result<T>> =>
  audited<VaultTx, T>(
    { open: (inside, limits) => db.$transaction(inside, limits), enter: () => Promise.resolve(1) },
    async (tx) => {
      const written = await body(tx)
      if (!written.ok) return written
      await enterAll(tx, keys, occasion, written.value.entries)
      return done(written.value.value)
    },
  )

/** What the sealed part of an entry says. */
export type Particulars = {
  /** The moment by the machine's clock, and the protocol day. */
  readonly at: string
  readonly day: string
  readonly actor: string
  readonly role?: string | undefined
  readonly origin?: string | undefined
  readonly subject: string
  /** The study's id of the subject. */
  readonly subjectId: string | null
  readonly details: Change['details']
}

function enter(tx: VaultTx, keys: Vault['keys'], occasion: Occasion, what: Change) {
  const { request } = occasion
  const { id, subjectHash, sealed } = sealedEntry(keys, occasion, what)
  return tx.$executeRaw`
    INSERT INTO audit.vault_entry (id, study_alias, month, verb, subject_hash, request_hash, sealed)
    VALUES (${id}::uuid, ${keys.alias(occasion.study.id)}::uuid, ${monthOf(occasion.today)}, ${what.verb},
            ${subjectHash}, ${request === undefined ? null : keys.hash('request', request)}, ${sealed})
    ON CONFLICT DO NOTHING`
}

function enterAll(tx: VaultTx, keys: Vault['keys'], occasion: Occasion, whats: readonly Change[]) {
  const entries = whats.map((what) => ({ ...sealedEntry(keys, occasion, what), verb: what.verb }))
  return tx.$executeRaw`
    INSERT INTO audit.vault_entry (id, study_alias, month, verb, subject_hash, sealed)
    SELECT e.id, ${keys.alias(occasion.study.id)}::uuid, ${monthOf(occasion.today)}, e.verb, e.subject_hash, e.sealed
      FROM unnest(${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ verb }) => verb)}::text[],
                  ${entries.map(({ subjectHash }) => subjectHash)}::bytea[],
                  ${entries.map(({ sealed }) => sealed)}::bytea[]) AS e (id, verb, subject_hash, sealed)`
}

function sealedEntry(keys: Vault['keys'], { actor, today, role, origin }: Occasion, what: Change) {
  const id = blindId()
  const { subject, subjectId = null, details = {} } = what
  const said: Particulars = { at: now().toISOString(), day: today, actor, role, origin, subject, subjectId, details }
  const sealed = keys.audit.seal(JSON.stringify(said), `vault_entry:${id}`)
  return { id, sealed, subjectHash: subjectId && keys.hash('subject', subjectId) }
}
