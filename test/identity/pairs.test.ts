import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { beforeEach, expect, test } from 'vitest'
import { type Errand, pendingErrands } from '../../app/identity/errands'
import { formsKept } from '../../app/identity/forms/kept'
import { registerNamed } from '../../app/identity/registration'
import { trailOf } from '../../app/identity/trail'
import { whomAsked } from '../../app/identity/whom'
import { withdrawNamed, withdrawScopesNamed } from '../../app/identity/withdrawal'
import { formInForce } from '../../app/protocol/consent-forms'
import { addDays, monthOf } from '../../app/protocol/day'
import { register } from '../../app/records/intake/register'
import { takenBack } from '../../app/records/permissions'
import { withdrawScopes } from '../../app/records/taking-back'
import { withdraw } from '../../app/records/withdrawal'
import { minute } from '../../jobs/minute'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { freshDatabase } from '../database'
import { MET, named, REGISTERED } from '../people'
import { FACTS, must, namedWorld, type World } from '../world'
import type { Killed } from './killed'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const SCRIPT = fileURLToPath(new URL('killed.ts', import.meta.url))
type What = { [Key in keyof Killed]: Killed[Key] } & { name?: 'Evers'; clientId?: string; scopes?: readonly string[] }

/** Runs a pair in a process that is killed between its halves; fails when it ended in any other way. */
async function killedIn(what: Pick<What, 'pair' | 'today'> & Partial<What>): Promise<void> {
  const { urls, secret, home } = database
  const given = JSON.stringify({ urls, secret, home, studyId: world.study.id, ...what })
  const signal = await new Promise((resolve) => {
    const env = { ...process.env, KILLED: given }
    execFile(process.execPath, ['--import', 'tsx', SCRIPT], { env }, (error, _, stderr) =>
      resolve(error?.signal ?? (stderr || 'ended by itself')),
    )
  })
  expect(signal).toBe('SIGKILL')
}
/** What was done about a case or client, the vault's half first or last as the pair orders it. */
const verbs = async (subjectId: string) => {
  const study = await world.db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })
  const all = [
    ...(await trailOf(world.vault, subjectId)),
    ...study.map(({ at, verb }) => ({ at: at.toISOString(), verb })),
  ]
  return all.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ verb }) => verb)
}
const counts = async () => {
  const of = { where: { studyId: world.study.id } }
  const ours = { where: { studyAlias: world.vault.keys.alias(world.study.id) } }
  const { person, supervisorIdentity, supervision } = world.vault.db
  const identity = await Promise.all([person.count(ours), supervisorIdentity.count(ours), supervision.count(ours)])
  const { client, supervisor, registration } = world.db
  return { identity, study: await Promise.all([client.count(of), supervisor.count(of), registration.count(of)]) }
}
const COMPLETE = { identity: [1, 1, 1], study: [1, 1, 1] }
const registering = (request = 'row:2') => {
  const occasion = world.on(REGISTERED, request)
  return registerNamed(world.vault, occasion, {
    named: named('Evers'),
    facts: FACTS,
    register: (whole: typeof FACTS & Parameters<typeof register>[2]) => register(world.db, occasion, whole),
  })
}

test.each(['the sweep', 'the verb repeated'])(
  'a registration killed between its halves: %s completes it',
  async (by) => {
    await killedIn({ pair: 'register', name: 'Evers', today: REGISTERED, request: 'row:2' })
    expect(await counts()).toEqual({ identity: [1, 1, 1], study: [0, 0, 0] })
    const [errand] = (await pendingErrands(world.vault, world.study.id)).errands as [Errand]
    const [{ registrationId }] = errand.facts as [{ registrationId: string }]
    expect(await verbs(registrationId)).toEqual(['enter_registration'])

    if (by === 'the sweep') expect(await minute(world.desk, world.on(REGISTERED))).toMatchObject({ registrations: 1 })
    else expect(must(await registering())).toMatchObject({ registrationId, outcome: 'new' })
    expect(await counts()).toEqual(COMPLETE)
    expect(await verbs(registrationId)).toEqual(['enter_registration', 'register'])

    // and whatever is done once more, by either, doubles nothing
    expect(await minute(world.desk, world.on(REGISTERED))).toMatchObject({ registrations: 0 })
    expect(must(await registering())).toMatchObject({ registrationId, outcome: 'already_done' })
    expect(await counts()).toEqual(COMPLETE)
    expect(await verbs(registrationId)).toEqual(['enter_registration', 'register'])
    expect(await pendingErrands(world.vault, world.study.id)).toEqual({ errands: [], unreadable: 0 })
  },
)

