import { beforeAll, expect, test } from 'vitest'
import { ROLES, type Role } from '../../app/access/roles'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../app/identity/accounts'
import { signConsent } from '../../app/identity/consent'
import { checkForm } from '../../app/identity/forms/second-person'
import { trailOf } from '../../app/identity/trail'
import { type House, openHouse } from '../e2e/house'
import { boxes, onPaper, onTablet, SECOND } from '../identity/forms'
import { MET, named, planted } from '../people'
import { jpeg } from '../platform/jpeg'
import { must, namedWorld, type World } from '../world'

let house: House
let world: World
let formId: string
let paper: { pseudonym: string; clientId: string }
let tablet: { pseudonym: string; clientId: string }
const cookies = new Map<Role, string>()

beforeAll(async () => {
  house = await openHouse()
  world = await namedWorld(house.database)
  const pairOf = async (name: 'Evers' | 'Fokkens') => {
    const { registrationId, clientId } = await world.approached(name)
    const { pseudonym } = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
    return { registrationId, pseudonym, clientId }
  }
  const [first, second] = [await pairOf('Evers'), await pairOf('Fokkens')]
  formId = must(await signConsent(world.vault, world.on(MET), onPaper(first.registrationId))).formId
  must(await signConsent(world.vault, world.on(MET), onTablet(second.registrationId)))
  paper = first
  tablet = second
  for (const { email, role } of DEMO_ACCOUNTS) {
    const body = new URLSearchParams({ email, password: DEMO_PASSWORD })
    const headers = { Origin: house.base }
    const signedIn = await fetch(`${house.base}/sign-in`, { method: 'POST', redirect: 'manual', headers, body })
    cookies.set(role, signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '')
  }
})

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
