import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabases } from '../../app/platform/database'
import { stopEmbedded } from '../../app/platform/embedded/server'
import { prepareHome } from '../../app/platform/prepare'
import { day } from '../../app/protocol/day'
import { QUEUE_NAMES } from '../../app/protocol/queues'
import { flow, flowBy } from '../../app/records/flow'
import { flowCases } from '../../app/records/flow/cases'
import { queueCounts } from '../../app/records/queues/counts'
import { placesOf } from '../../app/records/queues/places'
import { queueItems } from '../../app/records/queues/queue'
import { createStudy } from '../../app/records/studies'
import { manyCases } from './many-cases'

// How long what a coordinator looks at takes in a study of a hundred thousand registrations: the median and the longest
// of some, beside one count of all registrations, which reads the table as a whole.
const COUNT = Number(process.argv[2] ?? 100_000)
const TIMES = 25
const LIMIT = 40
const ON = day('2012-08-15')

const write = (text: string) => process.stdout.write(`${text}\n`)
const home = mkdtempSync(join(tmpdir(), 'koppel-bench-'))
chmodSync(home, 0o755) // root's server runs as another user, who has to get in

/** Milliseconds of each of some runs, the quickest first. */
async function timed(run: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let time = 0; time < TIMES; time++) {
    const begun = performance.now()
    await run()
    taken.push(performance.now() - begun)
  }
  return taken.sort((a, b) => a - b)
}

const prepared = await prepareHome({ home, env: {} })
const databases = openDatabases(prepared.connections)
try {
  const db = databases.study
  const study = await createStudy(db, {
    code: 'many',
    protocol: 'werkalliantie',
    name: 'many',
    today: ON,
    actor: 'system',
  })
  const begun = performance.now()
  await manyCases(prepared.connections.owner ?? '', study, ON, COUNT)
  write(`${COUNT} registrations written in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  const occasion = { study, actor: 'system', today: ON } as const
  const whole = await timed(() => db.$queryRaw`SELECT count(*) FROM study.registration WHERE modality <> ''`)
  const measure = (whole[TIMES >> 1] ?? 0) as number
  const say = async (what: string, run: () => Promise<unknown>) => {
    const taken = await timed(run)
    const median = (taken[TIMES >> 1] ?? 0) as number
    const longest = (taken[TIMES - 1] ?? 0) as number
    write(
      `${what.padEnd(34)} median ${median.toFixed(1).padStart(7)} ms  longest ${longest.toFixed(1).padStart(7)} ms  ${(median / measure).toFixed(2)} × a whole count`,
    )
  }
  await say(
    'all registrations counted',
    () => db.$queryRaw`SELECT count(*) FROM study.registration WHERE modality <> ''`,
  )
  for (const queue of QUEUE_NAMES) {
    const first = await queueItems(db, occasion, { queue, on: ON, limit: LIMIT })
    await say(`${queue}, first page`, () => queueItems(db, occasion, { queue, on: ON, limit: LIMIT }))
    await say(`${queue}, next page`, () => queueItems(db, occasion, { queue, on: ON, after: first.next, limit: LIMIT }))
    const filter = { location: 'Place 2' }
    await say(`${queue}, one location`, () => queueItems(db, occasion, { queue, on: ON, filter, limit: LIMIT }))
  }
  await say('counts beside the queues', () => queueCounts(db, study, ON, {}))
  await say('places to narrow to', () => placesOf(db, study))
  await say('the flow of today', () => flow(db, study, { on: ON }))
  await say('the flow of half a year ago', () => flow(db, study, { on: day('2012-02-15') }))
  await say('the flow by location', () => flowBy(db, study, { on: ON }, 'location'))
  const left = { step: 'criteria', of: 'left', reason: 'too_many_contacts' } as const
  await say('the list behind a box of the flow', () => flowCases(db, study, { on: ON, limit: LIMIT }, left))
} finally {
  await databases.close()
  await stopEmbedded(home)
  rmSync(home, { recursive: true, force: true })
}
