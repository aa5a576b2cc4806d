import { beforeAll, expect, test } from 'vitest'
import { ROLES, type Role } from '../../app/access/roles'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../app/identity/accounts'
import { signConsent } from '../../app/identity/consent'
import { checkForm, refuseForm } from '../../app/identity/forms/second-person'
import { NAMES_MET } from '../../app/identity/looks-an-hour'
import { trailOf } from '../../app/identity/trail'
import { systemToday } from '../../app/platform/clock'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { type House, openHouse } from '../e2e/house'
import { boxes, onPaper, onTablet, SECOND } from '../identity/forms'
import { type ClientName, MET, named, planted } from '../people'
import { jpeg } from '../platform/jpeg'
import { must, namedWorld, type World } from '../world'

let house: House
let world: World
let formId: string
type Pair = { readonly registrationId: string; readonly pseudonym: string; readonly clientId: string }
let paper: Pair
let tablet: Pair
/** Interviewed long ago: nobody meets them any more. */
let held: Pair
const cookies = new Map<Role, string>()

beforeAll(async () => {
  house = await openHouse()
  world = await namedWorld(house.database)
  const [first, second] = [await pairOf('Evers'), await pairOf('Fokkens')]
  formId = must(await signConsent(world.vault, world.on(MET), onPaper(first.registrationId))).formId
  must(await signConsent(world.vault, world.on(MET), onTablet(second.registrationId)))
  paper = first
  tablet = second
  held = await pairOf('Hendriks', 'interviewed')
  for (const { email, role } of DEMO_ACCOUNTS) {
    const body = new URLSearchParams({ email, password: DEMO_PASSWORD })
    const headers = { Origin: house.base }
    const signedIn = await fetch(`${house.base}/sign-in`, { method: 'POST', redirect: 'manual', headers, body })
    cookies.set(role, signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '')
  }
})

const pairOf = async (name: ClientName, upTo: 'approached' | 'interviewed' = 'approached') => {
  const { registrationId, clientId } = await world[upTo](name)
  const { pseudonym } = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
  return { registrationId, pseudonym, clientId }
}

const get = (path: string, role: Role) =>
  fetch(house.base + path, { headers: { Cookie: cookies.get(role) ?? '' }, redirect: 'manual' })

/** Beside the headers of every page: a second policy, and a browser keeps to both. */
const STRICT = {
  'content-security-policy': expect.stringMatching(/, sandbox; default-src 'none'$/),
  'x-content-type-options': expect.stringContaining('nosniff'),
  'cache-control': expect.stringContaining('no-store'),
}

test('a scan goes out as what it is, as a download that runs nothing, to those who check; each look is in the trail', async () => {
  const asked = await get(`/consents/${formId}/scan`, 'data_manager')
  expect(Object.fromEntries(asked.headers)).toMatchObject({
    ...STRICT,
    'content-type': 'image/jpeg',
    'content-disposition': 'attachment; filename="scan.jpeg"',
  })
  expect(Buffer.from(await asked.arrayBuffer()).equals(jpeg)).toBe(true)
  for (const role of ROLES.filter((one) => !['coordinator', 'interviewer', 'data_manager'].includes(one)))
    expect((await get(`/consents/${formId}/scan`, role)).status, role).toBe(404)
  const looks = (await trailOf(world.vault, paper.clientId)).filter(({ verb }) => verb === 'look_at_scan')
  expect(looks.map(({ actor }) => actor)).toEqual([expect.stringMatching(/^account:/)])
})

test('a copy goes out under a name that says nothing, and to nobody who does not take consent', async () => {
  const asked = await get(`/consent/${tablet.pseudonym}/copy`, 'interviewer')
  expect(Object.fromEntries(asked.headers)).toMatchObject({
    ...STRICT,
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="toestemming-consent.pdf"',
  })
  expect((await get(`/consent/${paper.pseudonym}/copy`, 'interviewer')).headers.get('Content-Type')).toBe('image/jpeg')
  for (const role of ROLES.filter((one) => !['coordinator', 'interviewer'].includes(one)))
    expect((await get(`/consent/${tablet.pseudonym}/copy`, role)).status, role).toBe(404)
})

test('no name or number of anybody is on the pages, but the client’s where it is signed', async () => {
  const pages = ['', '/letter', '/paper', '/paper?again=yes', '/sign'].map(
    (page) => `/consent/${paper.pseudonym}${page}`,
  )
  for (const path of [...pages, '/consents', `/consents/${formId}`, '/today']) {
    const page = await get(path, 'interviewer')
    const text = await page.text()
    expect([page.status, planted.filter((secret) => text.includes(secret))], path).toEqual([200, []])
  }
  const signing = await (await get(`/consent/${paper.pseudonym}/sign?again=yes`, 'interviewer')).text()
  const { supervisor } = named('Evers')
  expect(signing).toContain('Q.Z. Evers')
  expect(Object.values(supervisor ?? {}).filter((secret) => signing.includes(secret))).toEqual([])
  const shown = (await trailOf(world.vault, paper.clientId)).filter(({ verb }) => verb === 'show_signer')
  expect(shown).toHaveLength(1)
})

