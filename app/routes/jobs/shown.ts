import type { AppLoadContext } from '@remix-run/node'
import type { Language } from '../../i18n/language'
import { wallMoment } from '../../i18n/moments'
import { log } from '../../platform/log'
import type { Occasion } from '../../platform/occasion'
import { ALARMS } from '../../protocol/alarms'
import { alarmsOf } from '../../records/running/alarms'
import { backupRuns } from '../../records/running/backups'
import { mailStanding } from '../../records/running/mail-standing'
import { lastRuns } from '../../records/running/runs'

const EARLIER_ALARMS = 20
const LAST_BACKUPS = 7

/** All that the page shows: the queue (null when it cannot be reached), what recurs, the alarms and the mail of the study. */
export async function shown({ databases, queue }: AppLoadContext, occasion: Occasion, language: Language) {
  const db = databases.study
  const at = (moment: Date) => wallMoment(language, moment.toISOString())
  const [sight, runs, alarms, mail, backups] = await Promise.all([
    queue.sight().catch((error: unknown) => {
      log.warn({ err: error }, 'the queue could not be looked at')
      return null
    }),
    lastRuns(db, occasion.study.id),
    alarmsOf(db, occasion.study.id, EARLIER_ALARMS),
    mailStanding(db, occasion),
    backupRuns(db, LAST_BACKUPS),
  ])
  const told = alarms.map(({ id, kind, amount, raisedAt, endedAt }) => ({
    id,
    what: ALARMS[kind].what(amount)[language],
    look: ALARMS[kind].look[language],
    since: at(raisedAt),
    until: endedAt && at(endedAt),
  }))
  const run = (name: string) => runs.find(({ job }) => job === name)
  const names = new Set(
    [...(sight?.timetable ?? []), ...runs.map(({ job: name }) => ({ name }))].map(({ name }) => name),
  )
  const next = (name: string) => sight?.timetable.find((one) => one.name === name)?.next ?? null
  return {
    alarms: told.filter(({ until }) => until === null),
    earlier: told.filter(({ until }) => until !== null),
    counts: sight?.counts ?? null,
    failed: sight?.failed.map(({ failedAt, ...one }) => ({ ...one, failedAt: failedAt && at(failedAt) })) ?? [],
    active: sight?.active.map(({ since, ...one }) => ({ ...one, since: since && at(since) })) ?? [],
    timetable: [...names].sort().map((name) => {
      const [last, coming] = [run(name), next(name)]
      return { name, next: coming && at(coming), last: last ? at(last.at) : null, day: last?.day ?? null }
    }),
    backups: backups.map(({ kind, outcome, bytes, ...run }) => ({ kind, outcome, bytes, at: at(run.at) })),
    mail: { states: mail.states, waiting: mail.waiting },
  }
}

export type Shown = Awaited<ReturnType<typeof shown>>