test.each(['the sweep', 'the verb repeated'])('a withdrawal killed between its halves: %s completes it', async (by) => {
  const { registrationId, clientId } = await world.interviewed('Evers')
  must(await world.answered('Evers', 'client'))
  const after = addDays(MET, 1)
  const withdrawing = () =>
    withdrawNamed(world.vault, world.on(after), {
      clientId,
      collected: 'erase',
      withdraw: (what) => withdraw(world.db, world.on(after), what),
    })
  await killedIn({ pair: 'withdraw', clientId, today: after })
  // contact stopped the same moment: that half came first
  expect(await world.db.mailLine.count({ where: { registrationId, state: 'planned' } })).toBe(0)
  expect(await world.db.permission.count({ where: { clientId, granted: true } })).toBe(0)
  expect(await world.db.answer.count({ where: { measurement: { registrationId } } })).toBe(0)
  const forms = async () => world.vault.db.consentForm.findMany({ where: { personId: await world.inVault(clientId) } })
  expect(await forms()).toMatchObject([{ endedMonth: null }])
  expect(await verbs(clientId)).toEqual(['withdraw'])

  if (by === 'the sweep') expect(await minute(world.desk, world.on(after))).toMatchObject({ withdrawals: 1 })
  else must(await withdrawing())
  const ended = [{ endedMonth: monthOf(after), collected: 'erase' }]
  expect(await forms()).toMatchObject(ended)
  expect(await verbs(clientId)).toEqual(['withdraw', 'end_consent'])

  expect(await minute(world.desk, world.on(addDays(after, 9)))).toMatchObject({ withdrawals: 0 })
  must(await withdrawing())
  expect(await forms()).toMatchObject(ended)
  expect(await verbs(clientId)).toEqual(['withdraw', 'end_consent'])
  expect(await world.db.withdrawal.count({ where: { clientId } })).toBe(1)
})

test.each(['the sweep', 'the verb repeated'])(
  'scopes taken back and killed between the halves: %s completes it',
  async (by) => {
    const { clientId } = await world.interviewed('Evers')
    const after = addDays(MET, 40)
    const scopes = ['phone', 'approach_again']
    const takingBack = () =>
      withdrawScopesNamed(world.vault, world.on(after), {
        clientId,
        scopes,
        takeBack: (what) => withdrawScopes(world.db, world.on(after), what),
        stillTakenBack: (id) => takenBack(world.db, id),
      })
    await killedIn({ pair: 'scopes', clientId, scopes, today: after })
    expect([...(await takenBack(world.db, clientId))].sort()).toEqual([...scopes].sort())
    const personId = await world.inVault(clientId)
    const ended = () =>
      world.vault.db.consentAnswer.findMany({
        where: { form: { personId }, answer: 'ended' },
        select: { box: true, seq: true, month: true },
        orderBy: { box: 'asc' },
      })
    expect(await ended()).toEqual([])

    if (by === 'the sweep') expect(await minute(world.desk, world.on(after))).toMatchObject({ scopes: 1 })
    else must(await takingBack())
    const month = monthOf(after)
    const [form] = await formsKept(world.vault.db, world.vault.keys, personId)
    const boxes = formInForce(world.study.protocol, MET)?.boxes.filter(({ scope }) => scopes.includes(scope)) ?? []
    const numbers = boxes.map(({ box }) => box).sort()
    expect(await ended()).toEqual(numbers.map((box) => ({ box, seq: 2, month })))
    expect(form?.endedMonth).toBeNull()
    expect(form?.particulars).toMatchObject({
      signedOn: MET,
      takenBackOn: Object.fromEntries(numbers.map((box) => [box, after])),
    })
    expect(await verbs(clientId)).toEqual(['withdraw_scopes', 'end_scopes'])

    expect(await minute(world.desk, world.on(addDays(after, 9)))).toMatchObject({ scopes: 0 })
    must(await takingBack())
    expect(await ended()).toHaveLength(2)
    expect(await verbs(clientId)).toEqual(['withdraw_scopes', 'end_scopes'])
  },
)

test('a sweep that comes between the halves of a living registration does not double it', async () => {
  const occasion = world.on(REGISTERED, 'row:2')
  const registered = await registerNamed(world.vault, occasion, {
    named: named('Evers'),
    facts: FACTS,
    register: async (whole: typeof FACTS & Parameters<typeof register>[2]) => {
      expect(await minute(world.desk, world.on(REGISTERED))).toMatchObject({ registrations: 1 })
      return register(world.db, occasion, whole)
    },
  })
  expect(must(registered).outcome).toBe('already_done')
  expect(await counts()).toEqual(COMPLETE)
  expect(await verbs(must(registered).registrationId)).toEqual(['enter_registration', 'register'])
})

test('one value that does not open stops none of the others, nor the mail, and is told', async () => {
  const { registrationId, clientId } = await world.interviewed('Evers')
  const keys = world.vault.keys
  await world.vault.db.errand.createMany({
    data: { id: randomUUID(), studyAlias: keys.alias(world.study.id), payload: new Uint8Array(40) },
  })
  const broken = { particulars: new Uint8Array(40) }
  await world.vault.db.consentForm.updateMany({ where: { personId: await world.inVault(clientId) }, data: broken })
  must(await withdraw(world.db, world.on(MET), { clientId, collected: 'erase' }))
  await world.inquired('Hendriks')
  await expect(minute(world.desk, world.on(MET))).rejects.toThrow('does not open')
  await sendWaitingMail(world.desk, world.on(MET))
  const ours = { studyAlias: keys.alias(world.study.id), endedMonth: null }
  expect(await world.vault.db.consentForm.count({ where: ours })).toBe(0)
  const others = { state: 'planned', registration: { studyId: world.study.id } }
  expect(await world.db.mailLine.count({ where: others })).toBe(0)
  expect((await pendingErrands(world.vault, world.study.id)).unreadable).toBe(1)
  expect(await whomAsked(world.vault, world.on(MET), registrationId)).toBeNull()
})
