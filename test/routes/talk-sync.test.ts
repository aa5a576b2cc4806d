import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../app/identity/accounts'
import { withdraw } from '../../app/records/withdrawal'
import type { Parcel, Sheet } from '../../app/routes/talk/talk'
import { type House, openHouse } from '../e2e/house'
import { interviewersWorld, opened } from '../e2e/talks'
import { MET } from '../people'
import { must, type World } from '../world'

let house: House
let world: World
let cookie = ''

const send = (path: string, { method = 'GET', as = cookie, body = '' } = {}) =>
  fetch(house.base + path, {
    method,
    redirect: 'manual',
    headers: { Cookie: as, ...(method === 'POST' && { Origin: house.base, 'Content-Type': 'application/json' }) },
    ...(method === 'POST' && { body }),
  })

async function signIn(who: string): Promise<string> {
  const body = new URLSearchParams({ email: `${who}@koppel.example`, password: DEMO_PASSWORD })
  const signed = await fetch(`${house.base}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: house.base },
    body,
  })
  return signed.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}

/** What a device makes of a sheet: gender answered and the rest broken off, unless told otherwise. */
const parcelOf = (sheet: Sheet, draft: Partial<Parcel['draft']> = {}): Parcel => ({
  studyId: sheet.studyId,
  measurementId: sheet.measurementId,
  draft: {
    draftId: randomUUID(),
    draftSeq: 1,
    base: sheet.base,
    answers: { gender: 1 },
    seconds: { 'background-client': 4 },
    notes: {},
    language: 'nl',
    order: sheet.order,
    complete: false,
    brokenOff: true,
    why: 'no_time',
    ...draft,
  },
  ending: { brokenOff: 'no_time', place: 'office', thirdPerson: false, unreliable: null, voucher: true, note: '' },
})

const sync = async (parcel: unknown, as = cookie) => {
  const answer = await send('/talk/sync', { method: 'POST', as, body: JSON.stringify(parcel) })
  return { status: answer.status, said: await answer.json() }
}

const sheetOf = async (pseudonym: string): Promise<Sheet> => (await send(`/interview/${pseudonym}/sheet`)).json()

beforeAll(async () => {
  house = await openHouse({ KOPPEL_NOW: MET })
  world = await interviewersWorld(house)
  cookie = await signIn('interviewer')
})

test('a sheet has questions and no name, and is its interviewer’s alone', async () => {
  const { pseudonym, measurementId } = await opened(world, 'Evers')
  const answer = await send(`/interview/${pseudonym}/sheet`)
  const text = await answer.text()
  expect(JSON.parse(text)).toMatchObject({ measurementId, wave: 'T1', given: {}, base: null, voucher: false })
  expect(text).not.toMatch(/Evers|Quist/)
  expect((await send(`/interview/${pseudonym}/sheet`, { as: await signIn('coordinator') })).status).toBe(404)
  await world.db.measurement.update({ where: { id: measurementId }, data: { interviewer: 'I9' } })
  const refused = await send(`/interview/${pseudonym}/sheet`)
  expect([refused.status, await refused.json()]).toEqual([400, { refusal: { code: 'held_by_another' } }])
})

test('a parcel is taken in once, and said to be known when it comes again', async () => {
  const { pseudonym, measurementId } = await opened(world, 'Fokkens')
  const parcel = parcelOf(await sheetOf(pseudonym))
  expect(await sync(parcel)).toEqual({ status: 200, said: { state: 'in' } })
  expect(await sync(parcel)).toEqual({ status: 200, said: { state: 'known' } })
  const stands = await world.db.measurement.findUniqueOrThrow({ where: { id: measurementId } })
  expect(stands).toMatchObject({ version: 1, place: 'office', completedOn: null })
  expect(stands.brokenOffOn).not.toBeNull()
  expect(await world.db.entry.count({ where: { measurementId } })).toBe(1)
  expect(await world.db.voucher.count({ where: { kind: 'handed_out' } })).toBe(1)
  const broken = await send(`/interview/${pseudonym}/sheet`)
  expect([broken.status, await broken.json()]).toEqual([400, { refusal: { code: 'not_open' } }])
  const other = { ...parcel, draft: { ...parcel.draft, draftId: randomUUID(), answers: { gender: 2 } } }
  expect(await sync(other)).toEqual({ status: 409, said: { state: 'aside' } })
})

test('what is no parcel, or names somebody, is refused in words that the device has', async () => {
  const { pseudonym } = await opened(world, 'Gerrits')
  const sheet = await sheetOf(pseudonym)
  expect(await sync('nonsense')).toEqual({ status: 400, said: { refusal: { code: 'unreadable_parcel' } } })
  const named = parcelOf(sheet, { notes: { gender: 'meneer Gerrits twijfelt' } })
  expect((await sync(named)).said).toEqual({ refusal: { code: 'name_in_text', field: 'gender' } })
  const long = parcelOf(sheet, { notes: { gender: 'woord '.repeat(400) } })
  expect((await sync(long)).said).toEqual({ refusal: { code: 'too_long', field: 'gender', max: 2_000 } })
  const wrong = parcelOf(sheet, { answers: { gender: 77 } })
  expect((await sync(wrong)).said).toMatchObject({ refusal: { code: 'out_of_range', field: 'gender' } })
  expect((await sync({ ...parcelOf(sheet), studyId: randomUUID() })).said).toEqual({
    refusal: { code: 'unknown_measurement' },
  })
  expect(await sync(parcelOf(sheet, { order: Array.from({ length: 40_000 }, () => 'gender') })).catch(() => null)).toBe(
    null,
  )
})

test('a client who stopped in the meantime is refused, and nothing is kept', async () => {
  const { pseudonym, measurementId } = await opened(world, 'Dekker')
  const parcel = parcelOf(await sheetOf(pseudonym))
  const { registrationId } = await world.db.measurement.findUniqueOrThrow({ where: { id: measurementId } })
  const { clientId } = await world.db.registration.findUniqueOrThrow({ where: { id: registrationId } })
  must(await withdraw(world.db, world.on(MET), { clientId, collected: 'keep' }))
  expect((await sync(parcel)).said).toMatchObject({ refusal: { code: 'withdrawn' } })
  expect(await world.db.entry.count({ where: { measurementId } })).toBe(0)
})

test('whoever sends has signed in within the hour', async () => {
  const { pseudonym } = await opened(world, 'Hendriks')
  const parcel = parcelOf(await sheetOf(pseudonym))
  const again = { status: 401, said: { code: 'sign_in_again' } }
  expect(await sync(parcel, '')).toEqual(again)
  const old = await signIn('interviewer')
  const sessions = house.database.vault.session
  const { startedAt } = await sessions.findFirstOrThrow({ orderBy: { startedAt: 'desc' } })
  await sessions.updateMany({ data: { startedAt: new Date(startedAt.getTime() - 61 * 60_000) } })
  expect(await sync(parcel, old)).toEqual(again)
  cookie = await signIn('interviewer')
  expect((await sync(parcel)).status).toBe(200)
})
