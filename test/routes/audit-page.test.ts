import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { createAccount } from '../../app/identity/accounts'
import { day } from '../../app/protocol/day'
import { subjectsOf } from '../../app/records/trail'
import { type Asked, askedIn } from '../../app/routes/privacy_.audit/asked'
import { pageOfAudit } from '../../app/routes/privacy_.audit/found'
import { freshDatabase } from '../database'
import { connected } from '../platform/connect'
import { must, namedWorld, type World } from '../world'

const MANY = 10_000
const database = await freshDatabase()
let world: World
let coordinator: string

beforeAll(async () => {
  world = await namedWorld(database)
  await world.interviewed('Evers')
  await world.registered('Dekker')
  const account = {
    email: 'co@koppel.example',
    name: 'Co',
    role: 'coordinator',
    language: 'nl',
    password: 'a long one 12',
  } as const
  coordinator = must(await createAccount(database.vault, account, 'system'))
})

const TODAY = day('2030-01-31')
const asked = (query: string) => askedIn(new Request(`https://koppel.example/privacy/audit?${query}`), TODAY)
const chains = () => ({ vault: world.vault, db: world.db, study: world.study })
const all = async (what: Asked, limit: number, subjects?: readonly string[]) => {
  const seen: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page = await pageOfAudit(chains(), what, { after, limit, ...(subjects && { subjects }) })
    seen.push(...page.rows.map(({ id }) => id))
    after = page.next
  }
  return seen
}

test('days that are none, the wrong way round or more than a year are a slip; without any it is this month', () => {
  const month = { from: '2030-01-01', to: '2030-01-31' }
  expect(asked('')).toMatchObject({ ...month, slip: false, chain: 'study', role: undefined, kind: undefined })
  for (const query of ['from=2030-02-30', 'from=2030-01-20&to=2030-01-10', 'from=2010-01-01', 'to=yesterday'])
    expect(asked(query), query).toMatchObject({ ...month, slip: true })
  // the form has what was typed, not what is shown instead
  expect(asked('from=2030-01-20&to=2030-01-10').typed).toEqual({ from: '2030-01-20', to: '2030-01-10' })
  expect(asked('').typed).toEqual(month)
  expect(asked('chain=vault&who=system&verb=screen')).toMatchObject({ chain: 'vault', kind: 'system', verb: 'screen' })
  expect(asked('chain=else&who=root&verb=x%27')).toMatchObject({
    chain: 'study',
    role: undefined,
    kind: undefined,
    verb: undefined,
  })
})

test(`${MANY} lines of either chain are turned page by page, each once, by what, who and about whom`, async () => {
  const about = randomUUID()
  await connected(database.urls.owner, (owner) =>
    owner.query(
      `INSERT INTO audit.entry (day, study_id, actor, role, origin, verb, subject, subject_id, details)
       SELECT '2030-01-10'::date, $1::uuid, CASE n % 3 WHEN 0 THEN 'system' ELSE $2 END, CASE n % 3 WHEN 1 THEN 'interviewer' END,
              '203.0.113.0/24', CASE n % 2 WHEN 0 THEN 'screen' ELSE 'judge' END, 'registration',
              CASE WHEN n <= 7 THEN $3::uuid END, '{"reason": "why"}'
         FROM generate_series(1, $4::int) n`,
      [world.study.id, `account:${coordinator}`, about, MANY],
    ),
  )
  const seen = await all(asked(''), 2_500)
  expect(new Set(seen).size).toBe(MANY)
  expect(seen).toEqual([...seen].sort((a, b) => Number(b) - Number(a)))
  expect(await all(asked('verb=screen'), 2_500)).toHaveLength(MANY / 2)
  expect(await all(asked('who=system'), 2_500)).toHaveLength(Math.floor(MANY / 3))
  // as it was written down; and where it was not, the role of now
  expect(await all(asked('who=interviewer'), 2_500)).toHaveLength(Math.ceil(MANY / 3))
  expect(await all(asked('who=coordinator'), 2_500)).toHaveLength(Math.floor(MANY / 3))
  expect(await all(asked('who=analyst'), 2_500)).toEqual([])
  expect(await all(asked(''), 3, [about])).toHaveLength(7)
  expect(await all(asked('from=2030-01-11'), 100)).toEqual([])
  const { rows } = await pageOfAudit(chains(), asked('who=coordinator'), { after: '', limit: 1 })
  expect(rows).toMatchObject([
    { who: { kind: 'account', name: 'Co' }, origin: '203.0.113.0/24', details: 'reason: why' },
  ])
})

test('of the vault too: by day, newest first, and about one person', async () => {
  const year = 'chain=vault&from=2011-07-01&to=2012-06-30'
  const { rows, next } = await pageOfAudit(chains(), asked(year), { after: '', limit: 1_000 })
  expect(next).toBeNull()
  expect(rows.map(({ verb }) => verb)).toContain('enter_registration')
  expect(rows.map(({ at }) => at)).toEqual(
    rows
      .map(({ at }) => at)
      .sort()
      .reverse(),
  )
  expect(await all(asked(year), 2)).toEqual(rows.map(({ id }) => id))
  const client = await world.db.client.findFirstOrThrow({ orderBy: { id: 'asc' } })
  const subjects = await subjectsOf(world.db, world.study, { person: 'client', id: client.id })
  const theirs = await all(asked(year), 10, subjects)
  expect(theirs.length).toBeGreaterThan(0)
  expect(theirs.length).toBeLessThan(rows.length)
  expect(await all(asked(`${year}&who=privacy_officer`), 10)).toEqual([])
})
