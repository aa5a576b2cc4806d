import { Redis } from 'ioredis'
import { vi } from 'vitest'
import { DEMO_PASSWORD } from '../../../app/identity/accounts'
import { smtpTransport } from '../../../app/mail/smtp'
import { systemToday } from '../../../app/platform/clock'
import type { StudyRef } from '../../../app/platform/occasion'
import { ANY_TIME } from '../../../app/protocol/sending'
import { DEFAULT_STUDY } from '../../../app/protocol/studies/registry'
import { clockOf, todayOf } from '../../../app/records/clock'
import { createStudy, newestStudy } from '../../../app/records/studies'
import { deskOf } from '../../../jobs/desk'
import { type JobName, openQueue } from '../../../jobs/queues'
import { replay } from '../../../jobs/replay/replay'
import { afterwards } from '../../afterwards'
import { type House, openHouse, openWorkroom } from '../../e2e/house'
import { redisServer } from '../../jobs/redis'
import { koppel, koppelHere, ownFolder, type Ran } from '../../koppel/cli'
import { type SmtpPeer, smtpPeer } from '../../mail/smtp-peer'
import { published } from '../../replay/small-cohort'
import { must } from '../../world'
import type { Haystack } from './hunt'
import { lastDays, newcomer } from './last-days'
import { type MarkedCohort, markedCohort } from './marked'
import { ALONE, until } from './pages'
import { keysOf } from './places'

const FROM = 'onderzoek@koppel.example'
const LOUD = { LOG_LEVEL: 'trace' }
const JOBS: readonly JobName[] = ['daily-sweep', 'non-response', 'minute', 'reseal', 'send-codes', 'send-mail']

/** A study that went its whole course, and all that was written or sent on the way. */
export type Course = {
  readonly house: House
  readonly study: StudyRef
  readonly cohort: MarkedCohort
  readonly peer: SmtpPeer
  readonly logs: () => Haystack[]
  readonly commands: readonly Haystack[]
  readonly released: string
  /** What went to and lies in Redis; empty where there is none. */
  readonly redis: () => Promise<Haystack[]>
  readonly redisUrl: string | undefined
}

/** Some who were interviewed and some who never were: their mail goes out in every kind. */
function few(interviewed: number, others: number): (number: string) => boolean {
  const held = published('fieldwork.csv').rows.filter(({ event }) => event === 'interviewed')
  const everHeld = new Set(held.map(({ supervision }) => supervision))
  const never = published('instroom.csv').rows.filter(({ Toezichtnummer }) => !everHeld.has(Toezichtnummer))
  const kept = new Set([
    ...held.slice(0, interviewed).map((row) => row.supervision),
    ...never.slice(0, others).map((row) => row.Toezichtnummer),
  ])
  return (number) => kept.has(number)
}

/** An installation in which the whole cohort was replayed, and what was written and sent until then. */
export type Begun = Pick<Course, 'house' | 'study' | 'cohort' | 'peer' | 'redisUrl'> & {
  /** What `koppel replay` said and how it ended. */
  readonly replayed: Ran
  /** Runs a command in this installation, in this process. */
  readonly command: (...words: string[]) => Promise<Ran>
  readonly commands: Haystack[]
  readonly redis: Course['redis']
}

/** Begins the course: a house, a few people whose mail really goes out, then everybody, by the command line. */
export async function begunCourse(redisProgram: string | null): Promise<Begun> {
  const peer = await smtpPeer()
  afterwards(() => peer.close())
  const redis = redisProgram ? await redisServer(redisProgram) : undefined
  if (redis) afterwards(() => redis.stop())
  const house = await openHouse({ ...LOUD, ...(redis && { REDIS_URL: redis.url }) })
  const { database } = house
  const monitored: string[] = []
  const client = redis && (await listening(redis.url, monitored))

  // a study that goes by the calendar, for whoever comes today; the replayed ones have clocks of their own
  const living = { code: DEFAULT_STUDY, protocol: DEFAULT_STUDY, name: DEFAULT_STUDY, today: systemToday() }
  await createStudy(database.study, { ...living, actor: 'system' })
  const smtp = smtpTransport(peer.url, FROM)
  const mailed = await replay(
    { ...deskOf(database, database, { transport: smtp, sending: ANY_TIME, baseUrl: house.base }) },
    { folder: markedCohort(few(16, 24)).folder, protocol: DEFAULT_STUDY },
  )
  smtp.close?.()
  must(mailed)

  const cohort = markedCohort()
  const commands: Haystack[] = []
  const home = house.env.KOPPEL_HOME ?? ''
  const surroundings = { DATABASE_URL: database.urls.owner, KOPPEL_SECRET: database.secret, ...LOUD }
  for (const [name, value] of Object.entries(surroundings)) vi.stubEnv(name, value)
  const heard = (words: readonly string[], ran: Ran): Ran => {
    commands.push({ where: `koppel ${words[0]}`, text: `${withoutOwnNumbers(ran.stdout)}\n${ran.stderr}` })
    return ran
  }
  const command = async (...words: string[]) => heard(words, await koppelHere([...words, '--home', home]))
  // the longest one as people start it; the others here, where a process does not have to be started for each
  const words = ['replay', cohort.folder, '--json', '--home', home]
  const replayed = heard(words, await koppel(words, surroundings))
  return {
    house,
    study: (await newestStudy(database.study)) as StudyRef,
    cohort,
    peer,
    replayed,
    command,
    commands,
    redis: async () => [
      ...(client ? await keysOf(client) : []),
      { where: 'what Redis was told', text: monitored.join('\n') },
    ],
    redisUrl: redis?.url,
  }
}

