import { now } from '../../platform/clock'
import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import type { AlarmKind } from '../../protocol/alarms'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'

/** An alarm that stands or stood. */
export type Alarm = {
  readonly id: string
  readonly studyId: string | null
  readonly kind: AlarmKind
  /** Messages, differences, or hours of silence. */
  readonly amount: number
  readonly raisedAt: Date
  readonly toldAt: Date | null
  readonly endedAt: Date | null
}

/**
 * Raises an alarm of a study. Refused (`already_done`) when one of that kind stands: it keeps its day and takes the amount
 * of now, without an entry, since amounts move by the minute.
 */
export async function raiseAlarm(
  db: StudyDb,
  occasion: Occasion,
  { kind, amount }: { readonly kind: AlarmKind; readonly amount: number },
): Promise<Result<null>> {
  const { study } = occasion
  const standing = await db.alarm.updateMany({ where: { studyId: study.id, kind, endedAt: null }, data: { amount } })
  if (standing.count > 0) return refuse('already_done')
  const what = { verb: 'raise_alarm', subject: 'study', subjectId: study.id, details: { kind, amount } }
  return change(db, occasion, what, async (tx) => {
    const written = await tx.$executeRaw`
      INSERT INTO study.alarm (id, study_id, kind, raised_at, amount)
      VALUES (${newId()}::uuid, ${study.id}::uuid, ${kind}, ${now()}::timestamptz, ${amount})
      ON CONFLICT DO NOTHING`
    return written > 0 ? done(null) : refuse('already_done')
  })
}

/** Ends the alarm of a kind; refused (`already_done`) when none stands. */
export async function endAlarm(db: StudyDb, occasion: Occasion, kind: AlarmKind): Promise<Result<null>> {
  const { study } = occasion
  const standing = { studyId: study.id, kind, endedAt: null }
  if ((await db.alarm.count({ where: standing })) === 0) return refuse('already_done')
  return change(
    db,
    occasion,
    { verb: 'end_alarm', subject: 'study', subjectId: study.id, details: { kind } },
    async (tx) => {
      const { count } = await tx.alarm.updateMany({ where: standing, data: { endedAt: now() } })
      return count > 0 ? done(null) : refuse('already_done')
    },
  )
}

/**
 * Takes it upon the caller to tell of an alarm, which was looked at just now: only one of several processes gets it. False
 * when another did, or when it ended meanwhile.
 */
export async function claimTelling(db: StudyDb, occasion: Occasion, alarm: Alarm): Promise<boolean> {
  const what = { verb: 'tell_alarm', subject: 'alarm', subjectId: alarm.id, details: { kind: alarm.kind } }
  const told = await change(db, occasion, what, async (tx) => {
    const { count } = await tx.alarm.updateMany({
      where: { id: alarm.id, toldAt: alarm.toldAt, endedAt: null },
      data: { toldAt: now() },
    })
    return count > 0 ? done(null) : refuse('already_done')
  })
  return told.ok
}

/** Nobody was reached: as if it was told at another moment, so that its turn comes sooner. */
export async function tellAgain(db: StudyDb, alarmId: string, told: Date): Promise<void> {
  await db.alarm.updateMany({ where: { id: alarmId, endedAt: null }, data: { toldAt: told } })
}

/** The alarms of a study, those that stand first and then the newest; `limit` of those that are over. */
export async function alarmsOf(db: StudyDb, studyId: string, limit: number): Promise<Alarm[]> {
  const [standing, over] = await Promise.all([
    db.alarm.findMany({ where: { studyId, endedAt: null }, orderBy: { raisedAt: 'desc' } }),
    db.alarm.findMany({ where: { studyId, NOT: { endedAt: null } }, orderBy: { raisedAt: 'desc' }, take: limit }),
  ])
  return [...standing, ...over].map((row) => ({ ...row, kind: row.kind as AlarmKind }))
}
