import { beforeEach, expect, test } from 'vitest'
import { recordNotHeld } from '../../app/records/fieldwork/refusal'
import { flow } from '../../app/records/flow'
import { setFinding } from '../../app/records/intake/finding'
import { judge } from '../../app/records/intake/judgement'
import { lookAgain } from '../../app/records/sweeps/looking-again'
import { freshDatabase } from '../database'
import { ASKED, FINALLY, MET, REPLIED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'
import { atOnce } from './at-once'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const bound = (supervisorId: string | null) =>
  world.db.dyad.count({ where: { supervisorId: supervisorId as string, unboundOn: null } })

test('two approvals at once cannot make four places', async () => {
  const names = ['Aalders', 'Berends', 'Cornelis', 'Dekker'] as const
  for (const name of names) await world.inquired(name)
  const { supervisorId } = await world.approached('Aalders')
  await world.approached('Berends')
  const last = [() => world.reply('Cornelis'), () => world.reply('Dekker')]
  const stood = await atOnce(database, supervisorId as string, last, 'study.supervisor')
  expect(stood.map((one) => must(one).stands).sort()).toEqual(['approached', 'left'])
  expect(await bound(supervisorId)).toBe(3)
})

test('four at once, and three places: one leaves at the approach, counted in the flow', async () => {
  const names = ['Aalders', 'Berends', 'Cornelis', 'Dekker'] as const
  for (const name of names) await world.inquired(name)
  const stood = (await Promise.all(names.map((name) => world.reply(name)))).map(must)
  const left = stood.filter(({ stands }) => stands === 'left')
  expect(left).toEqual([{ stands: 'left', step: 'approach', reason: 'supervisor_full' }])
  const { funnel, not_included } = await flow(world.db, world.study, FINALLY)
  expect(funnel).toMatchObject({ registered: 4, inquired: 4, replied: 4, met_criteria: 4, approachable: 4 })
  expect(not_included).toMatchObject({ practical: 1 })
})

/** Six clients of one supervisor for whom only the judgement is missing. */
async function sixToJudge(own: World): Promise<{ supervisorId: string; ids: string[] }> {
  const names = ['Aalders', 'Berends', 'Cornelis', 'Dekker', 'Evers', 'Fokkens'] as const
  const ids: string[] = []
  let supervisorId = ''
  for (const name of names) {
    const one = await own.registered(name, { supervisor: 'Prins' })
    await own.inquired(name)
    must(await own.reply(name, { isSupervisor: false, contacts: null }))
    for (const criterion of ['supervision_started', 'few_contacts'])
      must(await setFinding(own.db, own.on(REPLIED), { registrationId: one.registrationId, criterion, verdict: 'met' }))
    ids.push(one.registrationId)
    supervisorId = one.supervisorId as string
  }
  return { supervisorId, ids }
}

test('two coordinators who approve in bulk at once make three places, never four', { timeout: 120_000 }, async () => {
  for (let round = 0; round < 20; round++) {
    const own = await namedWorld(database)
    const { supervisorId, ids } = await sixToJudge(own)
    const bulk = async (mine: readonly string[]) => {
      // who comes second finds it judged already
      for (const registrationId of mine) await judge(own.db, own.on(MET), { registrationId, reason: null })
    }
    await Promise.all([bulk(ids), bulk([...ids].reverse())])
    expect(await own.db.dyad.count({ where: { supervisorId, unboundOn: null } })).toBe(3)
    const left = { registration: { studyId: own.study.id }, step: 'approach', reason: 'supervisor_full' }
    expect(await own.db.departure.count({ where: left })).toBe(3)
  }
})

test('a place that becomes free brings back who met a full supervisor, and no more', async () => {
  const [first] = [await world.approached('Aalders'), await world.approached('Berends')]
  await world.approached('Cornelis')
  const { registrationId } = await world.registered('Dekker')
  expect(await lookAgain(world.db, world.on(REPLIED))).toBe(0)
  const met = { registrationId: first.registrationId, wave: 'T1', on: MET, reason: 'practical' }
  must(await recordNotHeld(world.db, world.on(MET), met))
  const twice = await Promise.all([1, 2].map(() => lookAgain(world.db, world.on(MET))))
  expect(twice.sort()).toEqual([0, 1])
  expect(await world.db.departure.findMany({ where: { registrationId } })).toMatchObject([
    { step: 'register', reason: 'supervisor_full', returnedOn: new Date(MET) },
  ])
  expect(await lookAgain(world.db, world.on(MET))).toBe(0)
})

test('an interview that was held keeps its place for good', async () => {
  const { supervisorId } = await world.interviewed('Aalders')
  await world.interviewed('Berends')
  await world.interviewed('Cornelis')
  expect(await bound(supervisorId)).toBe(3)
  await world.registered('Dekker')
  expect(codeOf(await world.reply('Dekker', { repliedOn: ASKED }))).toBe('not_inquired')
  expect(
    await world.db.departure.count({ where: { reason: 'supervisor_full', registration: { studyId: world.study.id } } }),
  ).toBe(1)
})
