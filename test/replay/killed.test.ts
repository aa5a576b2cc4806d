import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { answerOf, koppel, ownFolder, type Ran, starting } from '../koppel/cli'
import { freshHome, type Home, rowCounts, whatItSays } from '../koppel/database'
import { isoOf, smallCohort, writeCohort } from './small-cohort'

/** Long enough for second waves, losses and reminders of both; some rows are refused by the study. */
const UNTIL = '2012-07-25'
const KILLS = 5

const folder = ownFolder()
let whole: Home
let uninterrupted: Ran

const replay = ({ folder: home }: Home, from: string, ...more: string[]) => [
  'replay',
  from,
  '--json',
  '--home',
  home,
  ...more,
]

beforeAll(async () => {
  writeCohort(folder, cohort())
  whole = await freshHome()
  uninterrupted = await koppel(replay(whole, folder), whole.env)
}, 240_000)

/**
 * The first registrations, two of whose supervisors answer on the day of registration: refused, since they are asked
 * that day after the rows were played. What the day's jobs do next must not let those rows in when it is played again.
 */
function cohort() {
  const tables = smallCohort(150, UNTIL)
  const registered = new Map(tables['instroom.csv'].rows.map((row) => [row.Toezichtnummer, row.Registratiedatum]))
  for (const row of tables['replies.csv'].rows.slice(0, 2))
    row.replied_on = isoOf(registered.get(row.supervision) ?? '')
  return tables
}

/** The same numbers from one run to the next (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Starts a replay and kills it as soon as the database says so; what it said if it ended before. */
async function killedWhen({ owner, env }: Home, words: readonly string[], condition: string): Promise<Ran> {
  const watch = new pg.Client({ connectionString: owner })
  await watch.connect()
  const child = starting(words, env)
  try {
    while (child.exitCode === null && child.signalCode === null) {
      const { rows } = await watch.query<{ now: boolean }>(`SELECT (${condition}) AS now`)
      if (rows[0]?.now) child.kill('SIGKILL')
      await wait(rows[0]?.now ? 50 : 3)
    }
    return await child.ended
  } finally {
    child.kill('SIGKILL')
    await watch.end()
  }
}

const expectTheSame = async (ran: Ran, home: Home) => {
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(answerOf(ran)).toEqual(answerOf(uninterrupted))
  expect(await rowCounts(home.owner)).toEqual(await rowCounts(whole.owner))
  expect(await whatItSays(home.owner)).toEqual(await whatItSays(whole.owner))
}

test('the cohort of this test has something of everything', () => {
  const { finished, refused_count, t2, mail } = answerOf(uninterrupted)
  expect(finished).toBe(true)
  expect(refused_count).toBeGreaterThan(0)
  const lost = Object.values(t2.lost as Record<string, number>).reduce((total, count) => total + count, 0)
  expect(Math.min(t2.clients, t2.supervisors, lost)).toBeGreaterThan(0)
  expect(mail.by_kind.window_opens).toBeGreaterThan(0)
})

test('killed right after questions went out, between claiming mail and settling it, and at random moments, it ends as if nothing had happened', async () => {
  const home = await freshHome()
  const { 'audit.entry': entries = 0 } = await rowCounts(whole.owner)
  const random = seeded(2012)
  const moments = Array.from({ length: KILLS - 1 }, () => 3 + Math.floor(random() * (entries - 4)))
  const reached = (moment: number) => `(SELECT count(*) FROM audit.entry) >= ${moment}`
  // what is begun anew after each has to make good what all before it broke off
  const conditions = [
    reached(2),
    'EXISTS (SELECT FROM study.inquiry)',
    `EXISTS (SELECT FROM study.mail_envelope WHERE state = 'sending')`,
    ...moments.sort((a, b) => a - b).map(reached),
  ]
  for (const condition of conditions) {
    const ran = await killedWhen(home, replay(home, folder), condition)
    expect(ran, `${condition}, of ${entries} entries`).toMatchObject({ code: null, stdout: '' })
  }
  await expectTheSame(await koppel(replay(home, folder), home.env), home)
}, 300_000)

test('played in parts, also from a folder that moved meanwhile, it is the same', async () => {
  const home = await freshHome()
  const first = answerOf(await koppel(replay(home, folder, '--until', '2011-12-05'), home.env))
  expect(first).toMatchObject({ played_to: '2011-12-05', finished: false })
  const moved = writeCohort(join(ownFolder(), 'moved'), cohort())
  const second = answerOf(await koppel(replay(home, moved, '--until', '2012-02-05'), home.env))
  expect(second).toMatchObject({ study: first.study, played_to: '2012-02-05', finished: false })
  // A day that is behind plays nothing and says where it stands.
  const third = answerOf(await koppel(replay(home, moved, '--until', '2011-12-01'), home.env))
  expect(third).toMatchObject({ played_to: '2012-02-05', funnel: second.funnel })
  await expectTheSame(await koppel(replay(home, moved), home.env), home)
}, 240_000)
