import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { day, toColumn } from '../../app/protocol/day'
import { inquire } from '../../app/records/intake/inquire'
import { issueLinks } from '../../app/records/links/issued'
import { ASKED, staff } from '../people'
import { connected } from '../platform/connect'
import { must, namedWorld, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { passDoor } from './door'
import { type House, openHouse } from './house'

const PHONE = { viewport: { width: 390, height: 800 } }
/** Without JavaScript nothing can look for faults: another browser does. */
const PLAIN = { ...PHONE, javaScriptEnabled: false }
const SEND = 'Versturen'

describe.runIf(canLook)('what a supervisor is asked about several clients', () => {
  let house: House
  let world: World
  let prins: string
  const registrations: string[] = []

  const linkTo = async (registrationId: string) => {
    const { id, askedId } = await world.db.inquiry.findUniqueOrThrow({ where: { registrationId } })
    const wanted = { kind: 'inquiry', id, supervisorId: askedId } as const
    const [token] = await issueLinks(world.db, world.on(ASKED), house.desk.linkKey, [wanted])
    return `/answer/${token}`
  }

  beforeAll(async () => {
    house = await openHouse()
    world = await namedWorld(house.database)
    await connected(house.database.urls.owner, (owner) =>
      owner.query('INSERT INTO study.clock (study_id, today, target) VALUES ($1, $2, $2)', [world.study.id, ASKED]),
    )
    for (const name of ['Aalders', 'Berends', 'Cornelis', 'Dekker'] as const) {
      const { registrationId, supervisorId } = await world.registered(name)
      must(await inquire(world.db, world.on(ASKED), registrationId))
      registrations.push(registrationId)
      prins = supervisorId ?? ''
    }
    await world.registered('Evers')
  })

  const regionOf = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(name) })

  test('one page, a form each, saved each; a colleague is asked; all without JavaScript', async () => {
    const page = await look(house.base, PLAIN)
    const path = await linkTo(registrations[1] ?? '')
    await passDoor(page, house, path, prins)
    await page.getByText('0 van 4 beantwoord').waitFor()
    // the one behind the link comes first
    expect(await page.locator('main section h2').first().textContent()).toContain('Berends')
    expect(await overflow(page)).toBe(0)

    const aalders = regionOf(page, 'Aalders')
    await aalders.getByRole('radio', { name: 'Ja' }).check()
    await aalders.getByLabel('Wanneer is het volgende gesprek?').fill('2012-03-09')
    await aalders.getByRole('button', { name: SEND }).click()
    await aalders.getByText('Nog niet verstuurd').waitFor()
    expect(await aalders.getByLabel('Wanneer is het volgende gesprek?').inputValue()).toBe('2012-03-09')
    expect(await regionOf(page, 'Berends').getByText('Nog niet verstuurd').count()).toBe(0)
    await aalders.getByLabel('Hoeveel gesprekken').fill('2')
    await aalders.getByRole('button', { name: SEND }).click()
    await page.getByText('1 van 4 beantwoord').waitFor()
    await regionOf(page, 'Aalders').getByText('Beantwoord').waitFor()

    const berends = regionOf(page, 'Berends')
    await berends.getByRole('radio', { name: 'Nee' }).check()
    await berends.getByLabel(/E-mailadres van de collega/).fill(staff('Prins').email)
    await berends.getByRole('button', { name: SEND }).click()
    await page.getByText('De vraag ging al naar dit adres.').waitFor()
    await regionOf(page, 'Berends')
      .getByLabel(/E-mailadres van de collega/)
      .fill(staff('Quist').email.toUpperCase())
    await regionOf(page, 'Berends').getByRole('button', { name: SEND }).click()
    await page.getByText('Wij gaan verder met uw collega.').waitFor()
    // two are open, one was answered, and the fourth is a colleague's
    await page.getByText('1 van 3 beantwoord').waitFor()

    const cornelis = regionOf(page, 'Cornelis')
    await cornelis.getByRole('radio', { name: 'Nee' }).check()
    await cornelis.getByLabel(/E-mailadres van de collega/).fill('iemand@ergens-anders.example')
    await cornelis.getByRole('button', { name: SEND }).click()
    await page.getByText('Wij kennen dit adres niet.').waitFor()
    const stages = await world.db.registration.findMany({
      where: { id: { in: registrations } },
      orderBy: { id: 'asc' },
      select: { stage: true },
    })
    expect(stages.map(({ stage }) => stage)).toEqual(['to_approach', 'awaiting_reply', 'to_screen', 'awaiting_reply'])
    expect(await page.content()).not.toMatch(/ergens-anders|Quist/)
    await page.goto(path)
    const other = await look(house.base, PHONE)
    await passDoor(other, house, await linkTo(registrations[3] ?? ''), prins)
    await regionOf(other, 'Dekker').getByRole('button', { name: SEND }).click()
    await other.getByText('Nog niet verstuurd').waitFor()
    expect([await overflow(other), await faultsOf(other)]).toEqual([0, []])
    expect(await regionOf(page, 'Dekker').getByRole('button', { name: SEND }).count()).toBe(1)
  })

  test('looking changes nothing, however a link is fetched', async () => {
    const path = await linkTo(registrations[3] ?? '')
    const entries = () => world.db.auditEntry.count()
    const before = await entries()
    for (const method of ['GET', 'HEAD'])
      for (const purpose of ['', 'prefetch'])
        for (let turn = 0; turn < 2; turn++) {
          const response = await fetch(house.base + path, {
            method,
            headers: purpose ? { 'Sec-Purpose': purpose } : {},
          })
          expect(response.status).toBe(200)
          expect(await response.text()).not.toContain('Dekker')
        }
    expect(await entries()).toBe(before)
    expect(await house.database.vault.accessCode.count({ where: { state: { not: 'past' } } })).toBe(0)
  })

  test('the coordinator writes a try down, takes a link back, hands over, and answers for the supervisor', async () => {
    const registrationId = registrations[3] ?? ''
    const path = await linkTo(registrationId)
    const page = await look(house.base, PHONE)
    await signInAs(page, 'coordinator')
    await page.goto(`/cases/${registrationId}/inquiry`)
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    const form = (button: string) =>
      page.locator('form', { has: page.getByRole('button', { name: button, exact: true }) })
    const attempt = page.locator('form', { hasText: 'Poging vastleggen' })
    await attempt.getByRole('radio', { name: 'Telefoon' }).check()
    await attempt.getByRole('button', { name: 'Vastleggen' }).click()
    await page.getByText('Niet gelukt').waitFor()
    expect(await attempt.getByRole('radio', { name: 'Telefoon' }).isChecked()).toBe(true)
    await attempt.getByLabel('Uitkomst').selectOption('no_answer')
    await attempt.getByRole('button', { name: 'Vastleggen' }).click()
    await page.getByRole('cell', { name: 'Geen gehoor' }).waitFor()
    await form('Link intrekken').getByRole('button').click()
    await page.getByText('Er is geen link die werkt').waitFor()
    expect(await form('Link intrekken').getByRole('button').isDisabled()).toBe(true)
    expect((await fetch(house.base + path)).status).toBe(404)
    const answer = page.locator('form', { hasText: 'Antwoorden namens de toezichthouder' })
    await answer.getByRole('radio', { name: 'Ja' }).check()
    await answer.getByLabel('Hoeveel gesprekken').fill('3')
    await answer.getByRole('button', { name: 'Vastleggen' }).click()
    await page.getByText(/ingevuld door de coördinator/).waitFor()
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    expect(await world.db.inquiry.findUniqueOrThrow({ where: { registrationId } })).toMatchObject({
      answeredBy: 'account',
    })
    expect(await page.content()).not.toMatch(/Dekker|Prins|reclassering\.example/)
  })

  test('supervisors by pseudonym: away with a stand-in, back again; one who declined altogether is left alone', async () => {
    const page = await look(house.base, PHONE)
    await signInAs(page, 'coordinator')
    const { pseudonym } = await world.db.supervisor.findUniqueOrThrow({ where: { id: prins } })
    const { registrationId, supervisorId: quist } = await world.inquired('Evers')
    const other = await world.db.supervisor.findUniqueOrThrow({ where: { id: quist ?? '' } })
    await page.goto('/supervisors')
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await page.getByRole('link', { name: pseudonym }).click()
    await page.getByLabel('Eerste dag').fill('2012-03-05')
    await page.getByLabel('Laatste dag').fill('2012-03-01')
    await page.getByRole('button', { name: 'Afwezigheid melden' }).click()
    await page.getByText('De laatste dag ligt vóór de eerste.').first().waitFor()
    await page.getByLabel('Laatste dag').fill('2012-03-15')
    await page.getByLabel('Wie neemt waar').fill(other.pseudonym)
    await page.getByRole('button', { name: 'Afwezigheid melden' }).click()
    await page.getByRole('button', { name: 'Beëindigen' }).waitFor()
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await page.getByRole('button', { name: 'Beëindigen' }).click()
    await page.getByText(/Beëindigd op/).waitFor()

    const path = await linkTo(registrationId)
    const supervisor = await look(house.base, PHONE)
    await supervisor.goto(`${path}/rights`)
    await supervisor.getByRole('link', { name: 'Helemaal niet meer' }).click()
    await supervisor.getByRole('button', { name: 'Ja, doe dit' }).click()
    await supervisor.goto(path)
    await supervisor.getByRole('heading', { name: 'Wij vragen u niets meer' }).waitFor()
    await supervisor.getByText('Sinds vrijdag 2 maart 2012').waitFor()
    expect([await overflow(supervisor), await faultsOf(supervisor)]).toEqual([0, []])
    await page.goto('/supervisors')
    await page.getByText('Wordt niet meer gevraagd sinds').waitFor()
    expect(await world.db.supervisor.findUniqueOrThrow({ where: { id: quist ?? '' } })).toMatchObject({
      declinedOn: toColumn(day(ASKED)),
    })
  })
})
