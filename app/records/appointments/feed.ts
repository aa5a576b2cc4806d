import type { StudyDb } from '../../platform/database'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { linkHash } from '../../platform/personal-link'
import { randomBytes } from '../../platform/random'
import { addDays, type Day, fromColumn, toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { todayOf } from '../clock'
import { studyById } from '../studies'

const TOKEN_BYTES = 24

/**
 * A new address at which a calendar finds the appointments of one interviewer; the one before opens nothing any more. Only its
 * hash is kept, so it is shown once. Refused for an unknown code. Gives what makes the address.
 */
export function issueFeed(db: StudyDb, occasion: Occasion, code: string): Promise<Result<{ token: string }>> {
  const { study, today } = occasion
  const token = Buffer.from(randomBytes(TOKEN_BYTES)).toString('base64url')
  return change(db, occasion, about('issue_feed', code), async (tx) => {
    const there = await tx.interviewer.count({ where: { studyId: study.id, code, endedOn: null } })
    if (there === 0) return refuse('unknown_interviewer', { field: 'code' })
    await tx.calendarFeed.updateMany({ where: live(study, code), data: { revokedOn: toColumn(today) } })
    const data = { hash: linkHash(token), studyId: study.id, interviewer: code, issuedOn: toColumn(today) }
    await tx.calendarFeed.createMany({ data })
    return done({ token })
  })
}

/** The address opens nothing any more. Refused when there is none. */
export function revokeFeed(db: StudyDb, occasion: Occasion, code: string): Promise<Result<null>> {
  const { study, today } = occasion
  return change(db, occasion, about('revoke_feed', code), async (tx) => {
    const { count } = await tx.calendarFeed.updateMany({
      where: live(study, code),
      data: { revokedOn: toColumn(today) },
    })
    return count === 0 ? refuse('over_already') : done(null)
  })
}

/** Since when an interviewer has such an address; null without one. */
export async function feedOf(db: StudyDb, study: StudyRef, code: string): Promise<Day | null> {
  const row = await db.calendarFeed.findFirst({ where: live(study, code), select: { issuedOn: true } })
  return row && fromColumn(row.issuedOn)
}

const about = (verb: string, code: string) => ({ verb, subject: 'interviewer', details: { code } })
const live = ({ id }: StudyRef, code: string) => ({ studyId: id, interviewer: code, revokedOn: null })

/** One interview in the calendar of an interviewer: when and where, by the pair's pseudonym. Nobody's name. */
export type FeedEntry = {
  /** The same for a case at a wave, however often it is moved. */
  readonly uid: string
  /** Grows each time that it is moved. */
  readonly seq: number
  readonly on: Day
  readonly at: number | null
  readonly minutes: number
  readonly location: string
  readonly room: string | null
  readonly pseudonym: string
  readonly wave: string
  /** Taken back, or somebody else's by now. */
  readonly cancelled: boolean
  /** The day on which it last changed. */
  readonly changedOn: Day
}

const PAST_DAYS = 30

/** The interviews behind an address, from thirty days back on; null when it opens nothing (any more). */
export async function feedBehind(db: StudyDb, token: string): Promise<{ code: string; entries: FeedEntry[] } | null> {
  const feed = await db.calendarFeed.findUnique({ where: { hash: linkHash(token) } })
  if (!feed || feed.revokedOn) return null
  const { studyId, interviewer: code } = feed
  const works = await db.interviewer.count({ where: { studyId, code, endedOn: null } })
  if (works === 0) return null
  const study = await studyById(db, studyId)
  const from = addDays(await todayOf(db, study.id), -PAST_DAYS)
  return { code, entries: await entriesOf(db, { studyId, code, from }) }
}

/** Of each case and wave the last row that was this interviewer's; it was moved on when a later one is somebody else's. */
async function entriesOf(
  db: StudyDb,
  { studyId, code, from }: { readonly studyId: string; readonly code: string; readonly from: Day },
): Promise<FeedEntry[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT first.id AS uid, last.seq AS "lastSeq", own."on", own.at, own.minutes, own.location, m.name AS room, d.pseudonym,
           own.wave, own.state, own."changedOn"
      FROM (SELECT DISTINCT ON (a.registration_id, a.wave) a.registration_id, a.wave, a.seq, a.on_day AS "on", a.at_minute AS at,
                   a.minutes, a.location, a.room_id, a.state, coalesce(a.ended_on, a.planned_on) AS "changedOn"
              FROM study.appointment a
             WHERE a.study_id = ${studyId}::uuid AND a.interviewer = ${code}
             ORDER BY a.registration_id, a.wave, a.seq DESC) own
      JOIN study.appointment first ON first.registration_id = own.registration_id AND first.wave = own.wave AND first.seq = 1
      JOIN LATERAL (SELECT max(l.seq) AS seq FROM study.appointment l
                     WHERE l.registration_id = own.registration_id AND l.wave = own.wave) last ON true
      JOIN study.dyad d ON d.registration_id = own.registration_id
      LEFT JOIN study.room m ON m.id = own.room_id
     WHERE own."on" >= ${toColumn(from)}
     ORDER BY own."on", own.at NULLS FIRST, uid`
  return rows.map(({ on, changedOn, lastSeq, state, ...row }) => {
    const cancelled = state === 'cancelled' || state === 'moved'
    // taken back is a version of its own, and so is what is planned after that
    const seq = 2 * lastSeq + Number(cancelled)
    return { ...row, seq, on: fromColumn(on), cancelled, changedOn: fromColumn(changedOn) }
  })
}

type Row = Omit<FeedEntry, 'seq' | 'on' | 'changedOn' | 'cancelled'> & {
  readonly on: Date
  readonly changedOn: Date
  readonly lastSeq: number
  readonly state: string
}
