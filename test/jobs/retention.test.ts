import { beforeEach, expect, test } from 'vitest'
import { signConsent } from '../../app/identity/consent'
import { forgotten } from '../../app/identity/retention'
import { auditIsWhole } from '../../app/platform/audit/whole'
import { addDays, addMonths, type Day, day, monthOf } from '../../app/protocol/day'
import { flow } from '../../app/records/flow'
import { lastReports } from '../../app/records/retention/report'
import { withdraw } from '../../app/records/withdrawal'
import { retain, retentionReport } from '../../jobs/retention'
import { freshDatabase, type TestDatabase } from '../database'
import { onTablet } from '../identity/forms'
import { type ClientName, FINALLY, MET, REGISTERED, REPLIED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

let database: TestDatabase
let world: World
beforeEach(async () => {
  database = await freshDatabase()
  world = await namedWorld(database)
})

/** A client whose case closed on the supervisor's reply: another supervision that goes on. */
async function left(name: ClientName) {
  const ids = await world.inquired(name)
  must(await world.reply(name, { reason: 'abroad' }))
  return ids
}
const person = async (clientId: string) =>
  world.vault.db.person.findUniqueOrThrow({ where: { id: await world.inVault(clientId) } })
const named = async (clientId: string) => (await person(clientId)).surname !== null
const supervisorNamed = async (supervisorId: string | null) => {
  const id = await world.inVault(supervisorId ?? '')
  return (await world.vault.db.supervisorIdentity.findUniqueOrThrow({ where: { id } })).name !== null
}
const line = async (kind: string, on: string) =>
  (await retentionReport(world.desk, world.on(on))).find((one) => one.kind === kind)
const apply = (on: string) => retain(world.desk, world.on(on), { announced: false })
const night = (on: string) => retain(world.desk, world.on(on), { announced: true })

test('the name of who never took part is due on the ninetieth day after the case closed, announced a week before', async () => {
  const { clientId } = await left('Evers')
  const at = (days: number) => line('names_never_took_part', addDays(REPLIED, days))
  expect(await at(82)).toMatchObject({ due: 0, soon: 0 })
  expect(await at(83)).toMatchObject({ due: 0, soon: 1 })
  expect(await at(89)).toMatchObject({ due: 0, soon: 1 })
  expect(await at(90)).toMatchObject({ due: 1, soon: 0 })
  expect(await at(91)).toMatchObject({ due: 1, soon: 0 })
  const before = await flow(world.db, world.study, FINALLY)
  expect(await apply(addDays(REPLIED, 89))).toMatchObject({ names_never_took_part: 0 })
  expect(await named(clientId)).toBe(true)
  expect(await apply(addDays(REPLIED, 90))).toMatchObject({ names_never_took_part: 1 })
  expect(await person(clientId)).toMatchObject({ surname: null, number: null, initials: null, bornOn: null })
  expect(await apply(addDays(REPLIED, 90))).toMatchObject({ names_never_took_part: 0 })
  expect(await flow(world.db, world.study, FINALLY)).toEqual(before)
  const month = monthOf(addDays(REPLIED, 90))
  expect(await forgotten(world.vault, world.study.id, month)).toEqual([
    { day: addDays(REPLIED, 90), kind: 'names_never_took_part', count: 1 },
  ])
  expect(await auditIsWhole(database.urls.owner, world.vault.keys)).toMatchObject({ ok: true, faults: [] })
})

test('the night’s job takes out only what stood in its report for a week, and then on the day', async () => {
  const { clientId } = await left('Evers')
  const due = addDays(REPLIED, 90)
  const nothing = { names_never_took_part: 0 }
  // the first night of an installation: much may be due, nothing was announced
  expect(await night(addDays(due, 3))).toMatchObject(nothing)
  expect(await night(addDays(due, 9))).toMatchObject(nothing)
  expect(await named(clientId)).toBe(true)
  expect(await night(addDays(due, 10))).toMatchObject({ names_never_took_part: 1 })
  expect(await named(clientId)).toBe(false)
  expect(await night(addDays(due, 11))).toMatchObject(nothing)
  const reports = await lastReports(world.db, world.study, { days: 4 })
  expect(reports.map(({ day, kinds }) => [day, kinds.find(({ kind }) => kind === 'names_never_took_part')])).toEqual([
    [addDays(due, 11), undefined],
    [addDays(due, 10), { kind: 'names_never_took_part', due: 1, soon: 0 }],
    [addDays(due, 9), { kind: 'names_never_took_part', due: 1, soon: 0 }],
    [addDays(due, 3), { kind: 'names_never_took_part', due: 1, soon: 0 }],
  ])
})

test('with a report every night a name goes on its ninetieth day, not one later', async () => {
  const { clientId } = await left('Evers')
  for (let days = 82; days <= 89; days++) await night(addDays(REPLIED, days))
  expect(await named(clientId)).toBe(true)
  expect(await night(addDays(REPLIED, 90))).toMatchObject({ names_never_took_part: 1 })
  expect(await named(clientId)).toBe(false)
})

/** The register's row of a client once more, by an import. */
const imported = async (name: ClientName, startedOn: string, on: Day) =>
  must(await world.register(name, { startedOn: day(startedOn) }, on))
const nights = async (from: Day, count: number) => {
  const gone: (number | undefined)[] = []
  for (let past = 0; past < count; past++) gone.push((await night(addDays(from, past))).names_of_participants)
  return gone
}

test('a slip in the register erases nobody for a week, whatever was reported before, and mended in time nobody at all', async () => {
  const { clientId } = await world.interviewed('Evers')
  // no window of theirs keeps the name any more, the follow-up does
  const slip = addMonths(MET, 16)
  expect(await nights(addDays(slip, -14), 14)).toEqual(Array(14).fill(0))
  await imported('Evers', '2002-03-01', slip)
  // announced on the first of these nights; mended before the last, on which it would go
  expect(await nights(slip, 7)).toEqual(Array(7).fill(0))
  expect(await line('names_of_participants', addDays(slip, 6))).toMatchObject({ due: 1 })
  await imported('Evers', REGISTERED, addDays(slip, 7))
  expect(await nights(addDays(slip, 7), 2)).toEqual([0, 0])
  expect(await named(clientId)).toBe(true)
  // the same slip once more: what was announced before it was mended does not count
  await imported('Evers', '2002-03-01', addDays(slip, 9))
  expect(await nights(addDays(slip, 9), 1)).toEqual([0])
  expect(await nights(addDays(slip, 15), 2)).toEqual([0, 1])
  expect(await named(clientId)).toBe(false)
})

test('a name that was announced by one who stood there is no leave to take another', async () => {
  const { clientId: first } = await left('Evers')
  await night(addDays(REPLIED, 83))
  const { clientId: second } = await left('Fokkens')
  expect(await night(addDays(REPLIED, 90))).toMatchObject({ names_never_took_part: 1 })
  expect([await named(first), await named(second)]).toEqual([false, true])
  expect(await night(addDays(REPLIED, 97))).toMatchObject({ names_never_took_part: 1 })
  expect(await named(second)).toBe(false)
})

test('the night’s job takes out the key on its day, announced a week before as well', async () => {
  const ids = await left('Evers')
  await apply(addMonths(REGISTERED, 20))
  const due = addMonths(addMonths(REGISTERED, world.study.protocol.followUpMonths), 6)
  expect((await night(addDays(due, -7))).key).toBe(0)
  expect((await night(addDays(due, -1))).key).toBe(0)
  expect(await world.inVault(ids.clientId)).not.toBe('')
  expect((await night(due)).key).toBe(3)
  expect(await world.inVault(ids.clientId)).toBe('')
})

test('a key that is due at once waits a week from its announcement', async () => {
  await left('Evers')
  await apply(addMonths(REGISTERED, 20))
  expect((await night(FAR)).key).toBe(0)
  expect((await night(addDays(FAR, 6))).key).toBe(0)
  expect((await night(addDays(FAR, 7))).key).toBe(3)
})

test('who takes part keeps the name until six months after the follow-up, who withdrew until six after that', async () => {
  const [stays, stopped] = [await world.interviewed('Evers'), await world.interviewed('Fokkens')]
  const on = addDays(MET, 20)
  must(await withdraw(world.db, world.on(on), { clientId: stopped.clientId, collected: 'keep' }))
  const due = addMonths(on, 6)
  await apply(addDays(due, -1))
  expect([await named(stays.clientId), await named(stopped.clientId)]).toEqual([true, true])
  await apply(due)
  expect([await named(stays.clientId), await named(stopped.clientId)]).toEqual([true, false])
  // the key goes with the last name: the row is looked at by the vault's own id
  const id = await world.inVault(stays.clientId)
  const end = addMonths(addMonths(REGISTERED, world.study.protocol.followUpMonths), 6)
  await apply(addDays(end, -1))
  expect(await named(stays.clientId)).toBe(true)
  await apply(end)
  expect((await world.vault.db.person.findUniqueOrThrow({ where: { id } })).surname).toBeNull()
})

test('with the name go the signatures; what was said on the form stays', async () => {
  const { registrationId, clientId } = await world.approached('Evers')
  must(await signConsent(world.vault, world.on(MET), onTablet(registrationId)))
  const { db } = world.vault
  const form = { personId: await world.inVault(clientId) }
  expect(await db.consentPaper.count({ where: { form } })).toBe(2)
  await apply('2030-01-01')
  expect(await db.consentPaper.count({ where: { form } })).toBe(0)
  expect(await db.consentAnswer.count({ where: { form, answer: 'yes' } })).toBe(5)
})

test('a supervisor’s name goes six months after the last question to them can be answered', async () => {
  const { supervisorId } = await left('Hendriks')
  const due = addMonths(REPLIED, 6)
  expect(await line('names_of_supervisors', addDays(due, -1))).toMatchObject({ due: 0, soon: 1 })
  await apply(addDays(due, -1))
  expect(await supervisorNamed(supervisorId)).toBe(true)
  await apply(due)
  expect(await supervisorNamed(supervisorId)).toBe(false)
  // one of whom something may still be asked keeps it
  const { supervisorId: other } = await world.inquired('Evers')
  await apply('2040-01-01')
  expect(await supervisorNamed(other)).toBe(true)
})

const FAR: Day = addMonths(REGISTERED, 60)

test('the key goes when everybody’s term is over and nobody came in for as long; then nothing ties the two', async () => {
  const ids = await left('Evers')
  await apply(addMonths(REGISTERED, 20))
  expect(await named(ids.clientId)).toBe(false)
  expect(await world.inVault(ids.clientId)).not.toBe('')
  expect(codeOf(await world.register('Evers'))).toBe('done')
  expect((await apply(FAR)).key).toBe(3)
  for (const id of Object.values(ids)) expect(await world.inVault(id ?? '')).toBe('')
  expect((await apply(FAR)).key).toBe(0)
  expect(codeOf(await world.register('Evers'))).toBe('key_gone')
})

test('the key stays as long as one case is open', async () => {
  const { clientId } = await left('Evers')
  await world.inquired('Fokkens')
  await apply(FAR)
  expect(await named(clientId)).toBe(false)
  expect(await world.inVault(clientId)).not.toBe('')
})

test('one more than a batch goes in two, each with its entry; stopped between them, the next run goes on', async () => {
  const rows = Array.from({ length: 201 }, (_, index) => index)
  const ids = await left('Evers')
  const { client, registration, departure } = world.db
  const { keys, db } = world.vault
  const { blindId, newId } = await import('../../app/platform/id')
  const { tie } = await import('../../app/identity/tie')
  const model = await registration.findUniqueOrThrow({ where: { id: ids.registrationId } })
  for (const index of rows.slice(1)) {
    const [clientId, registrationId, personId] = [newId(), newId(), blindId()]
    await client.createMany({ data: { id: clientId, studyId: world.study.id, pseudonym: `P${index}` } })
    await registration.createMany({ data: { ...model, id: registrationId, clientId } })
    await departure.createMany({
      data: {
        id: newId(),
        registrationId,
        step: 'inquiry',
        reason: 'no_reply',
        leftOn: new Date(REPLIED),
        decidedBy: 'system',
      },
    })
    await db.person.createMany({
      data: {
        id: personId,
        studyAlias: keys.alias(world.study.id),
        numberHash: keys.hash('client', `${index}`),
        surname: keys.seal('x', `person.surname:${personId}`),
      },
    })
    await tie(db, keys, personId, clientId)
  }
  const stop = new AbortController()
  const due = addDays(REPLIED, 90)
  const stopping = { ...world.desk, stop: stop.signal }
  stop.abort()
  expect(await retain(stopping, world.on(due), { announced: false })).toMatchObject({ names_never_took_part: 0 })
  expect(await apply(due)).toMatchObject({ names_never_took_part: 201 })
  const entries = await forgotten(world.vault, world.study.id, monthOf(due))
  expect(entries.map(({ count }) => count)).toEqual([200, 1])
})
