import { beforeEach, expect, test } from 'vitest'
import { type Errand, pendingErrands } from '../../app/identity/errands'
import type { Named } from '../../app/identity/people'
import { registerNamed } from '../../app/identity/registration'
import { done } from '../../app/protocol/refusal'
import { minute } from '../../jobs/minute'
import { freshDatabase } from '../database'
import { named, REGISTERED } from '../people'
import { atOnce } from '../records/at-once'
import { codeOf, FACTS, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const enter = (who: Named) =>
  registerNamed(world.vault, world.on(REGISTERED), {
    named: who,
    facts: FACTS,
    // the study's half is not reached, as when the process dies
    register: async (): Promise<never> => Promise.reject(new Error('died')),
  })
const identity = () =>
  world.vault.db.supervision.findMany({
    where: { studyAlias: world.vault.keys.alias(world.study.id) },
    select: { id: true, personId: true, supervisorId: true },
  })

test('a known supervision that is said to be of another client or supervisor is refused, and stays as it is', async () => {
  await world.registered('Evers')
  const before = await identity()
  const evers = named('Evers')
  const refused = async (who: Named) => {
    const result = await enter(who)
    return result.ok ? result : [result.refusal.code, result.refusal.field]
  }
  expect(await refused({ ...evers, client: named('Fokkens').client })).toEqual(['other_client', 'client'])
  expect(await refused({ ...evers, supervisor: named('Aalders').supervisor })).toEqual([
    'other_supervisor',
    'supervisor',
  ])
  expect(await identity()).toEqual(before)
  expect(must(await world.register('Evers')).outcome).toBe('unchanged')
  // a row that names nobody says nothing against who is known
  const { supervisorId } = must(await world.register('Evers', { supervisor: null }))
  expect(await world.inVault(supervisorId ?? '')).toBe(before[0]?.supervisorId)
})

test('a supervisor named later, and cut short before the study heard of it, is completed by the sweep', async () => {
  const { registrationId } = await world.registered('Evers', { supervisor: null })
  await minute(world.desk, world.on(REGISTERED))
  await expect(enter(named('Evers'))).rejects.toThrow('died')
  const [errand] = (await pendingErrands(world.vault, world.study.id)).errands as [Errand]
  const [facts] = errand.facts as [{ supervisorId: string }]
  const { supervisorId } = facts
  expect(await world.inVault(supervisorId)).toBe((await identity())[0]?.supervisorId)
  expect(facts).toMatchObject({ registrationId, supervisorId })
  const known = () => world.db.registration.findUniqueOrThrow({ where: { id: registrationId } })
  expect(await known()).toMatchObject({ supervisorId: null })
  expect(await minute(world.desk, world.on(REGISTERED))).toMatchObject({ registrations: 1 })
  expect(await known()).toMatchObject({ supervisorId })
  expect(await minute(world.desk, world.on(REGISTERED))).toMatchObject({ registrations: 0 })
})

test('of two who name different supervisors at once, one is told so', async () => {
  await world.registered('Evers', { supervisor: null })
  const id = (await identity())[0]?.id ?? ''
  const name = (who: Named['supervisor']) => () =>
    registerNamed(world.vault, world.on(REGISTERED), {
      named: { ...named('Evers'), supervisor: who },
      facts: FACTS,
      register: async () => done('heard'),
    })
  const both = [name(named('Evers').supervisor), name(named('Aalders').supervisor)]
  expect((await atOnce(database, id, both, 'identity.supervision')).map(codeOf)).toEqual(['done', 'other_supervisor'])
})
