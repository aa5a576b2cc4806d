import { beforeAll, expect, test } from 'vitest'
import { ROLES, type Role } from '../../app/access/roles'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../app/identity/accounts'
import { newId } from '../../app/platform/id'
import { toColumn } from '../../app/protocol/day'
import { type House, openHouse } from '../e2e/house'
import { opened } from '../e2e/talks'
import { MET, OPENS } from '../people'
import { namedWorld, type World } from '../world'

let house: House
let world: World
let pseudonym: string
let registration: string

/** A case of whom the supervisor answered every lapse question with "several times", and whom the register knows. */
beforeAll(async () => {
  house = await openHouse()
  const { study: db } = house.database
  world = await namedWorld(house.database)
  const { registrationId } = await world.interviewed('Evers')
  registration = registrationId
  const dyad = await db.dyad.findUniqueOrThrow({ where: { registrationId } })
  pseudonym = dyad.pseudonym
  const [studyId, on] = [world.study.id, toColumn(OPENS)]
  const measurement = { id: newId(), studyId, registrationId, dyadId: dyad.id, wave: 'T2', perspective: 'supervisor' }
  await db.measurement.create({ data: { ...measurement, battery: [], openedOn: on, completedOn: on } })
  const items = ['formal_consultation', 'official_warning', 'instruction', 'late_without_notice', 'did_not_appear']
  await db.answer.createMany({ data: items.map((item) => ({ measurementId: measurement.id, item, value: 2 })) })
  const negative = { event: 'ended', kind: 'negative', reason: 'repeated_absence' }
  await db.registerEvent.create({
    data: { id: newId(), registrationId, ...negative, happenedOn: toColumn(MET), recordedOn: toColumn(MET) },
  })
})

async function cookieOf(role: Role): Promise<string> {
  const email = DEMO_ACCOUNTS.find((account) => account.role === role)?.email ?? ''
  const signedIn = await fetch(`${house.base}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: house.base },
    body: new URLSearchParams({ email, password: DEMO_PASSWORD }),
  })
  return signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}

async function pageOf(role: Role, path = `/dyads/${pseudonym}`): Promise<{ status: number; text: string }> {
  const cookie = await cookieOf(role)
  const page = await fetch(house.base + path, { headers: { Cookie: cookie }, redirect: 'manual' })
  return { status: page.status, text: await page.text() }
}

const FROM_REGISTER = ['Negatieve uitval', 'Vroeghulpmelding', 'Toezicht beëindigd', 'Herhaald niet verschenen']
const FROM_ANSWERS = ['Haperingen', 'Formele handeling', 'attendance_lapse', 'formal_action', 'did_not_appear']

test.each(ROLES)('%s sees of a pair what this role may see, and nobody what the supervisor answered', async (role) => {
  const { status, text } = await pageOf(role)
  const allowed = ['coordinator', 'interviewer', 'data_manager'].includes(role)
  expect(status).toBe(allowed ? 200 : 404)
  expect(FROM_REGISTER.filter((words) => text.includes(words))).toEqual(role === 'coordinator' ? FROM_REGISTER : [])
  expect(FROM_ANSWERS.filter((words) => text.includes(words))).toEqual([])
})

test('an interview that was left open is closed as it is by whoever runs the study, and by nobody else', async () => {
  await world.qualified('I1')
  const { pseudonym: left, measurementId } = await opened(world, 'Fokkens')
  const path = `/dyads/${left}`
  const close = async (role: Role, deed = 'close') => {
    const body = new URLSearchParams({ deed })
    const headers = { Cookie: await cookieOf(role), Origin: house.base }
    return (await fetch(house.base + path, { method: 'POST', redirect: 'manual', headers, body })).status
  }
  expect((await pageOf('coordinator', path)).text).toContain('Sluit het interview zo')
  expect((await pageOf('data_manager', path)).text).not.toContain('Sluit het interview zo')
  expect(await close('data_manager')).toBe(404)
  expect(await close('coordinator', 'nonsense')).toBe(400)
  expect(await close('coordinator')).toBe(302)
  const row = await house.database.study.measurement.findUniqueOrThrow({ where: { id: measurementId } })
  expect(row).toMatchObject({ completedOn: toColumn(MET), brokenOffOn: toColumn(MET) })
  expect((await pageOf('coordinator', path)).text).not.toContain('Sluit het interview zo')
})

test('a pair, a number of the flow and the work of a day lead to the case for whoever may see it', async () => {
  const toCase = `"/cases/${registration}"`
  const cases = '/flow/cases?step=approach'
  for (const path of [`/dyads/${pseudonym}`, cases]) expect((await pageOf('coordinator', path)).text).toContain(toCase)
  expect((await pageOf('interviewer')).text).not.toContain(toCase)
  expect((await pageOf('coordinator', '/today')).text.split('"/intake"').length).toBe(3)
  expect((await pageOf('interviewer', '/today')).text).not.toContain('"/intake"')
})

test('whom a number of the flow counts, and why they left, is not for interviewers: a supervisor said it', async () => {
  const cases = '/flow/cases?step=approach'
  for (const role of ['coordinator', 'data_manager'] as const) {
    expect((await pageOf(role, cases)).status).toBe(200)
    expect((await pageOf(role, '/flow')).text).toContain('href="/flow/cases?')
  }
  expect((await pageOf('interviewer', cases)).status).toBe(404)
  expect((await pageOf('interviewer', '/flow')).text).not.toContain('/flow/cases')
})

test('what the register told besides is called by its name on the page of the case', async () => {
  const told = { registrationId: registration, seq: 1, asOf: toColumn(MET), source: 'register' }
  const rows = [
    { ...told, name: 'offence', value: 'property_with_violence' },
    { ...told, name: 'elsewhere', value: 'as it was' },
  ]
  await house.database.study.registerCovariate.createMany({ data: rows })
  const { text } = await pageOf('coordinator', `/cases/${registration}`)
  for (const words of ['Vermogen met geweld', 'elsewhere', 'as it was', `/cases/${registration}/inquiry`])
    expect(text).toContain(words)
})
