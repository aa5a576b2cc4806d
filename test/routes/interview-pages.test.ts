import { beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../app/identity/accounts'
import { newId } from '../../app/platform/id'
import { withdraw } from '../../app/records/withdrawal'
import { type House, openHouse } from '../e2e/house'
import { interviewersWorld, opened } from '../e2e/talks'
import { type ClientName, MET } from '../people'
import { must, type World } from '../world'

let house: House
let world: World
let cookie: string

const get = async (path: string) => {
  const answer = await fetch(house.base + path, { redirect: 'manual', headers: { Cookie: cookie } })
  return { status: answer.status, to: answer.headers.get('Location'), text: await answer.text() }
}

const post = async (path: string, fields: Record<string, string>) => {
  const headers = { Cookie: cookie, Origin: house.base }
  const body = new URLSearchParams(fields)
  const answer = await fetch(house.base + path, { method: 'POST', redirect: 'manual', headers, body })
  return { status: answer.status, to: answer.headers.get('Location'), text: await answer.text() }
}

beforeAll(async () => {
  house = await openHouse({ KOPPEL_NOW: MET })
  world = await interviewersWorld(house)
  const body = new URLSearchParams({ email: 'interviewer@koppel.example', password: DEMO_PASSWORD })
  const headers = { Origin: house.base }
  const signed = await fetch(`${house.base}/sign-in`, { method: 'POST', redirect: 'manual', headers, body })
  cookie = signed.headers.get('Set-Cookie')?.split(';')[0] ?? ''
})

const LONG = 'lang woord '.repeat(300).trim()
const NOTE = 'twijfelde even over het antwoord'
const TOO_LONG = 'Dit is te lang. Er passen 2000 tekens in.'

const begun = async (name: ClientName) => {
  const { pseudonym, measurementId } = await opened(world, name)
  const page = `/interview/${pseudonym}`
  const { status, to } = await post(`${page}/ask?item=gender`, {
    item: 'gender',
    'answer.gender': '1',
    note: NOTE,
    go: 'next',
  })
  expect(to).toMatch(/ask/)
  expect(status).toBe(302)
  return { page, measurementId }
}

const about = async (measurementId: string) => {
  const where = { id: measurementId }
  return world.db.measurement.findUniqueOrThrow({ where, include: { registration: true } })
}

test('a client who stopped is asked nothing more, nothing of theirs is in sight, and the voucher can be given', async () => {
  const { page, measurementId } = await begun('Evers')
  const { registration } = await about(measurementId)
  must(await withdraw(world.db, world.on(MET), { clientId: registration.clientId, collected: 'keep' }))
  const gate = await get(page)
  expect(gate.text).toContain('De cliënt is gestopt')
  expect(gate.text).not.toContain('Ga verder')
  expect(await get(`${page}/ask?item=gender`)).toMatchObject({ status: 302, to: page })
  expect(await post(`${page}/ask?item=gender`, { item: 'gender', 'answer.gender': '2' })).toMatchObject({
    status: 302,
    to: page,
  })
  expect(JSON.parse((await get(`${page}/sheet`)).text)).toEqual({ refusal: { code: 'withdrawn' } })
  const end = await get(`${page}/end`)
  expect(end.text).toContain('De cliënt is gestopt')
  for (const { text } of [gate, end, await get(`${page}/incident`)]) expect(text).not.toContain(NOTE)
  const tried = await post(`${page}/end`, { go: 'finish', place: 'office' })
  expect([tried.status, (await about(measurementId)).place]).toEqual([302, null])
  await post(`${page}/end`, { go: 'voucher' })
  expect(await world.db.voucher.count({ where: { registrationId: registration.id } })).toBe(1)
  expect((await get(`${page}/end`)).text).toContain('De cadeaubon is gegeven.')
})

test('a note that is too long is not cut: it is refused with all that was typed', async () => {
  const { page, measurementId } = await begun('Gerrits')
  const asked = { item: 'gender', 'answer.gender': '2', go: 'next' }
  for (const [path, fields, field] of [
    ['/ask?item=gender', asked, 'note'],
    ['/end', { go: 'finish', place: 'office' }, 'note'],
    ['/incident?kind=threat', { kind: 'threat' }, 'remark'],
  ] as const) {
    const answer = await post(page + path, { ...fields, [field]: LONG })
    expect([path, answer.to, answer.status]).toEqual([path, null, 400])
    expect(answer.text).toContain(TOO_LONG)
    expect(answer.text).toContain(LONG)
  }
  expect(await world.db.answer.findMany({ where: { measurementId } })).toMatchObject([{ value: 1 }])
  // a browser counts a new line as one character, and sends two
  const lines = Array.from({ length: 1_000 }, () => 'a').join('\r\n')
  expect((await post(`${page}/ask?item=gender`, { ...asked, note: lines })).status).toBe(302)
})

test('an answer that the question does not have is refused without numbers that nobody sees', async () => {
  const { page } = await begun('Hendriks')
  const refused = await post(`${page}/ask?item=gender`, { item: 'gender', 'answer.gender': '77' })
  expect([refused.to, refused.status]).toEqual([null, 400])
  expect(refused.text).toContain('Kies een van de antwoorden.')
})

test('an incident that is sent twice is one; one that does not exist is said to be none', async () => {
  const { page, measurementId } = await begun('Dekker')
  const { registrationId } = await about(measurementId)
  const form = await get(`${page}/incident?kind=threat`)
  const id = /name="incident" value="([\da-f-]{36})"/.exec(form.text)?.[1] ?? ''
  const told = { incident: id, kind: 'threat', steps: 'left_room', remark: '' }
  for (const _ of ['once', 'again']) expect((await post(`${page}/incident?kind=threat`, told)).status).toBe(302)
  expect(await world.db.incident.findMany({ where: { registrationId } })).toMatchObject([{ id, kind: 'threat' }])
  expect(await world.db.auditEntry.count({ where: { verb: 'record_incident', subjectId: id } })).toBe(1)
  for (const wrong of [{ kind: 'fire' }, { steps: 'paused' }]) {
    const refused = await post(`${page}/incident?kind=threat`, { ...told, incident: newId(), ...wrong })
    expect([refused.status, refused.text.includes('Kies uit wat hier staat.')]).toEqual([400, true])
  }
})
