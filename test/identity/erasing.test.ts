import { beforeEach, expect, test } from 'vitest'
import { signConsent } from '../../app/identity/consent'
import { pendingErrands } from '../../app/identity/errands'
import { whoSigns } from '../../app/identity/forms/copy'
import { registerNamed } from '../../app/identity/registration'
import { forgetNames } from '../../app/identity/retention'
import { SEALED } from '../../app/identity/sealed'
import { whomAsked } from '../../app/identity/whom'
import { withdrawNamed, withdrawScopesNamed } from '../../app/identity/withdrawal'
import { auditIsWhole } from '../../app/platform/audit/whole'
import { addDays, monthOf } from '../../app/protocol/day'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { flow } from '../../app/records/flow'
import { register } from '../../app/records/intake/register'
import { takenBack } from '../../app/records/permissions'
import { withdrawScopes } from '../../app/records/taking-back'
import { entriesOf } from '../../app/records/timeline-entries'
import { type Collected, withdraw } from '../../app/records/withdrawal'
import { minute } from '../../jobs/minute'
import { freshDatabase, type TestDatabase } from '../database'
import { type ClientName, FINALLY, MET, named } from '../people'
import { codeOf, FACTS, must, namedWorld, type World } from '../world'
import { onTablet, picture } from './forms'

// a database a test: what is looked for must stand in none of another's studies either
let database: TestDatabase
let world: World
beforeEach(async () => {
  database = await freshDatabase()
  world = await namedWorld(database)
})

const AFTER = addDays(MET, 3)
const GUARDIAN = 'Wilhelmina Voogdstra'
const PHONE = '0698765432'

/** A client who was interviewed on a form of the tablet, with a guardian, a telephone number and three signatures. */
async function whole(name: ClientName) {
  const { registrationId, clientId } = await world.approached(name)
  const papers = [picture('client'), picture('staff'), picture('guard')]
  const form = onTablet(registrationId, { telephone: PHONE, guardian: GUARDIAN, papers })
  must(await signConsent(world.vault, world.on(MET), form))
  const interview = { registrationId, wave: 'T1', on: MET, contacts: 3, interviewer: 'I1', minutes: 25 }
  must(await holdInterview(world.db, world.on(MET), interview))
  return { registrationId, clientId }
}

const stop = (clientId: string, collected: Collected, half = withdraw, on = AFTER) =>
  withdrawNamed(world.vault, world.on(on), {
    clientId,
    collected,
    withdraw: (what) => half(world.db, world.on(on), what),
  })

/** Everything that the vault's keys open, of all rows of all its sealed columns, and what stands in clear. */
async function opened(): Promise<string> {
  const { db, keys } = world.vault
  const all: string[] = []
  for (const { table, columns } of SEALED)
    for (const column of columns) {
      const rows = await db.$queryRawUnsafe<{ id: string; sealed: Uint8Array | null }[]>(
        `SELECT id, ${column} AS sealed FROM identity.${table}`,
      )
      for (const { id, sealed } of rows)
        if (sealed) all.push(Buffer.from(keys.openBytes(sealed, `${table}.${column}:${id}`)).toString('latin1'))
    }
  const entries = await db.vaultEntry.findMany()
  all.push(...entries.map(({ id, sealed }) => keys.audit.open(sealed, `vault_entry:${id}`)))
  return all.join('\n')
}
const plantedOf = (name: ClientName) => {
  const { client, supervisionNumber } = named(name)
  return [client.surname, client.number, client.bornOn, supervisionNumber]
}
const foundOf = async (name: ClientName) => {
  const all = await opened()
  return plantedOf(name).filter((value) => all.includes(value))
}
const inVault = async (clientId: string) => {
  const personId = await world.inVault(clientId)
  const { person, consentPaper, consentForm } = world.vault.db
  const [row, papers, forms] = await Promise.all([
    person.findUniqueOrThrow({ where: { id: personId } }),
    consentPaper.count({ where: { form: { personId } } }),
    consentForm.findMany({ where: { personId }, include: { answers: true } }),
  ])
  return { row, papers, forms }
}

