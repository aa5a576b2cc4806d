import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { signConsent } from '../../app/identity/consent'
import { signedPerMonth } from '../../app/identity/counted'
import { endConsent } from '../../app/identity/ending'
import { registrationsNumbered } from '../../app/identity/numbers'
import { trailOf } from '../../app/identity/trail'
import { addDays } from '../../app/protocol/day'
import { releasable } from '../../app/protocol/released'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { MET, named } from '../people'
import { connected } from '../platform/connect'
import { atOnce } from '../records/at-once'
import { releasedCases } from '../released'
import { codeOf, FACTS, must, namedWorld, VERSION, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const permissions = async (clientId: string) =>
  Object.fromEntries(
    (await world.db.permission.findMany({ where: { clientId } })).map(({ scope, granted }) => [scope, granted]),
  )
const form = (registrationId: string) =>
  ({
    registrationId,
    version: VERSION,
    language: 'nl',
    signedOn: MET,
    location: FACTS.location,
    way: 'import',
    scopes: { take_part: 'accepted' },
  }) as const

test('the study learns what is allowed, each scope by itself, and not when or what was signed', async () => {
  const { registrationId, clientId } = await world.registered('Evers')
  must(await world.consented('Evers', { phone: 'declined', approach_again: 'not_asked' }))
  expect(await permissions(clientId)).toEqual({
    take_part: true,
    pseudonymous_processing: true,
    approach_again: false,
    phone: false,
    register_linkage: true,
  })
  expect(await world.db.auditEntry.count({ where: { studyId: world.study.id, verb: 'sign_consent' } })).toBe(0)
  const signed = (await trailOf(world.vault, registrationId)).filter(({ verb }) => verb === 'sign_consent')
  expect(signed).toMatchObject([{ month: MET.slice(0, 7), day: MET, subjectId: registrationId, details: {} }])
})

test('what was not asked is not granted', async () => {
  const { registrationId, clientId } = await world.registered('Evers')
  must(await signConsent(world.vault, world.on(MET), form(registrationId)))
  expect(Object.entries(await permissions(clientId)).filter(([, granted]) => granted)).toEqual([['take_part', true]])
})

test('one version is signed once while it is in force, also by two at once', async () => {
  const { registrationId, clientId } = await world.registered('Evers')
  const sign = () => signConsent(world.vault, world.on(MET), form(registrationId))
  expect(
    (await atOnce(database, await world.inVault(clientId), [sign, sign, sign], 'identity.person')).map(codeOf).sort(),
  ).toEqual(['already_signed', 'already_signed', 'done'])
  expect(await world.vault.db.consentForm.count({ where: { personId: await world.inVault(clientId) } })).toBe(1)
})

test('an unknown case, scope, or a day to come is refused, and nothing is signed', async () => {
  const { registrationId, clientId } = await world.registered('Evers')
  const one = form(registrationId)
  const sign = (changes: object) => signConsent(world.vault, world.on(MET), { ...one, ...changes })
  expect(codeOf(await sign({ registrationId: clientId }))).toBe('unknown_case')
  expect(codeOf(await sign({ scopes: { everything: 'accepted' } }))).toBe('unknown_scope')
  expect(codeOf(await sign({ signedOn: addDays(MET, 1) }))).toBe('in_future')
  const other = await namedWorld(database)
  expect(codeOf(await signConsent(other.vault, other.on(MET), one))).toBe('unknown_case')
  expect(await world.vault.db.consentForm.count({ where: { personId: await world.inVault(clientId) } })).toBe(0)
  expect(await permissions(clientId)).toEqual({})
})

test('forms are counted by month, without whom; ending what was not signed is refused', async () => {
  const { clientId } = await world.registered('Evers')
  expect(codeOf(await endConsent(world.vault, world.on(MET), { clientId, collected: 'keep' }))).toBe('nothing_signed')
  must(await world.consented('Evers'))
  await world.registered('Fokkens')
  must(await world.consented('Fokkens'))
  const { location } = FACTS
  const counted = await signedPerMonth(world.vault, world.study.id, [location, 'Elsewhere'])
  expect(counted).toEqual([{ location, month: MET.slice(0, 7), count: 2 }])
})

test('a number leads to its case within its study, and to nothing elsewhere', async () => {
  const { registrationId } = await world.registered('Evers')
  const number = named('Evers').supervisionNumber
  const find = (studyId: string, ...numbers: string[]) => registrationsNumbered(world.vault, studyId, numbers)
  expect([...(await find(world.study.id, number, 'TZ-0'))]).toEqual([[number, registrationId]])
  const other = await namedWorld(database)
  expect([...(await find(other.study.id, number))]).toEqual([])
})

/** The vault's own half of a form, in a transaction that a test opens and ends. */
const SET = 'SELECT study.set_permissions($1::uuid, $2::text[], $3::boolean[])'

test('a form that is being written while its client withdraws gives nothing', async () => {
  const { clientId } = await world.approached('Evers')
  await connected(database.urls.vault, async (vault) => {
    await vault.query('BEGIN')
    await vault.query(SET, [clientId, ['take_part'], [true]])
    let ended = false
    const leaving = withdraw(world.db, world.on(MET), { clientId, collected: 'erase' }).finally(() => {
      ended = true
    })
    await wait(200)
    expect(ended).toBe(false)
    await vault.query('COMMIT')
    must(await leaving)
  })
  expect(await permissions(clientId)).toEqual({ take_part: false })
})

test('a withdrawal that is being written when a form arrives is waited for', async () => {
  const { clientId } = await world.approached('Evers')
  await connected(database.urls.study, async (study) => {
    await study.query('BEGIN')
    const row = [clientId, world.study.id, MET]
    await study.query(`INSERT INTO study.withdrawal VALUES ($1, $2, $3::date, 'keep')`, row)
    const signing = world.consented('Evers')
    await wait(200)
    await study.query('COMMIT')
    must(await signing)
  })
  expect(Object.values(await permissions(clientId)).filter((granted) => granted)).toEqual([])
})

test('who withdrew with "erase" is in no release, whatever a permission says', async () => {
  const { clientId } = await world.interviewed('Evers')
  must(await world.answered('Evers', 'client'))
  const released = async () => {
    const cases = []
    for (const one of await releasedCases(database.analyst, world.study))
      cases.push(releasable(world.study.protocol, one) !== null)
    return cases
  }
  expect(await released()).toEqual([true])
  await connected(database.urls.owner, (owner) =>
    owner.query(`INSERT INTO study.withdrawal VALUES ($1, $2, $3::date, 'erase')`, [clientId, world.study.id, MET]),
  )
  expect(await released()).toEqual([false])
})

test('no number is asked for that was not given', async () => {
  await world.registered('Evers')
  const db = { $queryRaw: () => Promise.reject(new Error('asked')) } as unknown as typeof world.vault.db
  expect([...(await registrationsNumbered({ ...world.vault, db }, world.study.id, []))]).toEqual([])
})