/** What the privacy of a whole installation is tried on: after the replay all jobs, all commands, with names that stand out. */
export async function wholeCourse(begun: Begun): Promise<Course> {
  const { house, study, peer } = begun
  await lastDays(house, study)
  await newcomer(house)
  const released = `${ownFolder()}/release`
  const command = async (...words: string[]): Promise<void> => {
    const ran = await begun.command(...words)
    if (ran.code !== 0) throw new Error(`koppel ${words.join(' ')}: ${ran.stdout}${ran.stderr}`)
  }
  const days = ['2011-12-20', '2012-08-01', '2014-03-01']
  await Promise.all([
    command('release', released),
    command('flow', '--json'),
    command('audit', 'verify'),
    command('keys', 'rotate').then(() => command('keys', 'list')),
    ...days.map((on) => command('worklist', '--on', on)),
  ])
  const workers = [await mailingWorker(house, peer), ...(begun.redisUrl ? [await clockWorker(house, study)] : [])]
  return {
    ...begun,
    released,
    logs: () => [
      { where: 'log of the web server', text: house.logged() },
      ...workers.map((logged) => ({ where: 'log of a worker', text: logged() })),
    ],
  }
}

async function listening(url: string, heard: string[]): Promise<Redis> {
  const client = new Redis(url)
  const monitor = await client.monitor()
  monitor.on('monitor', (_at: string, words: string[]) => heard.push(words.join(' ')))
  afterwards(() => {
    monitor.disconnect()
    client.disconnect()
  })
  return client
}

/** A worker on PostgreSQL that sends by SMTP and does every job; one job fails and stays to be looked at. */
async function mailingWorker({ env, database }: House, peer: SmtpPeer): Promise<() => string> {
  const { REDIS_URL: _, ...others } = env
  const surroundings = { ...others, KOPPEL_MODE: 'development', SMTP_URL: peer.url, KOPPEL_MAIL_FROM: FROM }
  const queue = openQueue({ jobsUrl: database.jobsUrl })
  const before = peer.arrived.length
  for (const job of JOBS) await queue.enqueue(job, {})
  await queue.queue.add('advance-clock', { studyId: (await newestStudy(database.study))?.id })
  const logged = openWorkroom({ env: surroundings as NodeJS.ProcessEnv })
  await until('mail and code', () => peer.arrived.length >= before + 2)
  await until('the failed job', async () => (await queue.queue.getFailedCount()) > 0)
  await queue.close()
  return logged
}

/** The demo's worker on Redis, and a visitor who moves the clock. */
async function clockWorker(house: House, study: StudyRef): Promise<() => string> {
  const logged = openWorkroom(house)
  const before = await todayOf(house.desk.study, study.id)
  const cookie = await signedIn(house.base, 'coordinator@koppel.example')
  await fetch(`${house.base}/clock`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...ALONE, Cookie: cookie, Origin: house.base, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'by=day',
  })
  await until('the day after', async () => {
    const clock = await clockOf(house.desk.study, study.id)
    return clock !== null && clock.today > before && clock.today === clock.target
  })
  return logged
}

/** The session of somebody with a demo account, as a cookie. */
export async function signedIn(base: string, email: string): Promise<string> {
  const { headers } = await fetch(`${base}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...ALONE, Origin: base, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: String(new URLSearchParams({ email, password: DEMO_PASSWORD })),
  })
  return headers.get('Set-Cookie')?.split(';')[0] ?? ''
}

/**
 * A replay answers some outcomes and scores by the numbers of the files that it was given: whoever calls it has those,
 * and compares with what was published. Everything else that commands say counts.
 */
const withoutOwnNumbers = (stdout: string): string =>
  stdout.replace(/"outcome_ids":\{[^}]*\}|"per_supervision":\{([^{}]|\{[^{}]*\})*\}/g, '')
