import { pendingErrands } from '../app/identity/errands'
import { clearRanOut, forgetKey, forgetNames, keyStands, namedAmong, ranOut } from '../app/identity/retention'
import { uploadsOver } from '../app/identity/uploads'
import type { Occasion } from '../app/platform/occasion'
import { addDays, type Day } from '../app/protocol/day'
import { RETAINED, type Retained } from '../app/protocol/retained'
import { ANNOUNCED_DAYS, GOES, type NamesKind } from '../app/protocol/retention'
import { eraseRegisterFile, registerFilesOver } from '../app/records/retention/register-files'
import { type Announced, announcedLongEnough, type Notice, noteReport } from '../app/records/retention/report'
import type { Desk } from './desk'
import { runErrands } from './errands'
import { endOldFiles } from './imports/run'
import { type Item, keyDueOn, type Terms, termsOf } from './terms'

/** Names at once: one transaction and one entry in the audit each. */
const BATCH = 200

/** A kind in the report: `due` and `soon` are null for what no job deletes. */
export type ReportLine = {
  readonly kind: Retained
  readonly goes: (typeof GOES)[Retained]
  readonly due: number | null
  readonly soon: number | null
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
  if (kind === 'refused_rows') return { due: (await pendingErrands(desk.vault, study.id)).errands.length, soon: 0 }
  if (kind === 'uploaded_files') return { due: await uploadsOver(desk.vault, study.id), soon: 0 }
  if (kind === 'register_files') return eventsDue(desk, occasion)
  if (!(kind in terms)) return { due: null, soon: null }
  const there = await stillThere(desk, terms[kind as NamesKind], addDays(today, ANNOUNCED_DAYS))
  const due = there.filter((item) => item.due <= today).length
  return { due, soon: there.length - due }
}

/** Events of the register that go on the day, and within the days of its announcement, as their files say. */
async function eventsDue({ study: db }: Desk, { study, today }: Occasion) {
  const files = await registerFilesOver(db, study.id, addDays(today, ANNOUNCED_DAYS))
  const count = (those: typeof files) => those.reduce((sum, { events }) => sum + events, 0)
  const due = count(files.filter((file) => file.due <= today))
  return { due, soon: count(files) - due }
}

/** Who stands in a report of the occasion's day: whose name, or which file's events, go then or within the days of its announcement. */
async function noticesOf(desk: Desk, occasion: Occasion, terms: Terms): Promise<Notice[]> {
  const until = addDays(occasion.today, ANNOUNCED_DAYS)
  const notices: Notice[] = []
  for (const kind of Object.keys(terms) as NamesKind[])
    notices.push(...(await stillThere(desk, terms[kind], until)).map(({ id }) => ({ kind, subjectId: id })))
  const files = await registerFilesOver(desk.study, occasion.study.id, until)
  notices.push(...files.map(({ importId }) => ({ kind: 'register_files' as const, subjectId: importId })))
  const key = await keyDueOn(desk.study, occasion, terms)
  const soon = key !== null && key <= until && (await keyStands(desk.vault, clientsOf(terms)))
  return soon ? [...notices, { kind: 'key', subjectId: occasion.study.id }] : notices
}

/** Whether somebody (or with `key` the study) may go now. */
type May = (kind: Notice['kind'], id: string) => boolean

/**
 * Deletes what is due (§6) and gives how many of each kind. `announced`: writes the day's report first, with who stands in
 * it, and takes out only the names of those who stood in the report of a week ago and in every one since, and are due
 * by the facts of now; else everything that is due by the occasion's day. Stopped or killed, the next run goes on: what is
 * due follows from what is still there.
 */
export async function retain(
  desk: Desk,
  occasion: Occasion,
  { announced }: { readonly announced: boolean },
): Promise<Record<string, number>> {
  const { study: db } = desk
  const done: Record<string, number> = {}
  const terms = await termsOf(db, occasion)
  if (announced) {
    const lines = await retentionReport(desk, occasion)
    const kinds = lines.filter((line): line is typeof line & Announced => line.due !== null).map(counted)
    await noteReport(db, occasion, { kinds, notices: await noticesOf(desk, occasion, terms) })
  }
  const long = announced ? await announcedLongEnough(db, occasion.study, occasion.today) : null
  const may: May = (kind, id) => long === null || (long.get(kind)?.has(id) ?? false)
  for (const kind of Object.keys(terms) as NamesKind[]) done[kind] = await forget(desk, occasion, kind, terms, may)
  done.register_files = await eraseFiles(desk, occasion, may)
  done.key = may('key', occasion.study.id) ? await forgetFinished(desk, occasion, terms) : 0
  done.refused_rows = await runErrands(desk, occasion)
  done.uploaded_files = await endOldFiles(desk, occasion)
  done.sessions = await clearRanOut(desk.vault)
  return done
}

const counted = ({ kind, due, soon }: Announced): Announced => ({ kind, due, soon })

async function forget(desk: Desk, occasion: Occasion, kind: NamesKind, terms: Terms, may: May): Promise<number> {
  const there = (await stillThere(desk, terms[kind], occasion.today)).filter(({ id }) => may(kind, id))
  let count = 0
  for (let from = 0; from < there.length && !desk.stop?.aborted; from += BATCH) {
    const ids = there.slice(from, from + BATCH).map(({ id }) => id)
    const gone = await forgetNames(desk.vault, occasion, { whom: terms[kind].whom, kind, ids })
    if (gone.ok) count += gone.value
  }
  return count
}

/** Erases what files of the register told whose day is there. Gives how many events went. */
async function eraseFiles(desk: Desk, occasion: Occasion, may: May): Promise<number> {
  let count = 0
  for (const { importId } of await registerFilesOver(desk.study, occasion.study.id, occasion.today)) {
    if (desk.stop?.aborted || !may('register_files', importId)) continue
    const gone = await eraseRegisterFile(desk.study, occasion, importId)
    if (gone.ok) count += gone.value
  }
  return count
}

/** The key goes when the study is finished (§6) and no name is left. Gives how many rows of it went. */
async function forgetFinished(desk: Desk, occasion: Occasion, terms: Terms): Promise<number> {
  const { today } = occasion
  const due = await keyDueOn(desk.study, occasion, terms)
  if (!due || due > today) return 0
  for (const kind of Object.keys(terms) as NamesKind[])
    if ((await stillThere(desk, terms[kind], today)).length > 0) return 0
  if (!(await keyStands(desk.vault, clientsOf(terms)))) return 0
  const gone = await forgetKey(desk.vault, occasion)
  return gone.ok ? gone.value : 0
}

const clientsOf = (terms: Terms): string[] =>
  [...terms.names_never_took_part.items, ...terms.names_of_participants.items].map(({ id }) => id)