test('a name is on no page, and in no copy, when there is nobody to meet and nothing waits', async () => {
  const { pseudonym, clientId } = held
  const seen = async () => (await trailOf(world.vault, clientId)).map(({ verb }) => verb)
  for (const path of ['/sign', '/sign?again=yes', '/sign?again=yes&language=en']) {
    const page = await get(`/consent/${pseudonym}${path}`, 'interviewer')
    const text = await page.text()
    expect([page.status, planted.filter((secret) => text.includes(secret))], path).toEqual([200, []])
    expect(text, path).toContain('Er is geen gesprek gepland')
    expect(text, path).not.toContain('signature_client')
  }
  expect((await get(`/consent/${pseudonym}/copy`, 'interviewer')).status).toBe(404)
  expect(await (await get(`/consent/${pseudonym}`, 'interviewer')).text()).not.toContain('/copy')
  expect((await get(`/consent/${pseudonym}/paper?again=yes`, 'interviewer')).status).toBe(200)
  expect(await seen()).toEqual([])

  // signed today, so the client gets the copy today
  const today = systemToday()
  must(await signConsent(world.vault, world.on(today), onTablet(held.registrationId, { again: true, signedOn: today })))
  expect(await (await get(`/consent/${pseudonym}`, 'interviewer')).text()).toContain('/copy')
  expect((await get(`/consent/${pseudonym}/copy`, 'interviewer')).status).toBe(200)
  const signing = await (await get(`/consent/${pseudonym}/sign?again=yes`, 'interviewer')).text()
  expect(signing).not.toContain('Hendriks')
  expect(await seen()).toEqual(['copy_consent'])
})

test('a form that waits for its check, or was refused with nothing instead, is signed with the name there', async () => {
  const { vault } = world
  const signing = async (pair: Pair) => (await get(`/consent/${pair.pseudonym}/sign?again=yes`, 'interviewer')).text()
  const second = { ...world.on(MET), actor: SECOND }
  const answers = boxes()
  const once = must(await signConsent(vault, world.on(MET), onPaper(held.registrationId, { again: true })))
  expect(await signing(held)).toContain('Q.Z. Hendriks')
  must(await checkForm(vault, second, { ...once, answers }))
  expect(await signing(held)).not.toContain('Hendriks')

  const only = await pairOf('Gerrits')
  const { registrationId } = only
  const { formId } = must(await signConsent(vault, world.on(MET), onPaper(registrationId)))
  const interview = { wave: 'T1', on: MET, contacts: 3, interviewer: 'I1', minutes: 25 }
  must(await holdInterview(world.db, world.on(MET), { registrationId, ...interview }))
  must(await refuseForm(vault, second, { formId, reason: 'unsigned' }))
  expect(await signing(only)).toContain('Q.Z. Gerrits')
  must(await signConsent(vault, world.on(MET), onTablet(registrationId)))
  expect(await signing(only)).not.toContain('Gerrits')
})

test('an account sees sixty names an hour, by whichever page, and is told so', async () => {
  const page = `/consent/${tablet.pseudonym}`
  const visit = `/visit/${tablet.pseudonym}`
  const looks = [`${page}/sign?again=yes`, `${page}/copy`, visit]
  for (let turn = 0; turn < NAMES_MET.most / looks.length; turn++) {
    const answers = await Promise.all(looks.map((look) => get(look, 'coordinator')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  }
  for (const path of [`${page}/sign?again=yes`, visit]) {
    const refused = await get(path, 'coordinator')
    const text = await refused.text()
    expect([refused.status, planted.filter((secret) => text.includes(secret))], path).toEqual([429, []])
    expect(text).toContain('U zag al 60 namen in een uur')
  }
  const copied = await get(`${page}/copy`, 'coordinator')
  expect(copied.headers.get('Location')).toBe(`${page}?done=too_many_looks`)
  expect(await (await get(`${page}?done=too_many_looks`, 'coordinator')).text()).toContain('U zag al 60 namen')
  // another account has its own hour
  expect((await get(visit, 'interviewer')).status).toBe(200)
})

test('the page of a check says nothing of whom it is, nor what was entered', async () => {
  const page = await (await get(`/consents/${formId}`, 'data_manager')).text()
  expect(page).not.toContain(paper.pseudonym)
  expect(page).not.toContain(paper.clientId)
  expect(page).not.toContain('checked=""')
})

test('when the form has been checked nobody fetches its scan any more', async () => {
  expect((await get(`/consents/${formId}/scan`, 'data_manager')).status).toBe(200)
  must(await checkForm(world.vault, { ...world.on(MET), actor: SECOND }, { formId, answers: boxes() }))
  for (const role of ROLES) expect((await get(`/consents/${formId}/scan`, role)).status, role).toBe(404)
})
