import { beforeEach, expect, test } from 'vitest'
import type { Message } from '../../app/mail/transport'
import { addDays } from '../../app/protocol/day'
import { declineAltogether } from '../../app/records/declining'
import { reopenQuestionnaire } from '../../app/records/entries/mend'
import { takeInQuestionnaire } from '../../app/records/fieldwork/questionnaire'
import { withdraw } from '../../app/records/withdrawal'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { freshDatabase } from '../database'
import { MET } from '../people'
import { must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
let said: Message[]
beforeEach(async () => {
  world = await namedWorld(database)
  said = []
})

const NEXT = addDays(MET, 1)
/** Writes down what would have been said that day; nothing leaves. */
const send = (today: string) => {
  const send = async (message: Message) => {
    said.push(message)
    return { outcome: 'suppressed' } as const
  }
  return sendWaitingMail({ ...world.desk, transport: { name: 'suppressed', send } }, world.on(today))
}
const thanks = (registrationId: string) => world.db.mailLine.findMany({ where: { registrationId, kind: 'thanks' } })
/** Somebody who was asked by mail for the questionnaire of the first wave. */
async function asked(name: 'Evers' | 'Fokkens') {
  const ids = await world.interviewed(name)
  await send(MET)
  return ids
}

test('who signs off a questionnaire that was asked by mail is thanked, the next day when today was used', async () => {
  const { registrationId } = await asked('Evers')
  must(await world.answered('Evers', 'supervisor', { on: MET }))
  expect(await thanks(registrationId)).toMatchObject([{ state: 'planned', wave: 'T1', round: 0 }])
  const before = said.length
  await send(MET)
  expect(said).toHaveLength(before)
  await send(NEXT)
  expect(said).toHaveLength(before + 1)
  const { subject, text, html } = said.at(-1) as Message
  expect(subject).toBe('Bedankt voor uw vragenlijst')
  for (const body of [text, html]) expect(body).not.toMatch(/https?:/)
  expect(await thanks(registrationId)).toMatchObject([{ state: 'suppressed' }])
})

test('a questionnaire that came before anybody was mailed about it is not thanked for', async () => {
  const { registrationId } = await world.interviewed('Evers')
  must(await world.answered('Evers', 'supervisor', { on: MET }))
  expect(await thanks(registrationId)).toEqual([])
})

test('nobody is mailed about what is told of the past', async () => {
  const { registrationId } = await asked('Evers')
  const past = { ...world.on(MET), past: true }
  must(
    await takeInQuestionnaire(world.db, past, {
      registrationId,
      wave: 'T1',
      perspective: 'supervisor',
      on: MET,
      answers: {},
    }),
  )
  expect(await thanks(registrationId)).toEqual([])
})

test.each([
  [
    'the client withdraws',
    'withdrawn',
    ({ clientId }) => withdraw(world.db, world.on(MET), { clientId, collected: 'keep' }),
  ],
  [
    'the supervisor declines altogether',
    'supervisor_declined',
    ({ supervisorId }) => declineAltogether(world.db, world.on(MET), supervisorId),
  ],
  [
    'it is opened again',
    'not_signed_off',
    async ({ registrationId }) => {
      const of = { registrationId, perspective: 'supervisor' }
      const { id: measurementId } = await world.db.measurement.findFirstOrThrow({ where: of })
      return reopenQuestionnaire(world.db, world.on(MET), { measurementId, why: 'wrong_client' })
    },
  ],
] satisfies [string, string, (ids: Ids) => Promise<unknown>][])(
  'no thanks when, in the meantime, %s',
  async (_, reason, meanwhile) => {
    const ids = (await asked('Evers')) as Ids
    must(await world.answered('Evers', 'supervisor', { on: MET }))
    must((await meanwhile(ids)) as Parameters<typeof must>[0])
    await send(NEXT)
    expect(await thanks(ids.registrationId)).toMatchObject([{ state: 'cancelled', reason }])
    expect(said.map(({ subject }) => subject)).not.toContain('Bedankt voor uw vragenlijst')
  },
)
type Ids = { readonly registrationId: string; readonly clientId: string; readonly supervisorId: string }
