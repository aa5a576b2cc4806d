import { now } from '../app/platform/clock'
import type { StudyDb } from '../app/platform/database'
import { log } from '../app/platform/log'
import type { Occasion, StudyRef } from '../app/platform/occasion'
import type { AlarmKind } from '../app/protocol/alarms'
import { hoursSilent, hoursWithoutBackup, lateBefore } from '../app/protocol/late'
import type { Sending } from '../app/protocol/sending'
import { clockOf } from '../app/records/clock'
import { pausedUntil } from '../app/records/ledger/stopped'
import { type Alarm, alarmsOf, claimTelling, endAlarm, raiseAlarm, tellAgain } from '../app/records/running/alarms'
import { lastOfEach, WELL_DONE } from '../app/records/running/backups'
import { mailStanding } from '../app/records/running/mail-standing'
import { lastRuns } from '../app/records/running/runs'
import { beganAt, studies } from '../app/records/studies'
import { byCalendar } from './every-study'
import { oneByOne } from './one-by-one'

/** What a lookout needs: the ledger and when it may send, and a way to tell somebody (none: the log only). */
export type Lookout = {
  readonly study: StudyDb
  readonly sending: Sending
  /** Whether back-ups are to be made here by night. */
  readonly backups?: boolean
  readonly tell?: ((study: StudyRef, alarm: Alarm) => Promise<void>) | undefined
}

const HOUR_MS = 3_600_000
/** One that stands is told once, and again each day; where nobody was reached, again in an hour. */
const TELL_EVERY_MS = 24 * HOUR_MS
const TRY_AGAIN_MS = HOUR_MS

/**
 * Looks how each study fares that goes by the calendar: mail that should have left, a server that refuses it, and recurring
 * work that was not done. Raises and ends the alarms of those, and tells of every one that stands and was not told of
 * today. A study whose days are played has no hours to keep.
 */
export async function lookOut(lookout: Lookout): Promise<void> {
  const { study: db } = lookout
  const one = async (study: StudyRef) => {
    const today = byCalendar(await clockOf(db, study.id))
    if (!today) return
    const occasion: Occasion = { study, actor: 'system', today }
    const before = lateBefore(lookout.sending, today, now())
    await lookAtMail(db, occasion, before)
    await lookAtRuns(lookout, occasion)
    await lookAtBackups(lookout, occasion)
    for (const alarm of await alarmsOf(db, study.id, 0)) {
      // at night and on a day of rest nothing may leave: nobody is called for what then waits
      if (before || alarm.kind !== 'mail_late') await tellOf(lookout, occasion, alarm)
    }
  }
  await oneByOne(await studies(db), one, 'looking for alarms')
}

/** While it cannot be said whether mail is late, an alarm stays as it is; once nothing waits any more it ends. */
async function lookAtMail(db: StudyDb, occasion: Occasion, before: Date | null): Promise<void> {
  const { waiting, late } = await mailStanding(db, occasion, before)
  if (before || waiting === 0) await stand(db, occasion, 'mail_late', late)
  // until a message got through again, or none is left that was refused
  await stand(db, occasion, 'mail_stopped', (await pausedUntil(db, occasion.study.id)) ? 1 : 0)
}

async function lookAtRuns({ study: db }: Lookout, occasion: Occasion): Promise<void> {
  const { id } = occasion.study
  const hours = hoursSilent(await lastRuns(db, id), await beganAt(db, id), now())
  await stand(db, occasion, 'worker_silent', hours ?? 0)
}

/** Where nobody wants back-ups by night, nobody misses them. */
async function lookAtBackups({ study: db, backups = false }: Lookout, occasion: Occasion): Promise<void> {
  const { made, drill } = await lastOfEach(db)
  const hours = backups ? hoursWithoutBackup(made?.at ?? null, await beganAt(db, occasion.study.id), now()) : null
  await stand(db, occasion, 'backup_old', hours ?? 0)
  await stand(db, occasion, 'drill_failed', backups && drill && !WELL_DONE.includes(drill.outcome) ? 1 : 0)
}

/** An alarm stands while there is something to count. */
async function stand(db: StudyDb, occasion: Occasion, kind: AlarmKind, amount: number): Promise<void> {
  if (amount > 0) await raiseAlarm(db, occasion, { kind, amount })
  else await endAlarm(db, occasion, kind)
}

async function tellOf({ study: db, tell }: Lookout, occasion: Occasion, alarm: Alarm): Promise<void> {
  const { kind, amount, raisedAt, toldAt } = alarm
  const at = now()
  if (toldAt && at.getTime() - toldAt.getTime() < TELL_EVERY_MS) return
  if (!(await claimTelling(db, occasion, alarm))) return
  log.error({ alarm: kind, study: occasion.study.code, amount, since: raisedAt }, 'an alarm stands')
  try {
    await tell?.(occasion.study, alarm)
  } catch (error) {
    log.error({ alarm: kind, err: error }, 'nobody could be told of an alarm')
    await tellAgain(db, alarm.id, new Date(at.getTime() - TELL_EVERY_MS + TRY_AGAIN_MS))
  }
}

/** Looks out every so often until it is closed; a look that takes long is not begun twice. */
export function keepLookout(lookout: Lookout, everyMs: number): { readonly close: () => Promise<void> } {
  let looking: Promise<void> | undefined
  const look = () => {
    looking ??= lookOut(lookout)
      .catch((error: unknown) => log.error({ err: error }, 'the alarms could not be looked for'))
      .finally(() => {
        looking = undefined
      })
  }
  const timer = setInterval(look, everyMs)
  return {
    close: async () => {
      clearInterval(timer)
      await looking
    },
  }
}
