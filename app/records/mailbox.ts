import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import { type Day, fromColumn } from '../protocol/day'

/** A message in the demo's mailbox: for which pseudonym, on which day. */
export type MailboxLine = {
  readonly id: string
  readonly pseudonym: string
  readonly day: Day
  readonly subject: string
}
export type MailboxMessage = MailboxLine & { readonly text: string }

const SHOWN = { id: true, pseudonym: true, day: true, subject: true } as const

/** The demo's messages to supervisors or to whoever coordinates, newest first, a page at a time; `next` begins the page after, null when there is none. */
export async function demoMessages(
  db: StudyDb,
  study: StudyRef,
  { staff, after, limit }: { readonly staff: boolean; readonly after?: string | null; readonly limit: number },
): Promise<{ items: MailboxLine[]; next: string | null }> {
  const last = after ? await db.demoMessage.findFirst({ where: { id: after, studyId: study.id }, select: SHOWN }) : null
  const rows = await db.demoMessage.findMany({
    where: {
      studyId: study.id,
      pseudonym: staff ? '' : { not: '' },
      ...(last && { OR: [{ day: { lt: last.day } }, { day: last.day, id: { lt: last.id } }] }),
    },
    orderBy: [{ day: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: SHOWN,
  })
  const items = rows.slice(0, limit).map((row) => ({ ...row, day: fromColumn(row.day) }))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** One message of the demo's mailbox; null when it is not there or belongs to another study. */
export async function demoMessage(db: StudyDb, study: StudyRef, id: string): Promise<MailboxMessage | null> {
  const row = await db.demoMessage.findFirst({ where: { id, studyId: study.id }, select: { ...SHOWN, text: true } })
  return row && { ...row, day: fromColumn(row.day) }
}
