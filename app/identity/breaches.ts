import type { VaultTx } from '../platform/database'
import { blindId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { BREACHED, type BreachFacts, isLate } from '../protocol/breach'
import { done, type Refusal, type Result, refuse } from '../protocol/refusal'
import { change } from './change'

/** A version of what is known of a breach: the facts, who wrote them down and when (an instant in ISO form). */
export type BreachVersion = BreachFacts & { readonly seq: number; readonly by: string; readonly writtenAt: string }
/** A breach with all that was ever written of it, the newest first. */
export type Breach = { readonly id: string; readonly now: BreachVersion; readonly history: readonly BreachVersion[] }

const about = (id: string) => `breach.sealed:${id}`

type Row = { readonly id: string; readonly breachId: string; readonly seq: number; readonly sealed: Uint8Array }

const opened = (keys: Vault['keys'], { id, seq, sealed }: Row): BreachVersion => ({
  ...JSON.parse(keys.open(sealed, about(id))),
  seq,
})

/** The register of breaches of a study, those discovered last first. */
export async function breaches({ db, keys }: Vault, studyId: string): Promise<Breach[]> {
  const rows = await db.breach.findMany({ where: { studyAlias: keys.alias(studyId) }, orderBy: { seq: 'desc' } })
  return [...new Set(rows.map(({ breachId }) => breachId))]
    .map((id) => {
      const history = rows.filter(({ breachId }) => breachId === id).map((row) => opened(keys, row))
      return { id, now: history[0] as BreachVersion, history }
    })
    .sort((a, b) => (a.now.discoveredAt > b.now.discoveredAt ? -1 : 1))
}

/** One breach of the study; null when it has none by this id. */
export async function breachOf(vault: Vault, studyId: string, id: string): Promise<Breach | null> {
  const { db, keys } = vault
  const rows = await db.breach.findMany({
    where: { studyAlias: keys.alias(studyId), breachId: id },
    orderBy: { seq: 'desc' },
  })
  const history = rows.map((row) => opened(keys, row))
  const [now] = history
  return now ? { id, now, history } : null
}

/** What is wrong with the facts at a moment; null when they can be written down. */
function faultIn(facts: BreachFacts, at: Date): Refusal | null {
  const fault = (code: string, field: string): Refusal => ({ code, field })
  const later = (moment: string | null) => moment !== null && new Date(moment) > at
  const before = (moment: string | null) => moment !== null && moment < facts.discoveredAt
  if (facts.happened === '') return fault('required', 'happened')
  if (later(facts.discoveredAt)) return fault('in_future', 'discovered')
  if (facts.material.length === 0 || facts.material.some((one) => !BREACHED.includes(one)))
    return fault('required', 'material')
  if ((facts.reporting === 'reported') !== (facts.reportedAt !== null)) return fault('required', 'reported')
  if (later(facts.reportedAt)) return fault('in_future', 'reported')
  if (before(facts.reportedAt)) return fault('before_discovery', 'reported')
  if (isLate(facts) && facts.reason === '') return fault('late_without_reason', 'reason')
  if (facts.reporting === 'not_needed' && facts.reason === '') return fault('reason_needed', 'reason')
  if (facts.closedAt !== null && facts.reporting === 'open') return fault('not_reported_yet', 'closed')
  return null
}

/** Who writes, and when by the machine's clock. */
type Writing = { readonly occasion: Occasion; readonly at: Date }

/**
 * Writes a breach down for the first time (GDPR art. 33.5). Refused, each with its field: what is missing, a moment to
 * come, a report before the discovery, one after 72 hours without a reason, none at all without one.
 */
export function registerBreach(vault: Vault, { occasion, at }: Writing, facts: BreachFacts): Promise<Result<string>> {
  const breachId = blindId()
  const what = { verb: 'register_breach', subject: 'breach', subjectId: breachId }
  return change(vault, occasion, what, async (tx) => {
    const fault = faultIn(facts, at)
    if (fault) return { ok: false, refusal: fault }
    await add(tx, vault, { occasion, at }, { breachId, seq: 1, facts })
    return done(breachId)
  })
}

/**
 * Writes down what is known now; what was written before stays. `seq` is the version that the writer had before them:
 * refused as `changed_meanwhile` when there is a newer one, and else as the first time.
 */
export function amendBreach(
  vault: Vault,
  { occasion, at }: Writing,
  { id, seq, facts }: { readonly id: string; readonly seq: number; readonly facts: BreachFacts },
): Promise<Result<null>> {
  const what = { verb: 'amend_breach', subject: 'breach', subjectId: id, details: { version: seq + 1 } }
  return change(vault, occasion, what, async (tx) => {
    const studyAlias = vault.keys.alias(occasion.study.id)
    const newest = await tx.breach.findFirst({ where: { studyAlias, breachId: id }, orderBy: { seq: 'desc' } })
    if (!newest) return refuse('unknown_breach')
    if (newest.seq !== seq) return refuse('changed_meanwhile')
    const fault = faultIn(facts, at)
    if (fault) return { ok: false, refusal: fault }
    const added = await add(tx, vault, { occasion, at }, { breachId: id, seq: seq + 1, facts })
    return added ? done(null) : refuse('changed_meanwhile')
  })
}

type Version = { readonly breachId: string; readonly seq: number; readonly facts: BreachFacts }

/** Adds a version; false when somebody else has written this one just now. */
async function add(tx: VaultTx, { keys }: Vault, { occasion, at }: Writing, { breachId, seq, facts }: Version) {
  const id = blindId()
  const said = { ...facts, by: occasion.actor, writtenAt: at.toISOString() }
  const added = await tx.breach.createMany({
    data: {
      id,
      studyAlias: keys.alias(occasion.study.id),
      breachId,
      seq,
      sealed: keys.seal(JSON.stringify(said), about(id)),
    },
    skipDuplicates: true,
  })
  return added.count === 1
}
