import { beforeEach, expect, test } from 'vitest'
import { noteConditions } from '../../app/records/fieldwork/end-interview'
import { stoppedAt } from '../../app/records/fieldwork/stopped'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { MET } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})
const stopped = (registrationId: string) => stoppedAt(world.db, world.study, registrationId, 'T1')

test('a client who withdrew has stopped, and nothing is noted of how it went', async () => {
  const { registrationId, clientId } = await world.interviewed('Evers')
  expect(await stopped(registrationId)).toBeNull()
  must(await withdraw(world.db, world.on(MET), { clientId, collected: 'keep' }))
  expect(await stopped(registrationId)).toBe('withdrawn')
  const { id: measurementId } = await world.db.measurement.findFirstOrThrow({
    where: { registrationId, perspective: 'client' },
  })
  const told = { measurementId, interviewer: 'I1', place: 'office', thirdPerson: false, unreliable: '' }
  expect(codeOf(await noteConditions(world.db, world.on(MET), told))).toBe('withdrawn')
})

test('so has one who does not allow what the wave needs', async () => {
  const { registrationId } = await world.approached('Evers')
  must(await world.consented('Evers', { take_part: 'declined' }))
  expect(await stopped(registrationId)).not.toBeNull()
})
