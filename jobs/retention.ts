import { pendingErrands } from '../app/identity/errands'
import {
  clearRanOut,
  forgetKey,
  forgetNames,
  keyStands,
  namedAmong,
  ranOut,
  type Whom,
} from '../app/identity/retention'
import type { Occasion } from '../app/platform/occasion'
import { addDays, type Day } from '../app/protocol/day'
import { ANNOUNCED_DAYS, announcedUntil, dueOn, GOES, type NamesKind } from '../app/protocol/retention'
import { RETAINED, type Retained } from '../app/protocol/study'
import { neverTookPart } from '../app/records/never-took-part'
import { type Announced, noteReport, reportedBefore } from '../app/records/retention/report'
import { participantsOver, sizeOf, supervisorsOver } from '../app/records/retention/terms'
import type { Desk } from './desk'
import { runErrands } from './errands'

/** Names at once: one transaction and one entry in the audit each. */
const BATCH = 200

type Item = { readonly id: string; readonly due: Day }
/** What the night's job finds: whose names go when (those that are gone already too), by kind. */
type Terms = Readonly<Record<NamesKind, { readonly whom: Whom; readonly items: readonly Item[] }>>

/** A kind in the report: `due` and `soon` are null for what no job deletes. */
export type ReportLine = {
  readonly kind: Retained
  readonly goes: (typeof GOES)[Retained]
  readonly due: number | null
  readonly soon: number | null
}

async function termsOf(db: Desk['study'], occasion: Occasion): Promise<Terms> {
  const { study } = occasion
  const { retention } = study.protocol
  const [never, participants, supervisors] = await Promise.all([
    neverTookPart(db, occasion, { closedBefore: addDays(occasion.today, 1) }),
    participantsOver(db, study),
    supervisorsOver(db, study),
  ])
  const items = (kind: NamesKind, over: readonly { id: string; overOn: Day }[]) =>
    over.map(({ id, overOn }) => ({ id, due: dueOn(retention[kind], overOn) }))
  const left = never.map(({ clientId, closedOn }) => ({ id: clientId, overOn: closedOn }))
  return {
    names_never_took_part: { whom: 'clients', items: items('names_never_took_part', left) },
    names_of_participants: { whom: 'clients', items: items('names_of_participants', participants) },
    names_of_supervisors: { whom: 'supervisors', items: items('names_of_supervisors', supervisors) },
  }
}

/** Those whose name is still there and due by a day, the first to be due first. */
async function stillThere({ vault }: Desk, { whom, items }: Terms[NamesKind], until: Day): Promise<Item[]> {
  const due = items.filter((item) => item.due <= until)
  const named = await namedAmong(
    vault,
    whom,
    due.map(({ id }) => id),
  )
  return due.filter(({ id }) => named.has(id)).sort((a, b) => (a.due < b.due ? -1 : 1))
}

/** What is due on the occasion's day, and what will be within the days of its announcement, by kind; deletes nothing. */
export async function retentionReport(desk: Desk, occasion: Occasion): Promise<ReportLine[]> {
  const terms = await termsOf(desk.study, occasion)
  const lines: ReportLine[] = []
  for (const kind of RETAINED) {
    const goes = GOES[kind]
    lines.push({ kind, goes, ...(await countsOf(desk, occasion, kind, terms)) })
  }
  return lines
}

async function countsOf(desk: Desk, occasion: Occasion, kind: Retained, terms: Terms) {
  const { today, study } = occasion
  if (kind === 'sessions') return { due: await ranOut(desk.vault), soon: 0 }
  // what a registration left undone is done every minute; one that stands is done by the job
  if (kind === 'refused_rows') return { due: (await pendingErrands(desk.vault, study.id)).length, soon: 0 }
  if (!(kind in terms)) return { due: null, soon: null }
  const there = await stillThere(desk, terms[kind as NamesKind], addDays(today, ANNOUNCED_DAYS))
  const due = there.filter((item) => item.due <= today).length
  return { due, soon: there.length - due }
}

/**
 * Deletes what is due (§6) and gives how many of each kind. `announced`: writes the day's report first, and takes out
 * only the names that stood in one at least seven days old; else everything that is due by the occasion's day. Stopped or
 * killed, the next run goes on: what is due follows from what is still there.
 */
export async function retain(
  desk: Desk,
  occasion: Occasion,
  { announced }: { readonly announced: boolean },
): Promise<Record<string, number>> {
  const { study: db } = desk
  const { study, today } = occasion
  const done: Record<string, number> = {}
  if (announced) {
    const lines = await retentionReport(desk, occasion)
    await noteReport(
      db,
      occasion,
      lines.filter((line): line is typeof line & Announced => line.due !== null).map(counted),
    )
  }
  const until = announced ? announcedUntil(today, await reportedBefore(db, study, today)) : today
  if (until) {
    const terms = await termsOf(db, occasion)
    for (const kind of Object.keys(terms) as NamesKind[]) done[kind] = await forget(desk, occasion, kind, terms, until)
    done.key = await forgetFinished(desk, occasion, terms, until)
  }
  done.refused_rows = await runErrands(desk, occasion)
  done.sessions = await clearRanOut(desk.vault)
  return done
}

const counted = ({ kind, due, soon }: Announced): Announced => ({ kind, due, soon })

async function forget(desk: Desk, occasion: Occasion, kind: NamesKind, terms: Terms, until: Day): Promise<number> {
  const there = await stillThere(desk, terms[kind], until)
  let count = 0
  for (let from = 0; from < there.length && !desk.stop?.aborted; from += BATCH) {
    const ids = there.slice(from, from + BATCH).map(({ id }) => id)
    const gone = await forgetNames(desk.vault, occasion, { whom: terms[kind].whom, kind, ids })
    if (gone.ok) count += gone.value
  }
  return count
}

/**
 * The key goes when the study is finished (§6): everybody's term is over, no name is left, and as long ago as a
 * follow-up takes nobody came in any more. Gives how many rows of it went.
 */
async function forgetFinished(desk: Desk, occasion: Occasion, terms: Terms, until: Day): Promise<number> {
  const { study } = occasion
  const size = await sizeOf(desk.study, study)
  const past = (kind: NamesKind) => terms[kind].items.filter(({ due }) => due <= until).length
  const clients = past('names_never_took_part') + past('names_of_participants')
  if (!size.lastIn || clients < size.clients || past('names_of_supervisors') < size.supervisors) return 0
  const { retention, followUpMonths } = study.protocol
  const follow = { keep: { months: followUpMonths } }
  if (dueOn(retention.names_of_participants, dueOn(follow, size.lastIn)) > until) return 0
  for (const kind of Object.keys(terms) as NamesKind[])
    if ((await stillThere(desk, terms[kind], until)).length > 0) return 0
  const ids = [...terms.names_never_took_part.items, ...terms.names_of_participants.items].map(({ id }) => id)
  if (!(await keyStands(desk.vault, ids))) return 0
  const gone = await forgetKey(desk.vault, occasion)
  return gone.ok ? gone.value : 0
}
