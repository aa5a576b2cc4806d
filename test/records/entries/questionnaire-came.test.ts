import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../app/platform/id'
import { addDays } from '../../../app/protocol/day'
import { reopenQuestionnaire, voidQuestionnaire } from '../../../app/records/entries/mend'
import { questionnaireCame } from '../../../app/records/entries/questionnaire-came'
import { swapQuestionnaires } from '../../../app/records/entries/swap'
import { withdrawSupervisorAnswers } from '../../../app/records/supervisor-answers'
import { sendWaitingMail } from '../../../jobs/outgoing-mail'
import { freshDatabase } from '../../database'
import { type ClientName, MET } from '../../people'
import { must, namedWorld, type World } from '../../world'
import { allOf, device, handIn, measurementOf } from './course'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const NEXT = addDays(MET, 1)
const why = 'wrong_client' as const
const came = (id: string) => questionnaireCame(world.db, world.study, id)
const asked = async (name: ClientName) => {
  const { registrationId } = await world.interviewed(name)
  return (await measurementOf(world, registrationId, 'supervisor')).id
}
const filled = async (name: ClientName, complete = true) => {
  const id = await asked(name)
  const given = complete ? allOf(world, 'supervisor') : { i01: 3 }
  must(await handIn(world, id, 'supervisor', device().next(given, { complete })))
  return id
}
const pseudonymOf = async (id: string) => {
  const { registrationId } = await world.db.measurement.findUniqueOrThrow({ where: { id } })
  return (await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })).pseudonym
}

test('asked, sent, begun and signed off, each with its day; nothing of what was answered', async () => {
  const id = await asked('Evers')
  expect(await came(id)).toMatchObject({ openedOn: MET, sentOn: null, filledOn: null, completedOn: null })
  await sendWaitingMail(world.desk, world.on(MET))
  expect(await came(id)).toMatchObject({ sentOn: MET, pseudonym: await pseudonymOf(id), wave: 'T1' })
  must(await handIn(world, id, 'supervisor', device().next({ i01: 3 }), NEXT))
  expect(await came(id)).toMatchObject({ filledOn: NEXT, completedOn: null, others: [] })
  const known = await came(await filled('Fokkens'))
  expect(known).toMatchObject({ filledOn: MET, completedOn: MET })
  expect(JSON.stringify(known)).not.toMatch(/i01|mark|value/)
})

test('a swap is offered with what the same supervisor signed off at the same wave, and with nothing else', async () => {
  const mine = await filled('Evers')
  const other = await filled('Fokkens')
  await filled('Gerrits', false)
  await filled('Hendriks')
  expect((await came(mine))?.others).toEqual([{ id: other, pseudonym: await pseudonymOf(other), completedOn: MET }])
  must(await swapQuestionnaires(world.db, world.on(NEXT), { one: mine, other, why }))
  for (const id of [mine, other]) expect((await came(id))?.mended).toEqual([{ way: 'swapped', why, on: NEXT }])
})

test('what was mended stands in order; what was declared void is not begun', async () => {
  const id = await filled('Evers')
  must(await reopenQuestionnaire(world.db, world.on(NEXT), { measurementId: id, why }))
  expect(await came(id)).toMatchObject({ completedOn: null, filledOn: MET, sentOn: null, openedOn: NEXT })
  must(await voidQuestionnaire(world.db, world.on(NEXT), { measurementId: id, why: 'test' }))
  expect(await came(id)).toMatchObject({
    filledOn: null,
    mended: [
      { way: 'reopened', why, on: NEXT },
      { way: 'voided', why: 'test', on: NEXT },
    ],
  })
})

test('nothing is found of an interview, of another study, and of what is not there; what was erased says when', async () => {
  const id = await filled('Evers')
  const { registrationId, supervisorId } = await world.interviewed('Evers')
  expect(await came((await measurementOf(world, registrationId, 'client')).id)).toBeNull()
  expect(await came(newId())).toBeNull()
  expect(await questionnaireCame(world.db, (await namedWorld(database)).study, id)).toBeNull()
  must(await withdrawSupervisorAnswers(world.db, world.on(NEXT), { supervisorId: supervisorId ?? '' }))
  expect(await came(id)).toMatchObject({ erasedOn: NEXT, filledOn: null })
})
