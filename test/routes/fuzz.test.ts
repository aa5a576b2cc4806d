import { beforeAll, expect, test } from 'vitest'
import { type Address, PAGES } from '../../app/access/pages'
import { ROLES } from '../../app/access/roles'
import { type House, openHouse } from '../e2e/house'
import { connected } from '../platform/connect'
import { aim } from './fuzz/aim'
import { chanceFrom } from './fuzz/chance'
import { fire } from './fuzz/fire'
import { mayAt } from './fuzz/gates'
import { doneSince, holdings } from './fuzz/holdings'
import { idsIn } from './fuzz/ids'
import { learnFrom, nothingLearned } from './fuzz/learned'
import { type OtherStudy, otherStudy } from './fuzz/other-study'
import type { Range } from './fuzz/range'
import { createSessions, knownDevice, type Sessions } from './fuzz/sessions'
import type { Sender, Shot } from './fuzz/shot'
import { wrongWith } from './fuzz/verdict'
import { walkedWorld } from './walked-world'

const seed = Number(process.env.KOPPEL_FUZZ_SEED ?? 20_261_122)
const SHOTS = Number(process.env.KOPPEL_FUZZ_SHOTS ?? 20_000)
const AT_ONCE = 6
/** Fewer kinds of writes than this in a whole run would say that it no longer gets past the forms. */
const VERBS = 8
const SENDERS: readonly Sender[] = [...ROLES, 'supervisor', 'nobody']

let house: House
let other: OtherStudy
let range: Range
let sessions: Sessions
/** The last entry of the audit before anything was sent. */
let first: string

const owned = <T>(body: Parameters<typeof connected<T>>[1]) => connected(house.database.urls.owner, body)

beforeAll(async () => {
  house = await openHouse({ KOPPEL_BASE_URL: 'https://koppel.example' })
  other = await otherStudy(house.database)
  const concrete = await walkedWorld(house)
  const asked = concrete('/cases/:id/inquiry').split('/')[2] ?? ''
  sessions = await createSessions(house.database.vault, await knownDevice(house.database, asked))
  const learned = nothingLearned()
  range = { base: house.base, concrete, learned, ...sessions, ids: await owned(idsIn) }
  first = (await owned((owner) => doneSince(owner, '0'))).last
  for (const sender of [...ROLES, 'supervisor'] as const) await learn(sender)
}, 120_000)

/** Reads every page that a sender may read, as their browser would. */
async function learn(sender: Sender): Promise<void> {
  const pages = (Object.keys(PAGES) as Address[]).filter((address) => mayAt(sender, 'GET', address))
  const headers = { Cookie: range.cookieOf(sender) }
  const shots = pages.map((address) => ({
    method: 'GET',
    path: range.concrete(address),
    headers,
    body: null,
    may: true,
  }))
  const replies = await Promise.all(shots.map((shot) => fire(house.base, shot)))
  // in the order of the table, whichever came first: the same seed is to make the same run
  for (const [at, address] of pages.entries()) {
    const { status, text } = replies[at] ?? { status: 0, text: '' }
    if (status === 200) learnFrom(range.learned, address, text, (value) => value === other.id)
  }
}

/** Sends them all, a few at once; gives what was wrong with the answers. */
async function fireAll(shots: readonly Shot[]): Promise<string[]> {
  const left = [...shots]
  const wrong: string[] = []
  const lane = async () => {
    for (let shot = left.pop(); shot; shot = left.pop())
      wrong.push(...wrongWith(shot, await fire(house.base, shot), other.marks))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return wrong
}

const counted: Record<string, number> = {}

test.each(SENDERS)(
  `whatever %s sends, nothing breaks, nothing leaks and nothing changes that may not (seed ${seed})`,
  async (sender) => {
    const chance = chanceFrom(seed + SENDERS.indexOf(sender))
    const shots = Array.from({ length: Math.ceil(SHOTS / SENDERS.length) }, () => aim(range, chance, sender))
    const allowed = shots.filter(({ may }) => may)
    const forbidden = shots.filter(({ may }) => !may)
    counted[sender] = shots.length
    // what may not change anything changes nothing at all
    const before = await owned(holdings)
    expect(await fireAll(forbidden)).toEqual([])
    expect(await owned(holdings)).toEqual(before)
    // what may is written down as theirs, as the machine's own, or as the supervisor's whose link it was
    const { last } = await owned((owner) => doneSince(owner, '0'))
    expect(await fireAll(allowed)).toEqual([])
    const { actors } = await owned((owner) => doneSince(owner, last))
    expect(actors.filter((actor) => !sessions.isActor(sender, actor))).toEqual([])
  },
  600_000,
)

test('the run got deep enough to show something: it wrote by many verbs', async () => {
  const { verbs } = await owned((owner) => doneSince(owner, first))
  expect(verbs.length, verbs.join(' ')).toBeGreaterThan(VERBS)
})

test('the server stands, and has noted no error of its own', async () => {
  expect(Object.values(counted).reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(SHOTS)
  expect((await fetch(`${house.base}/readyz`)).status).toBe(200)
  expect(
    house
      .logged()
      .split('\n')
      .filter((line) => /"level":(50|60)/.test(line)),
  ).toEqual([])
})
