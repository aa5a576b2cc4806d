import { now } from '../app/platform/clock'
import type { StudyDb } from '../app/platform/database'
import { log } from '../app/platform/log'
import type { StudyRef } from '../app/platform/occasion'
import type { QueueDesk } from '../app/platform/queue-sight'
import { ALARM_KINDS } from '../app/protocol/alarms'
import { todayOf } from '../app/records/clock'
import { alarmsOf } from '../app/records/running/alarms'
import { lastOfEach, WELL_DONE } from '../app/records/running/backups'
import { mailStanding } from '../app/records/running/mail-standing'
import { lastRuns } from '../app/records/running/runs'
import { workDue } from '../app/records/running/work-due'
import { studies } from '../app/records/studies'

type Sample = { readonly labels: Readonly<Record<string, string>>; readonly value: number }

/** What a monitor can read, each with what it says. */
const MEASURES = {
  koppel_work_due: 'Pieces of work that are due or overdue today.',
  koppel_mail_planned: 'Messages that wait to be sent, of today and of later days.',
  koppel_mail_sent: 'Messages that a mail server took.',
  koppel_mail_failed: 'Messages that did not arrive or came back.',
  koppel_mail_oldest_unsent_seconds: 'For how long the oldest message could have left; 0 when none waits.',
  koppel_sweep_age_seconds: 'Since when the round of the day was last done.',
  koppel_alarms: 'Alarms that stand.',
  koppel_backup_age_seconds: 'Since when the last back-up was made; missing while there was none.',
  koppel_drill_age_seconds: 'Since when a restore was last tried; missing while none was.',
  koppel_drill_ok: 'Whether the last trial of a restore went well: 1 or 0.',
  koppel_queue_jobs: 'Jobs in the queue; missing while it cannot be reached.',
} as const
type Measure = keyof typeof MEASURES

/** How the installation fares, in the text format of Prometheus (0.0.4). Studies by code; of nobody in them. */
export async function measures(db: StudyDb, queue: QueueDesk): Promise<string> {
  const samples: Record<Measure, Sample[]> = {
    koppel_work_due: [],
    koppel_mail_planned: [],
    koppel_mail_sent: [],
    koppel_mail_failed: [],
    koppel_mail_oldest_unsent_seconds: [],
    koppel_sweep_age_seconds: [],
    koppel_alarms: [],
    ...(await backupSamples(db)),
    koppel_queue_jobs: await queueSamples(queue),
  }
  for (const study of await studies(db)) await ofStudy(db, study, samples)
  return (Object.keys(MEASURES) as Measure[]).map((name) => lines(name, samples[name])).join('')
}

async function backupSamples(db: StudyDb) {
  const { made, drill } = await lastOfEach(db)
  const of = (value: number | null | undefined): Sample[] => (typeof value === 'number' ? [{ labels: {}, value }] : [])
  return {
    koppel_backup_age_seconds: of(made && secondsSince(made.at)),
    koppel_drill_age_seconds: of(drill && secondsSince(drill.at)),
    koppel_drill_ok: of(drill && Number(WELL_DONE.includes(drill.outcome))),
  }
}

async function queueSamples(queue: QueueDesk): Promise<Sample[]> {
  try {
    const { counts } = await queue.sight()
    return Object.entries(counts).map(([state, value]) => ({ labels: { state }, value }))
  } catch (error) {
    log.warn({ err: error }, 'the queue could not be measured')
    return []
  }
}

async function ofStudy(db: StudyDb, study: StudyRef, samples: Record<Measure, Sample[]>): Promise<void> {
  const on = { study, today: await todayOf(db, study.id) }
  const [due, mail, runs, alarms] = await Promise.all([
    workDue(db, on),
    mailStanding(db, on),
    lastRuns(db, study.id),
    alarmsOf(db, study.id, 0),
  ])
  const labels = { study: study.code }
  const { planned = 0, sending = 0, sent = 0, failed = 0 } = mail.states
  const sweep = runs.find(({ job }) => job === 'daily-sweep')
  samples.koppel_work_due.push({ labels, value: due })
  samples.koppel_mail_planned.push({ labels, value: planned + sending })
  samples.koppel_mail_sent.push({ labels, value: sent })
  samples.koppel_mail_failed.push({ labels, value: failed })
  samples.koppel_mail_oldest_unsent_seconds.push({ labels, value: mail.oldest ? secondsSince(mail.oldest) : 0 })
  if (sweep) samples.koppel_sweep_age_seconds.push({ labels, value: secondsSince(sweep.at) })
  for (const kind of ALARM_KINDS) {
    const value = alarms.filter((one) => one.kind === kind).length
    samples.koppel_alarms.push({ labels: { ...labels, kind }, value })
  }
}

const secondsSince = (moment: Date) => Math.max(0, Math.round((now().getTime() - moment.getTime()) / 1000))

function lines(name: Measure, samples: readonly Sample[]): string {
  const said = samples.map(({ labels, value }) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`)
    return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}\n`
  })
  return `# HELP ${name} ${MEASURES[name]}\n# TYPE ${name} gauge\n${said.join('')}`
}

const escaped = (text: string) => text.replace(/[\\"\n]/g, (one) => (one === '\n' ? '\\n' : `\\${one}`))
