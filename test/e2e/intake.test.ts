import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { QUEUES } from '../../app/protocol/queues'
import { ASKED, type ClientName, MET, REPLIED } from '../people'
import { connected } from '../platform/connect'
import { must, namedWorld, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { type House, openHouse } from './house'

const NAMES = ['Aalders', 'Berends', 'Evers', 'Fokkens', 'Hendriks'] as const satisfies readonly ClientName[]

describe.runIf(canLook)('intake', () => {
  let house: House
  let world: World
  const pseudonyms: Record<string, string> = {}
  const cases: Record<string, string> = {}

  beforeAll(async () => {
    house = await openHouse()
    world = await namedWorld(house.database)
    for (const name of NAMES) {
      const { registrationId, clientId } = await world.registered(name)
      cases[name] = registrationId
      pseudonyms[name] = (await world.db.client.findUniqueOrThrow({ where: { id: clientId } })).pseudonym
    }
    await world.approached('Evers')
    await world.inquired('Fokkens')
    must(await world.reply('Fokkens', { isSupervisor: false, contacts: null }))
    await connected(house.database.urls.owner, (owner) =>
      owner.query('INSERT INTO study.clock (study_id, today, target) VALUES ($1, $2, $2)', [world.study.id, REPLIED]),
    )
  })

  const openList = async (page: Page, queue: keyof typeof QUEUES) => {
    await page.goto('/intake')
    await page.getByRole('navigation', { name: 'Lijsten' }).getByRole('link', { name: QUEUES[queue].label.nl }).click()
    await page.getByText(QUEUES[queue].about.nl).waitFor()
  }
  const openCase = async (page: Page, name: ClientName) => {
    await page.goto(`/cases/${cases[name]}`)
    await page.getByRole('heading', { level: 1, name: `Zaak ${pseudonyms[name]}` }).waitFor()
  }
  const unfold = (page: Page, title: string) => page.locator('summary', { hasText: title }).click()

  test('lists and case are without faults, on a telephone too', async () => {
    const page = await look(house.base, { viewport: { width: 390, height: 800 } })
    await signInAs(page, 'coordinator')
    for (const path of ['/intake', '/intake?queue=to_inquire', '/intake?queue=waiting', `/cases/${cases.Evers}`]) {
      await page.goto(path)
      expect([path, await overflow(page), await faultsOf(page)]).toEqual([path, 0, []])
    }
  })

  test('without scripts: asks about the chosen cases, and says of each what happened', async () => {
    const page = await look(house.base, { javaScriptEnabled: false })
    await signInAs(page, 'coordinator')
    await openList(page, 'to_inquire')
    await page.getByRole('button', { name: 'Stel de vraag voor de gekozen zaken' }).click()
    await page.getByText('Kies eerst een of meer zaken.').waitFor()
    for (const name of ['Aalders', 'Berends'] as const) await page.getByLabel(`Kies ${pseudonyms[name]}`).check()
    await page.getByRole('button', { name: 'Stel de vraag voor de gekozen zaken' }).click()
    const happened = page.getByRole('alert')
    await happened.getByText('De vraag gaat naar de toezichthouder.').first().waitFor()
    expect(await happened.getByRole('listitem').count()).toBe(2)
    expect(
      await world.db.inquiry.count({ where: { registrationId: { in: [cases.Aalders, cases.Berends] as string[] } } }),
    ).toBe(2)
    await openList(page, 'awaiting_reply')
    await page.getByRole('link', { name: pseudonyms.Aalders as string }).waitFor()
  })

  test('a filter narrows the lists and their counts, and an address keeps it', async () => {
    const page = await look(house.base, { javaScriptEnabled: false })
    await signInAs(page, 'coordinator')
    const supervisor = await world.db.registration.findUniqueOrThrow({
      where: { id: cases.Hendriks as string },
      include: { supervisor: true },
    })
    await openList(page, 'to_inquire')
    await page.getByLabel('Locatie').selectOption('Utrecht')
    await page.getByLabel('Nummer van de toezichthouder').fill(supervisor.supervisor?.pseudonym.toLowerCase() ?? '')
    await page.getByRole('button', { name: 'Toon', exact: true }).click()
    await page.getByRole('link', { name: pseudonyms.Hendriks as string }).waitFor()
    expect(await page.locator('tbody tr').count()).toBe(1)
    await page.getByLabel('Nummer van de toezichthouder').fill('ABC')
    await page.getByRole('button', { name: 'Toon', exact: true }).click()
    expect(await page.locator('.mistake').count()).toBe(1)
  })

  test('what was unknown is found out on the case page, and the case goes on step by step', async () => {
    const page = await look(house.base, { javaScriptEnabled: false })
    await signInAs(page, 'coordinator')
    await openCase(page, 'Fokkens')
    await page.getByText('Nog niet bekend: Het toezicht is echt gestart').waitFor()
    // what cannot be done says why
    await unfold(page, 'Het eerste gesprek plannen')
    await page.locator('p:visible', { hasText: 'Kan nu niet' }).waitFor()
    expect(await page.getByRole('button', { name: 'Plan deze dag' }).isDisabled()).toBe(true)
    for (const criterion of ['supervision_started', 'few_contacts']) {
      await unfold(page, 'Een criterium invullen')
      await page.getByLabel('Criterium', { exact: true }).selectOption(criterion)
      await page.getByLabel('klopt', { exact: true }).check()
      await page.getByRole('button', { name: 'Leg vast', exact: true }).click()
      await page.getByText('Opgeslagen').waitFor()
    }
    await page.getByText('Alle criteria kloppen.').waitFor()
    await unfold(page, 'Oordeel van de toezichthouder')
    await page.getByLabel('Ja, nu').check()
    await page.getByRole('button', { name: 'Leg het oordeel vast' }).click()
    await page.getByRole('link', { name: 'Naar het koppel' }).waitFor()
    await unfold(page, 'Het eerste gesprek plannen')
    await page.getByLabel('Dag van het gesprek').fill(ASKED)
    await page.getByRole('button', { name: 'Plan deze dag' }).click()
    await page.getByText('Deze dag is al voorbij.').first().waitFor()
    expect(await page.getByLabel('Dag van het gesprek').inputValue()).toBe(ASKED)
    await page.getByLabel('Dag van het gesprek').fill(MET)
    await page.getByRole('button', { name: 'Plan deze dag' }).click()
    await page.getByText('Gesprek gepland').first().waitFor()
    await openList(page, 'planned')
    await page.getByRole('link', { name: pseudonyms.Fokkens as string }).waitFor()
  })

  test('an answer is corrected: the case leaves, with the old answer in its history', async () => {
    const page = await look(house.base)
    await signInAs(page, 'coordinator')
    await openCase(page, 'Evers')
    await unfold(page, 'Het antwoord verbeteren')
    await page.getByLabel('Gesprekken tot nu toe').fill('5')
    await page.getByRole('button', { name: 'Bewaar het verbeterde antwoord' }).click()
    await page.getByText('Klopt niet: Hoogstens drie gesprekken gehad.').waitFor()
    const history = page.getByRole('list', { name: 'Wat er gebeurde' })
    await history.getByText('2 gesprekken').first().waitFor()
    await history.getByText('Afgevallen: bij de criteria').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  test('who runs imports looks on, and an interviewer sees nothing of it', async () => {
    const page = await look(house.base)
    await signInAs(page, 'beheer')
    await openCase(page, 'Hendriks')
    expect(await page.getByRole('button', { name: 'Stel de vraag nu' }).count()).toBe(0)
    const interviewer = await look(house.base)
    await signInAs(interviewer, 'interviewer')
    for (const path of ['/intake', `/cases/${cases.Hendriks}`])
      expect((await interviewer.goto(path))?.status()).toBe(404)
  })
})
