import { type Actor, actorsIn, actorsOf } from '../../identity/actors'
import { type TrailEntry, trailBetween } from '../../identity/trail'
import { doneBetween, pseudonymsOf, type StudyEntry } from '../../records/trail'
import type { Chains } from '../privacy/trail'
import type { Asked } from './asked'

/** A line of the trail as a page or file shows it. */
export type Line = {
  readonly id: string
  readonly at: string
  readonly day: string
  readonly verb: string
  readonly who: Actor
  /** The role at that moment, where it was written down. */
  readonly role: string | null
  readonly origin: string | null
  readonly whom: string
  readonly details: string
}
type Page = { readonly rows: readonly Line[]; readonly next: string | null }
type Entry = Pick<StudyEntry, 'id' | 'at' | 'day' | 'actor' | 'role' | 'origin' | 'verb' | 'subjectId' | 'details'>

/**
 * A page of what was asked for, the last first, after an entry of the page before. `subjects` are the ids under which the audit
 * speaks of the person whose pseudonym was typed.
 */
export async function pageOfAudit(
  chains: Chains,
  asked: Asked,
  { subjects, after, limit }: { readonly subjects?: readonly string[]; readonly after: string; readonly limit: number },
): Promise<Page> {
  const { chain, role, kind, ...sought } = asked
  const actors = role && (await actorsIn(chains.vault, role))
  const found =
    chain === 'study'
      ? await doneBetween(
          chains.db,
          chains.study,
          { ...sought, role, kind, actors, subjects },
          { before: /^\d{1,18}$/.test(after) ? after : undefined, limit: limit + 1 },
        )
      : await fromVault(chains, { ...asked, subjects, actors: actors ?? [] }, after, limit + 1)
  const rows = found.slice(0, limit)
  return { rows: await told(chains, rows), next: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
}

/** The moments of the vault are sealed: all that was done in those months is opened to put it in order. */
async function fromVault(
  { vault, study }: Chains,
  asked: Asked & { readonly subjects?: readonly string[] | undefined; readonly actors: readonly string[] },
  after: string,
  limit: number,
): Promise<Entry[]> {
  const { role, kind, actors } = asked
  const all = await trailBetween(vault, study.id, asked)
  const meant = all.filter((one) => {
    if (kind) return one.actor.split(':')[0] === kind
    return role === undefined || (one.role ?? (actors.includes(one.actor) ? role : null)) === role
  })
  meant.sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
  const place = meant.findIndex(({ id }) => id === after)
  return meant.slice(place + 1, place + 1 + limit).map(entryOf)
}

const entryOf = ({ role, origin, details, day, ...entry }: TrailEntry): Entry => ({
  ...entry,
  day: day as Entry['day'],
  role: role ?? null,
  origin: origin ?? null,
  details: details ?? {},
})

async function told({ vault, db, study }: Chains, rows: readonly Entry[]): Promise<Line[]> {
  const ids = [...new Set(rows.flatMap(({ subjectId }) => subjectId ?? []))]
  const actors = rows.map(({ actor }) => actor)
  const [who, whom] = await Promise.all([actorsOf(vault, actors), pseudonymsOf(db, study, ids)])
  return rows.map(({ id, at, day, verb, actor, role, origin, subjectId, details }) => ({
    ...{ id, at, day, verb, role, origin },
    who: who.get(actor) ?? { kind: 'gone' },
    whom: whom.get(subjectId ?? '') ?? '',
    details: Object.entries(details)
      .flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))
      .join(', '),
  }))
}
