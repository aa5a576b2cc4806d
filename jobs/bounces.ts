import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bounce, readBounce } from '../app/mail/bounces/bounce'
import { type Mark, messagesOf } from '../app/mail/bounces/mailbox'
import { log } from '../app/platform/log'
import { todayOf } from '../app/records/clock'
import { bounceMail, studiesOfMail } from '../app/records/ledger/bounced'
import { studyById } from '../app/records/studies'
import type { Desk } from './desk'
import { noteForAll } from './every-study'

/** The mailbox of an installation; how far it was read stands in its home. */
export const bouncesAt = (mailbox: string, home: string): NonNullable<Desk['bounces']> => ({
  mailbox,
  remembered: join(home, 'bounces.json'),
})

/** What a mailbox held. */
type BouncesRead = {
  readonly messages: number
  /** Of ours, and known from now on to have come back. */
  readonly bounced: number
  /** Of ours, and known before. */
  readonly known: number
  /** Of ours, and only later than thought, or arrived after all. */
  readonly passing: number
  /** Reports about something that has an id like ours and is in no ledger: a code, or of another installation. */
  readonly unknown: number
  /** Answers, holidays, spam. */
  readonly other: number
  readonly unreadable: number
}

const BATCH = 200

/**
 * Reads the messages of a mailbox from a mark on, and writes down which of ours came back. Gives what was in it and up to
 * where it was read. Of a message nothing is kept but the status; reading it again changes nothing.
 */
export async function takeBounces(
  { study: db, stop }: Pick<Desk, 'study' | 'stop'>,
  mailbox: string,
  from: Mark | null,
): Promise<{ readonly read: BouncesRead; readonly mark: Mark | null }> {
  const read = { messages: 0, bounced: 0, known: 0, passing: 0, unknown: 0, other: 0, unreadable: 0 }
  let batch: Bounce[] = []
  let mark = from
  const settle = async () => {
    const came = await settleBatch(db, batch)
    read.bounced += came.bounced
    read.known += came.known
    read.unknown += came.unknown
    batch = []
  }
  for await (const found of messagesOf(mailbox, from)) {
    if (stop?.aborted) break
    read.messages++
    mark = found.mark
    // a message that is made to break a reader breaks nothing here
    const bounce = await readBounce(found.raw).catch(() => undefined)
    if (bounce === undefined) read.unreadable++
    else if (!bounce) read.other++
    else if (!bounce.permanent) read.passing++
    else if (batch.push(bounce) === BATCH) await settle()
  }
  await settle()
  // of a folder the order says nothing: only a whole reading counts
  return { read, mark: stop?.aborted ? from : mark }
}

async function settleBatch(db: Desk['study'], batch: readonly Bounce[]) {
  const came = { bounced: 0, known: 0, unknown: 0 }
  const studies = await studiesOfMail(
    db,
    batch.map(({ messageId }) => messageId),
  )
  for (const id of new Set(studies.values())) {
    const theirs = batch.filter(({ messageId }) => studies.get(messageId) === id)
    const occasion = { study: await studyById(db, id), actor: 'system', today: await todayOf(db, id) }
    const noted = await bounceMail(db, occasion, theirs)
    came.bounced += noted.ok ? noted.value : 0
    came.known += theirs.length - (noted.ok ? noted.value : 0)
  }
  came.unknown = batch.filter(({ messageId }) => !studies.has(messageId)).length
  return came
}

/**
 * The recurring job: goes on where the last reading ended. Gives what it wrote to the log, null when there was nothing new to
 * say: the last messages come again each time. Throws when the mailbox cannot be read.
 */
export async function readBounces(desk: Desk): Promise<BouncesRead | null> {
  if (!desk.bounces) return null
  const { mailbox, remembered } = desk.bounces
  const before = await recall(remembered)
  const { read, mark } = await takeBounces(desk, mailbox, before)
  if (mark) await remember(remembered, mark)
  await noteForAll(desk, 'read-bounces')
  const moved = JSON.stringify(mark) !== JSON.stringify(before)
  if (!moved || read.bounced + read.unknown + read.unreadable === 0) return null
  log.info({ job: 'read-bounces', ...read })
  return read
}

/** The mark of the last reading; one that is lost or damaged costs a whole reading. */
async function recall(file: string): Promise<Mark | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Mark
  } catch {
    return null
  }
}

async function remember(file: string, mark: Mark): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(mark), { mode: 0o600 })
  await rename(`${file}.new`, file)
}