test('after withdrawing with erase no value of the client can be opened anywhere, and of the others every one', async () => {
  const { clientId } = await whole('Evers')
  await world.interviewed('Fokkens')
  expect(await foundOf('Evers')).toEqual(plantedOf('Evers'))
  const before = await opened()
  for (const value of [GUARDIAN, PHONE]) expect(before).toContain(value)
  const counts = await flow(world.db, world.study, FINALLY)

  must(await stop(clientId, 'erase'))
  expect(await foundOf('Evers')).toEqual([])
  const after = await opened()
  for (const value of [GUARDIAN, PHONE, 'PNG']) expect(after).not.toContain(value)
  expect(await foundOf('Fokkens')).toEqual(plantedOf('Fokkens'))
  // what was said, and that it ended, stays without a name
  const { papers, forms } = await inVault(clientId)
  expect(papers).toBe(0)
  for (const form of forms) {
    expect(form).toMatchObject({ collected: 'erase', endedMonth: AFTER.slice(0, 7) })
    expect(form.answers.map(({ answer }) => answer)).toEqual(expect.arrayContaining(['yes', 'ended']))
  }
  const { t2, steps, ...rest } = await flow(world.db, world.study, FINALLY)
  const { t2: t2Before, steps: stepsBefore, ...restBefore } = counts
  expect(rest).toEqual(restBefore)
  const intake = ({ step }: { step: string }) => step !== 'T1'
  expect(steps.filter(intake)).toEqual(stepsBefore.filter(intake))
  expect(t2).toEqual({ ...t2Before, lost: { withdrew: 1 } })
  expect(await auditIsWhole(database.urls.owner, world.vault.keys)).toMatchObject({ ok: true, faults: [] })
})

test('with keep the name stays, until its term is over', async () => {
  const { clientId } = await whole('Evers')
  must(await stop(clientId, 'keep'))
  expect(await foundOf('Evers')).toEqual(plantedOf('Evers'))
  expect((await inVault(clientId)).papers).toBe(3)
})

test('who never signed is erased at once as well, and once', async () => {
  const { clientId, registrationId } = await world.approached('Evers')
  must(await stop(clientId, 'erase'))
  expect(await foundOf('Evers')).toEqual([])
  expect(await whomAsked(world.vault, world.on(AFTER), registrationId)).toBeNull()
  expect(await whoSigns(world.vault, world.on(AFTER), clientId, { adultFrom: 18 })).toMatchObject({ ok: false })
  expect(await minute(world.desk, world.on(AFTER))).toMatchObject({ withdrawals: 0 })
})

test('who first let it stay is erased on asking later, and stays erased whatever is asked after that', async () => {
  const { clientId, registrationId } = await whole('Evers')
  const LATER = addDays(AFTER, 40)
  must(await world.answered('Evers', 'client'))
  const ofClient = { measurement: { registrationId, perspective: 'client' } }
  must(await stop(clientId, 'keep'))
  const counts = await flow(world.db, world.study, FINALLY)
  expect(await world.db.answer.count({ where: ofClient })).toBeGreaterThan(0)

  must(await stop(clientId, 'erase', withdraw, LATER))
  expect(await foundOf('Evers')).toEqual([])
  expect(await opened()).not.toContain(PHONE)
  const { papers, forms } = await inVault(clientId)
  expect(papers).toBe(0)
  for (const form of forms) expect(form).toMatchObject({ collected: 'erase', endedMonth: monthOf(AFTER) })
  expect(await world.db.answer.count({ where: ofClient })).toBe(0)
  expect(await world.db.permission.count({ where: { clientId, granted: true } })).toBe(0)
  const [day, later] = [new Date(AFTER), new Date(LATER)]
  const withdrawn = { withdrawnOn: day, collected: 'erase', eraseOn: later }
  expect(await world.db.withdrawal.findMany({ where: { clientId } })).toMatchObject([withdrawn])
  expect(await world.db.measurement.findMany({ where: ofClient.measurement })).toMatchObject([{ erasedOn: later }])
  expect((await entriesOf(world.db, registrationId)).slice(-2)).toMatchObject([
    { kind: 'withdrawn', on: AFTER, details: { collected: 'keep' } },
    { kind: 'erased', on: LATER },
  ])
  expect(await flow(world.db, world.study, FINALLY)).toEqual(counts)
  expect(await minute(world.desk, world.on(LATER))).toMatchObject({ withdrawals: 0 })

  const before = await world.db.withdrawal.findMany()
  expect(codeOf(await stop(clientId, 'keep', withdraw, LATER))).toBe('already_withdrawn')
  expect(codeOf(await withdraw(world.db, world.on(LATER), { clientId, collected: 'erase' }))).toBe('already_withdrawn')
  expect(await world.db.withdrawal.findMany()).toEqual(before)
  expect(await auditIsWhole(database.urls.owner, world.vault.keys)).toMatchObject({ ok: true, faults: [] })
})

