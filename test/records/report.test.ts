import { expect, test } from 'vitest'
import { FEWEST } from '../../app/protocol/fewest'
import { recordRefusal } from '../../app/records/fieldwork/refusal'
import { studyFindings } from '../../app/records/report/findings'
import { studyReport } from '../../app/records/report/report'
import { reportShown } from '../../app/records/report/shown'
import { freshDatabase } from '../database'
import { FINALLY, MET } from '../people'
import { connected } from '../platform/connect'
import { must, namedWorld, type World } from '../world'

const database = await freshDatabase()
const { on } = FINALLY
const findings = (world: World, answers = true) => studyFindings(world.db, world.study, { on, answers })

test('of a study in which nothing was done yet everything is nothing', async () => {
  const world = await namedWorld(database)
  const found = await findings(world)
  expect(found.sides.map(({ n }) => n)).toEqual([0, 0, 0, 0])
  const { rates, attrition, published } = await studyReport(world.db, world.study, found)
  expect([rates.cases, published?.cite]).toEqual([0, '§8'])
  expect(attrition).toMatchObject([{ wave: 'T2', from: 'T1', stayed: 0, lost: 0, waiting: 0 }])
  const shown = await reportShown(world.db, world.study, found, { answers: false, small: false })
  expect([shown.answers, shown.flow.steps[0]?.entered]).toEqual([null, 0])
})

test('a supervisor’s answers about a client who did not take part count in n, and in no pair', async () => {
  const world = await namedWorld(database)
  await world.interviewed('Aalders')
  must(await world.answered('Aalders', 'client'))
  must(await world.answered('Aalders', 'supervisor'))
  const { registrationId } = await world.approached('Evers')
  must(await recordRefusal(world.db, world.on(MET), { registrationId, wave: 'T1', on: MET, reason: 'no_time' }))
  must(await world.answered('Evers', 'supervisor'))
  const { sides, pairs, outcomes, sample } = await findings(world)
  expect(sides.slice(0, 2).map(({ n, measures }) => [n, measures.trust?.n])).toEqual([
    [1, 1],
    [2, 2],
  ])
  expect(pairs[0]?.measures.trust?.n).toBe(1)
  // and outcomes are of those who were interviewed
  for (const { counts } of outcomes) expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(1)
  expect([sample.gender.sample, sample.gender.population]).toEqual([1, 2])
})

test('what the register says counts of those who gave leave to link it; the others are counted as such', async () => {
  const world = await namedWorld(database)
  await world.interviewed('Aalders')
  await world.interviewed('Evers', { register_linkage: 'declined' })
  const { outcomes } = await findings(world)
  const of = (name: string) => outcomes.find(({ outcome }) => outcome === name)?.counts
  expect(of('negative_dropout')).toMatchObject({ no: 1, not_linked: 1 })
  // what a supervisor answered at the second wave is no register: here nobody did
  expect(of('formal_action')).toMatchObject({ missing: 2, not_linked: 0 })
})

test('whoever may not see what answers come to gets none of it, and none is read', async () => {
  const world = await namedWorld(database)
  await world.interviewed('Aalders')
  must(await world.answered('Aalders', 'client'))
  const found = await findings(world, false)
  expect(found.sides.every(({ n }) => n === 0)).toBe(true)
  const shown = await reportShown(world.db, world.study, found, { answers: false, small: true })
  expect([shown.answers, shown.flow.steps.at(-2)?.entered]).toEqual([null, 1])
  expect(shown.outcomes.every(({ scores, categories }) => scores === null && categories === null)).toBe(true)
})

test('small counts are shown to who may see them, and hidden from others in every chapter', async () => {
  const world = await namedWorld(database)
  await world.interviewed('Aalders')
  await world.registered('Evers')
  const found = await findings(world)
  const seen = (small: boolean) => reportShown(world.db, world.study, found, { answers: true, small })
  const [open, hidden] = [await seen(true), await seen(false)]
  expect([open.sample.gender.n, hidden.sample.gender.n]).toEqual([
    [1, 2],
    ['<5', '<5'],
  ])
  expect([open.attrition[0]?.waiting, hidden.attrition[0]?.waiting]).toEqual([1, '<5'])
  const missing = ({ outcomes }: typeof open) =>
    outcomes.find(({ outcome }) => outcome === 'formal_action')?.counts.missing
  expect([missing(open), missing(hidden)]).toEqual([1, '<5'])
})

test('more cases than are read at once are all counted, each of them once', async () => {
  const world = await namedWorld(database)
  const many = 2500
  await connected(database.urls.owner, async (owner) => {
    await owner.query(`CREATE TEMP TABLE row AS SELECT n, gen_random_uuid() AS client, gen_random_uuid() AS registration,
      gen_random_uuid() AS measurement, upper(lpad(to_hex(n), 9, '0')) AS hex FROM generate_series(1, ${many}) n`)
    await owner.query(
      `INSERT INTO study.client (id, study_id, pseudonym, gender, birth_year)
       SELECT client, $1, 'X' || hex, CASE n % 4 WHEN 0 THEN 'female' ELSE 'male' END, 1980 FROM row`,
      [world.study.id],
    )
    await owner.query(
      `INSERT INTO study.registration (id, study_id, client_id, registered_on, started_on, status, modality,
         electronic_monitoring, penitentiary_programme, organisation, region, location)
       SELECT registration, $1, client, $2::date, $2::date, 'running', 'conditional', false, false, 'RN', 'Utrecht', 'Utrecht' FROM row`,
      [world.study.id, MET],
    )
    await owner.query(
      `INSERT INTO study.measurement (id, study_id, registration_id, wave, perspective, opened_on, completed_on)
       SELECT measurement, $1, registration, 'T1', 'client', $2::date, $2::date FROM row`,
      [world.study.id, MET],
    )
    await owner.query(
      `INSERT INTO study.answer (measurement_id, item, value)
       SELECT measurement, item, 1 + n % 7 FROM row, unnest(ARRAY['i04', 'i13', 'i14', 'i17', 'mark']) item`,
    )
  })
  const { sides, outcomes } = await findings(world)
  const values = Array.from({ length: many }, (_, at) => 1 + ((at + 1) % 7))
  const mean = values.reduce((sum, value) => sum + value, 0) / many
  expect(many).toBeGreaterThan(FEWEST)
  expect(sides[0]?.measures.friction).toMatchObject({ n: many, of: { mean: expect.closeTo(mean, 9) } })
  expect(sides[0]?.measures.mark?.n).toBe(many)
  const dropout = outcomes.find(({ outcome }) => outcome === 'negative_dropout')
  expect(Object.values(dropout?.counts ?? {}).reduce((sum, n) => sum + n, 0)).toBe(many)
})
