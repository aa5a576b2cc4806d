import { beforeEach, expect, test } from 'vitest'
import { addDays, type Day } from '../../app/protocol/day'
import { QUEUE_NAMES, type Queue } from '../../app/protocol/queues'
import { planApproach } from '../../app/records/intake/plan'
import { queueCounts } from '../../app/records/queues/counts'
import type { QueueFilter } from '../../app/records/queues/part'
import { placesOf } from '../../app/records/queues/places'
import { queueItems } from '../../app/records/queues/queue'
import { queuePage } from '../../app/records/queues/queue-page'
import { freshDatabase } from '../database'
import { ASKED, CLIENTS, type ClientName, MET, REGISTERED, REPLIED } from '../people'
import { connected } from '../platform/connect'
import { must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const items = async (queue: Queue, on: Day = REPLIED, filter: QueueFilter = {}) =>
  (await queueItems(world.db, world.on(on), { queue, on, filter, limit: 40 })).items
const ids = async (queue: Queue, on?: Day) => (await items(queue, on)).map(({ id }) => id)

test('every case stands in the queue of its stage, and the counts say the same', async () => {
  const asked = (await world.inquired('Aalders')).registrationId
  const fresh = (await world.registered('Berends')).registrationId
  const bound = (await world.approached('Evers')).registrationId
  const planned = (await world.approached('Fokkens')).registrationId
  must(await planApproach(world.db, world.on(REPLIED), { registrationId: planned, plannedOn: addDays(MET, 20) }))
  const open = (await world.inquired('Hendriks')).registrationId
  must(await world.reply('Hendriks', { isSupervisor: false, contacts: null }))
  const waits = (await world.registered('Cornelis', { status: 'waiting_list' })).registrationId
  const stands = {
    to_inquire: fresh,
    awaiting_reply: asked,
    to_screen: open,
    to_approach: bound,
    planned,
    waiting: waits,
  }
  for (const [queue, id] of Object.entries(stands)) expect([queue, await ids(queue as Queue)]).toEqual([queue, [id]])
  expect(await queueCounts(world.db, world.study, REPLIED, {})).toEqual({
    to_inquire: 1,
    awaiting_reply: 1,
    to_screen: 1,
    to_judge: 0,
    to_approach: 1,
    planned: 1,
    waiting: 1,
    // the next talk of Evers is on MET, a week after the reply
    about_to_be_lost: 1,
  })
  expect(await items('about_to_be_lost')).toMatchObject([{ id: bound, risks: ['next_talk'], contacts: 2 }])
})

test('about to be lost: the most contacts, a talk that is near, and an answer that stays out', async () => {
  await world.inquired('Aalders')
  expect(await ids('about_to_be_lost', addDays(REGISTERED, 14))).toEqual([])
  expect(await items('about_to_be_lost', addDays(REGISTERED, 15))).toMatchObject([{ risks: ['unanswered'] }])
  must(await world.reply('Aalders', { contacts: 3, nextContactOn: null }))
  expect(await items('about_to_be_lost')).toMatchObject([{ risks: ['contacts'] }])
  await world.inquired('Evers')
  must(await world.reply('Evers', { nextContactOn: addDays(REPLIED, 8) }))
  expect(await items('about_to_be_lost')).toHaveLength(1)
  expect(await items('about_to_be_lost', addDays(REPLIED, 1))).toHaveLength(2)
  await world.interviewed('Fokkens')
  expect(await items('about_to_be_lost', MET)).toHaveLength(2)
})

test('who waits comes back only while there is time, and not after withdrawing', async () => {
  await world.registered('Aalders', { status: 'not_started', startedOn: null })
  expect(await items('waiting')).toMatchObject([{ reason: 'not_started' }])
  expect(await ids('waiting', addDays(REGISTERED, 42))).toHaveLength(1)
  expect(await ids('waiting', addDays(REGISTERED, 43))).toEqual([])
})

test('why a case was not asked about yet', async () => {
  await world.registered('Aalders', { supervisor: null })
  const { supervisorId } = await world.registered('Evers')
  const away = { fromOn: new Date(ASKED), untilOn: new Date(MET) }
  await world.db.absence.create({
    data: { id: crypto.randomUUID(), studyId: world.study.id, supervisorId: supervisorId as string, ...away },
  })
  const hindered = Object.fromEntries((await items('to_inquire')).map((item) => [item.supervisor === null, item]))
  expect(hindered.true?.hindrances).toEqual(['supervisor_unknown'])
  expect(hindered.false).toMatchObject({ hindrances: ['supervisor_absent'], absentUntil: MET })
  await world.db.approval.create({
    data: {
      id: crypto.randomUUID(),
      studyId: world.study.id,
      kind: 'ethics',
      reference: 'x',
      grantedOn: new Date(ASKED),
    },
  })
  expect((await items('to_inquire')).every(({ hindrances }) => hindrances.includes('location_not_open'))).toBe(true)
})

test('pages go on where the one before ended, and filters narrow them', async () => {
  const names = Object.keys(CLIENTS) as ClientName[]
  for (const [at, name] of names.entries())
    await world.registered(name, { location: at % 2 === 0 ? 'Utrecht' : 'Amersfoort', registeredOn: REGISTERED })
  const seen: string[] = []
  for (let after = null as Parameters<typeof queuePage>[4]; ; ) {
    const part = { queue: 'to_inquire', on: REPLIED, after, limit: 3 } as const
    const page = await queueItems(world.db, world.on(REPLIED), part)
    seen.push(...page.items.map(({ id }) => id))
    if (!page.next) break
    after = page.next
  }
  expect([seen.length, new Set(seen).size]).toEqual([names.length, names.length])
  expect(await items('to_inquire', REPLIED, { location: 'Utrecht' })).toHaveLength(4)
  expect(await items('to_inquire', REPLIED, { location: 'Utrecht', region: 'Brabant' })).toEqual([])
  const { supervisor } = (await items('to_inquire'))[0] ?? {}
  const theirs = await items('to_inquire', REPLIED, { supervisor: supervisor as string })
  expect(new Set(theirs.map((one) => one.supervisor))).toEqual(new Set([supervisor]))
  expect((await queueCounts(world.db, world.study, REPLIED, { location: 'Utrecht' })).to_inquire).toBe(4)
  expect(await placesOf(world.db, world.study)).toEqual([
    { region: 'Utrecht', location: 'Amersfoort', organisation: 'RN' },
    { region: 'Utrecht', location: 'Utrecht', organisation: 'RN' },
  ])
})

test('a page reads along the index of stages, whatever the size of the study', async () => {
  await connected(database.urls.owner, async (owner) => {
    await owner.query(
      `WITH person AS (
         INSERT INTO study.client (id, study_id, pseudonym)
         SELECT gen_random_uuid(), $1, 'X' || n FROM generate_series(1, 20000) n RETURNING id)
       INSERT INTO study.registration (id, study_id, client_id, registered_on, status, modality, electronic_monitoring,
         penitentiary_programme, organisation, region, location)
       SELECT gen_random_uuid(), $1, id, $2, 'running', 'conditional', false, false, 'RN', 'Utrecht', 'Utrecht' FROM person`,
      [world.study.id, REGISTERED],
    )
    await owner.query('ANALYZE')
    for (const queue of QUEUE_NAMES) {
      const after = { since: REGISTERED, id: '00000000-0000-0000-0000-000000000000' } as const
      for (const place of [null, after]) {
        const { text, values } = queuePage(world.study, REPLIED, queue, { region: 'Utrecht' }, place, 41)
        const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values)
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
        expect(plan, `${queue}\n${plan}`).not.toMatch(/Seq Scan on registration/)
      }
    }
  })
})