test('an erasure asked later that reached the study only is completed by the next sweep', async () => {
  const { clientId } = await whole('Evers')
  must(await stop(clientId, 'keep'))
  must(await withdraw(world.db, world.on(AFTER), { clientId, collected: 'erase' }))
  expect(await foundOf('Evers')).toEqual(plantedOf('Evers'))
  expect(await minute(world.desk, world.on(AFTER))).toMatchObject({ withdrawals: 1 })
  expect(await foundOf('Evers')).toEqual([])
  expect(await minute(world.desk, world.on(AFTER))).toMatchObject({ withdrawals: 0 })
})

test('the same row of the register is the same person without a name; a new supervision is erased by the next sweep', async () => {
  const ids = await world.interviewed('Evers')
  must(await stop(ids.clientId, 'erase'))
  const again = must(await world.register('Evers'))
  expect(again).toMatchObject({ registrationId: ids.registrationId, clientId: ids.clientId })
  expect(await foundOf('Evers')).toEqual([])
  const evers = named('Evers')
  const supervisionNumber = 'TZ-552-77'
  const anew = await registerNamed(world.vault, world.on(AFTER), {
    named: { ...evers, supervisionNumber },
    facts: FACTS,
    register: (facts: Parameters<typeof register>[2]) => register(world.db, world.on(AFTER), facts),
  })
  expect(must(anew).clientId).toBe(ids.clientId)
  expect(must(anew).registrationId).not.toBe(ids.registrationId)
  expect(await minute(world.desk, world.on(AFTER))).toMatchObject({ withdrawals: 1 })
  expect(await foundOf('Evers')).toEqual([])
  expect(await opened()).not.toContain(supervisionNumber)
  expect(await pendingErrands(world.vault, world.study.id)).toEqual({ errands: [], unreadable: 0 })
})

test('a name whose term was over comes back with a new supervision of somebody who did not withdraw', async () => {
  const { clientId } = await world.registered('Evers')
  const term = { whom: 'clients', kind: 'names_never_took_part', ids: [clientId] } as const
  must(await forgetNames(world.vault, world.on(AFTER), term))
  expect((await inVault(clientId)).row).toMatchObject({ surname: null, gone: 'term' })
  const evers = { ...named('Evers'), supervisionNumber: 'TZ-552-78' }
  const register_ = (facts: Parameters<typeof register>[2]) => register(world.db, world.on(AFTER), facts)
  must(await registerNamed(world.vault, world.on(AFTER), { named: evers, facts: FACTS, register: register_ }))
  const { row } = await inVault(clientId)
  expect([row.surname === null, row.gone]).toEqual([false, null])
})

test('a telephone number goes with the leave to use it; what is given again meanwhile is not ended', async () => {
  const { clientId } = await whole('Evers')
  const back = (stillTakenBack: (id: string) => Promise<ReadonlySet<string>>) =>
    withdrawScopesNamed(world.vault, world.on(AFTER), {
      clientId,
      scopes: ['phone'],
      takeBack: (what) => withdrawScopes(world.db, world.on(AFTER), what),
      stillTakenBack,
    })
  must(await back(async () => new Set()))
  expect((await inVault(clientId)).row.phone).not.toBeNull()
  must(await back((id) => takenBack(world.db, id)))
  const { row, forms } = await inVault(clientId)
  expect([row.phone, row.surname === null]).toEqual([null, false])
  expect(forms.map(({ endedMonth }) => endedMonth)).toEqual(forms.map(() => null))
  expect(await opened()).not.toContain(PHONE)
})
