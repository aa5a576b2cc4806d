import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { subjectsOf } from '../../app/records/trail'
import { looksCounted, looksIn, pageAbout, pageOfLooks } from '../../app/routes/privacy/trail'
import { freshDatabase } from '../database'
import { connected } from '../platform/connect'
import { namedWorld, type World } from '../world'

const MANY = 10_000
const database = await freshDatabase()
let world: World
let clientId: string
let registrationId: string

beforeAll(async () => {
  world = await namedWorld(database)
  const ids = await world.interviewed('Evers')
  clientId = ids.clientId
  registrationId = ids.registrationId
})
const chains = () => ({ vault: world.vault, db: world.db, study: world.study })
const person = () => subjectsOf(world.db, world.study, { person: 'client', id: clientId })

/** Looks at a case in a month, at ten moments: many share theirs. */
const plant = (count: number, month: string, subjectId: string) => {
  const { keys } = world.vault
  const rows = Array.from({ length: count }, (_, at) => {
    const id = randomUUID()
    const said = {
      at: `${month}-10T10:00:0${at % 10}.000Z`,
      day: `${month}-10`,
      actor: world.on('2012-03-01').actor,
      subject: 'registration',
      subjectId,
      details: {},
    }
    return { id, sealed: Buffer.from(keys.audit.seal(JSON.stringify(said), `vault_entry:${id}`)).toString('hex') }
  })
  return connected(database.urls.owner, (owner) =>
    owner.query(
      `INSERT INTO audit.vault_entry (id, study_alias, month, verb, subject_hash, sealed)
       SELECT g.id, $3::uuid, $4, 'show_client', $5, decode(g.sealed, 'hex') FROM unnest($1::uuid[], $2::text[]) AS g (id, sealed)`,
      [
        rows.map(({ id }) => id),
        rows.map(({ sealed }) => sealed),
        keys.alias(world.study.id),
        month,
        Buffer.from(keys.hash('subject', subjectId)),
      ],
    ),
  )
}

async function walk(
  page: (after: string) => Promise<{ rows: readonly { id: string; at: string }[]; next: string | null }>,
) {
  const seen: { id: string; at: string }[] = []
  for (let after = '', turns = 0; turns < 1_000; turns++) {
    const { rows, next } = await page(after)
    seen.push(...rows)
    if (next === null) break
    after = next
  }
  return seen
}

test('both chains are one list, newest first, and turning its pages shows each entry once', async () => {
  await plant(57, '2012-04', registrationId)
  const subjects = await person()
  const whole = await pageAbout(chains(), subjects, { after: '', limit: 1_000 })
  expect(whole.next).toBeNull()
  expect(new Set(whole.rows.map(({ verb }) => verb))).toContain('hold_interview')
  expect(new Set(whole.rows.map(({ verb }) => verb))).toContain('enter_registration')
  const moments = whole.rows.map(({ at }) => at)
  expect(moments).toEqual([...moments].sort().reverse())
  for (const limit of [1, 7, 50]) {
    const seen = await walk((after) => pageAbout(chains(), subjects, { after, limit }))
    expect(seen.map(({ id }) => id)).toEqual(whole.rows.map(({ id }) => id))
  }
})

test.each(['nonsense', '2012-04-10T10:00:00.000Z|study|x', '2012-99-99T99:99:99.999Z|study|1', "'; DROP TABLE"])(
  'a place that no page wrote is the beginning: %s',
  async (after) => {
    const subjects = await person()
    const first = await pageAbout(chains(), subjects, { after: '', limit: 5 })
    expect(await pageAbout(chains(), subjects, { after, limit: 5 })).toEqual(first)
  },
)

test('nobody else’s, and no other study’s', async () => {
  const other = await namedWorld(database)
  const { clientId: stranger } = await other.registered('Evers')
  const subjects = await person()
  expect(await subjectsOf(other.db, other.study, { person: 'client', id: clientId })).toEqual([clientId])
  expect(subjects).not.toContain(stranger)
  expect(await looksIn({ ...chains(), study: other.study }, { month: '2012-04' })).toEqual([])
})

test(`a month and a person with ${MANY} looks are read and turned`, async () => {
  await plant(MANY, '2012-05', registrationId)
  const month = { month: '2012-05', after: '', limit: 100 }
  const first = await pageOfLooks(chains(), month)
  expect([first.count, first.rows.length]).toEqual([MANY, 100])
  expect(await looksCounted(chains(), '2012-05')).toEqual([{ verb: 'show_client', role: 'gone', count: MANY, rows: 0 }])
  expect((await pageAbout(chains(), await person(), { after: '', limit: 50 })).rows).toHaveLength(50)
  const seen = await walk((after) => pageOfLooks(chains(), { ...month, after, limit: 2_500 }))
  expect(new Set(seen.map(({ id }) => id)).size).toBe(MANY)
})
