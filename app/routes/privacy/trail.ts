import { LOOK_VERBS, type Look } from '../../access/looks'
import { type Actor, actorsOf } from '../../identity/actors'
import { type TrailEntry, trailIn, trailOf } from '../../identity/trail'
import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import type { Vault } from '../../platform/vault'
import { type Before, doneAbout, doneIn, pseudonymsOf, type StudyEntry } from '../../records/trail'

/** One thing that was done, of either chain. `at` is the moment by the machine's clock, `day` the study's. */
type Doing = {
  readonly chain: 'vault' | 'study'
  readonly id: string
  readonly at: string
  readonly day: string
  readonly actor: string
  readonly verb: string
  readonly subjectId: string | null
  readonly purpose: string
  readonly rows: number | null
}
/** The same, with who did it and about whom, as a page shows it. */
export type Shown = Pick<Doing, 'id' | 'at' | 'day' | 'verb' | 'purpose' | 'rows'> & {
  readonly who: Actor
  readonly whom: string
}

/** Both chains of an installation, of one study. */
export type Chains = { readonly vault: Vault; readonly db: StudyDb; readonly study: StudyRef }

const said = (details: Readonly<Record<string, unknown>>) => ({
  purpose: typeof details.purpose === 'string' ? details.purpose : '',
  rows: typeof details.rows === 'number' ? details.rows : null,
})
const ofVault = ({ id, at, day, actor, verb, subjectId, details }: TrailEntry): Doing => ({
  chain: 'vault',
  ...{ id, at, day, actor, verb, subjectId },
  ...said(details ?? {}),
})
const ofStudy = ({ details, ...entry }: StudyEntry): Doing => ({ chain: 'study', ...entry, ...said(details) })

/** Newest first; within a moment what was done in the vault first. */
function newestFirst(a: Doing, b: Doing): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1
  if (a.chain !== b.chain) return a.chain === 'vault' ? -1 : 1
  if (a.chain === 'study') return BigInt(a.id) < BigInt(b.id) ? 1 : -1
  return a.id < b.id ? 1 : -1
}

/** Where a page begins: after this entry of the page before. Written as `moment|chain|id`. */
const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\|(vault|study)\|([\da-f-]{36}|\d{1,18})$/
function placeIn(after: string): Pick<Doing, 'at' | 'chain' | 'id'> | undefined {
  const [, at = '', chain, id = ''] = CURSOR.exec(after) ?? []
  const whole = chain && !Number.isNaN(Date.parse(at)) && (chain === 'vault') === (id.length === 36)
  return whole ? { at, chain: chain as Doing['chain'], id } : undefined
}
const written = ({ at, chain, id }: Doing) => `${at}|${chain}|${id}`

export type Page = { readonly rows: readonly Shown[]; readonly next: string | null }

/** A page of a list that is whole in memory. */
async function pageOf(chains: Chains, found: readonly Doing[], after: string, limit: number): Promise<Page> {
  const place = placeIn(after) as Doing | undefined
  const rest = place ? found.filter((one) => newestFirst(one, place) > 0) : found
  const rows = rest.slice(0, limit)
  const last = rows.at(-1)
  return { rows: await shown(chains, rows), next: rest.length > limit && last ? written(last) : null }
}

/** A page of what was done about somebody, in both chains, newest first. Takes the ids under which the audit speaks of them. */
export async function pageAbout(
  chains: Chains,
  subjects: readonly string[],
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<Page> {
  const { vault, db, study } = chains
  const place = placeIn(after)
  // of the study's chain what could stand on this page; the vault's tells its moments only once it is opened
  const before: Before | undefined = place && { at: place.at, ...(place.chain === 'study' && { id: place.id }) }
  const [sealed, open] = await Promise.all([
    trailOf(vault, ...subjects),
    doneAbout(db, study, { subjects, before, limit: limit + 1 }),
  ])
  return pageOf(chains, [...sealed.map(ofVault), ...open.map(ofStudy)].sort(newestFirst), after, limit)
}

/** Every look and release of a month (YYYY-MM, of protocol time), newest first. */
export async function looksIn(
  { vault, db, study }: Chains,
  { month, verb }: { readonly month: string; readonly verb?: Look | undefined },
): Promise<Doing[]> {
  const verbs = verb ? [verb] : LOOK_VERBS
  const [sealed, open] = await Promise.all([
    trailIn(vault, study.id, { month, verbs }),
    doneIn(db, study, { month, verbs }),
  ])
  return [...sealed.map(ofVault), ...open.map(ofStudy)].sort(newestFirst)
}

/** A page of a month's looks, and how many there are. */
export async function pageOfLooks(
  chains: Chains,
  asked: { readonly month: string; readonly verb?: Look | undefined; readonly after: string; readonly limit: number },
): Promise<Page & { readonly count: number }> {
  const found = await looksIn(chains, asked)
  return { ...(await pageOf(chains, found, asked.after, asked.limit)), count: found.length }
}

/** Doings with who did them and about whom. */
export async function shown({ vault, db, study }: Chains, rows: readonly Doing[]): Promise<Shown[]> {
  const ids = [...new Set(rows.flatMap(({ subjectId }) => subjectId ?? []))]
  const [who, whom] = await Promise.all([
    actorsOf(
      vault,
      rows.map(({ actor }) => actor),
    ),
    pseudonymsOf(db, study, ids),
  ])
  return rows.map(({ chain: _, actor, subjectId, ...row }) => ({
    ...row,
    who: who.get(actor) ?? { kind: 'gone' },
    whom: whom.get(subjectId ?? '') ?? '',
  }))
}

/** How often each was done in a month, by the role of who did it; nobody's name. */
export type Counted = { readonly verb: string; readonly role: string; readonly count: number; readonly rows: number }

export async function looksCounted(chains: Chains, month: string): Promise<Counted[]> {
  const found = await looksIn(chains, { month })
  const who = await actorsOf(
    chains.vault,
    found.map(({ actor }) => actor),
  )
  const counts = new Map<string, Counted>()
  for (const { verb, actor, rows } of found) {
    const one = who.get(actor) ?? { kind: 'gone' as const }
    const role = one.kind === 'account' ? (one.role ?? 'gone') : one.kind
    const before = counts.get(`${verb} ${role}`) ?? { verb, role, count: 0, rows: 0 }
    counts.set(`${verb} ${role}`, { ...before, count: before.count + 1, rows: before.rows + (rows ?? 0) })
  }
  return [...counts.values()].sort((a, b) => `${a.verb} ${a.role}`.localeCompare(`${b.verb} ${b.role}`))
}
