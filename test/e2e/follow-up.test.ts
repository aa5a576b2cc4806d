import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { addMonths } from '../../app/protocol/day'
import { CLIENTS, named, REGISTERED } from '../people'
import { connected } from '../platform/connect'
import { namedWorld, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { type House, openHouse, openWorkroom } from './house'

const OVER = addMonths(REGISTERED, 24)
const NUMBER = named('Evers', CLIENTS.Evers).supervisionNumber
const FILE = [
  'Toezichtnummer;Datum;Gebeurtenis;Soort;Reden',
  `${NUMBER};07-01-2013;Toezicht beëindigd;Voltooid;`,
  `${NUMBER};05-11-2012;Vroeghulpmelding;;`,
  'TZ-000-0;05-11-2012;Vroeghulpmelding;;',
].join('\r\n')
const WAIT = { timeout: 60_000 }

describe.runIf(canLook)('follow-up', () => {
  let house: House
  let world: World
  let pseudonym: string
  beforeAll(async () => {
    house = await openHouse()
    world = await namedWorld(house.database)
    const { registrationId } = await world.interviewed('Evers')
    await world.interviewed('Fokkens')
    pseudonym = (await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })).pseudonym
    await connected(house.database.urls.owner, (owner) =>
      owner.query('INSERT INTO study.clock (study_id, today, target) VALUES ($1, $2, $2)', [world.study.id, OVER]),
    )
    openWorkroom(house)
  })
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor(WAIT)
  const row = (page: Page, text: string) => page.locator('tbody tr', { hasText: text })

  test('a file of the register is taken in after a look, with where it comes from; its words and days are a Dutch register’s', async () => {
    const page = await look(house.base)
    await signInAs(page, 'beheer')
    await page.goto('/follow-up')
    await page.getByText('Er is nog geen bestand van het register ingelezen.').waitFor()
    await row(page, pseudonym).getByText('ontbreekt').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'Bestand inlezen' }).click()
    await page.getByLabel('Bestand', { exact: true }).setInputFiles({
      name: 'uitstroom.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(FILE, 'latin1'),
    })
    await page.getByRole('button', { name: 'Bestand versturen' }).click()
    await heading(page, 'Wat staat er in dit bestand?')
    await page.getByText('Vervolg uit het register', { exact: true }).first().waitFor()
    // how far it knows is asked, never guessed; what was typed stays
    await page.getByLabel('Bron').fill('Reclassering Nederland')
    await page.getByRole('button', { name: 'Nakijken' }).click()
    await page.getByText('Dit is nodig.').first().waitFor()
    expect(await page.getByLabel('Bron').inputValue()).toBe('Reclassering Nederland')
    expect(await page.getByLabel('Grondslag').inputValue()).toMatch(/§6/)
    expect(await faultsOf(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByLabel('Laatste dag die het bestand kent').fill(OVER)
    await page.getByRole('button', { name: 'Nakijken' }).click()
    await heading(page, 'Wat dit bestand zou doen')
    await page.getByText('Reclassering Nederland').waitFor()
    await page.locator('.tile', { hasText: 'Nieuw' }).getByText('2', { exact: true }).waitFor()
    await page.locator('.tile', { hasText: 'Geweigerd' }).getByText('1', { exact: true }).waitFor()
    await page.getByRole('cell', { name: /staat niet in het register/ }).waitFor()
    await page.getByRole('button', { name: 'Inlezen' }).click()
    await heading(page, 'Ingelezen')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'Naar het vervolg' }).click()
    await row(page, pseudonym).getByText('Voltooid').waitFor()
    await page.getByText('Uitkomsten kennen het register tot en met').waitFor()
    // of whom the file names nothing it says that nothing happened
    expect(await page.locator('tbody tr', { hasText: 'bekend' }).count()).toBe(2)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })

  test('without JavaScript, by keys, an event is written down from a dossier, comes back with its mistake, and is taken back', async () => {
    const page = await look(house.base, { javaScriptEnabled: false })
    await signInAs(page, 'beheer')
    await page.goto('/follow-up')
    await page.getByLabel('Stand').selectOption('known')
    await page.getByRole('button', { name: 'Toon' }).click()
    await page.getByRole('link', { name: pseudonym }).focus()
    await page.keyboard.press('Enter')
    await heading(page, `Vervolg van ${pseudonym}`)
    await page.getByLabel('Dag', { exact: true }).fill('2013-03-04')
    await page.getByLabel('Wat er gebeurde').selectOption('ended:negative')
    await page.getByLabel('Reden', { exact: true }).selectOption('goals_reached')
    await page.getByLabel(/^Notitie/).fill('Brief in deel 3.')
    await page.getByLabel(/^Notitie/).press('Tab')
    await page.keyboard.press('Enter')
    // at its field, and with what was typed
    await page.locator('#reason-mistake').getByText('Deze reden kent het onderzoek niet.').waitFor()
    expect(await page.getByLabel('Wat er gebeurde').inputValue()).toBe('ended:negative')
    expect(await page.getByLabel(/^Notitie/).inputValue()).toBe('Brief in deel 3.')
    await page.getByLabel('Reden', { exact: true }).selectOption('repeated_absence')
    await page.getByLabel(/^Notitie/).press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Vastgelegd', { exact: true }).waitFor()
    await row(page, 'Voltooid').getByText('verbeterd').waitFor()
    await row(page, 'Herhaald niet verschenen').getByText('telt', { exact: true }).waitFor()
    await row(page, 'Brief in deel 3.')
      .getByText(/een medewerker, op/)
      .waitFor()
    await row(page, 'Voltooid')
      .getByText(/Reclassering Nederland, op/)
      .waitFor()

    const seeing = await look(house.base)
    await signInAs(seeing, 'beheer')
    await seeing.goto(page.url())
    await seeing.getByText('Terugnemen').first().click()
    expect(await faultsOf(seeing)).toEqual([])
    await seeing.setViewportSize({ width: 390, height: 800 })
    expect(await overflow(seeing)).toBeLessThanOrEqual(0)

    await page.locator('summary', { hasText: 'Terugnemen' }).click()
    const form = page.getByRole('form', { name: /Voortijdig negatief beëindigd.*terugnemen/ })
    await form.getByRole('button').click()
    await form.getByText('Dit is nodig.').waitFor()
    const alert = page.getByRole('alert').filter({ hasText: 'Waarom: Dit is nodig.' })
    const [, there = ''] =
      (await alert.getByRole('link', { name: 'Naar dit veld' }).getAttribute('href'))?.split('#') ?? []
    await page.locator(`[id="${there}"]`).getByText('Dit is nodig.').waitFor()
    await form.getByLabel('Waarom').fill('Van een ander dossier.')
    await form.getByRole('button').click()
    await row(page, 'Van een ander dossier.')
      .getByText(/teruggenomen op/)
      .waitFor()
    await row(page, 'Voltooid').getByText('telt', { exact: true }).waitFor()
  })

  test('the coordinator sees the list and its file, and no dossier', async () => {
    const page = await look(house.base)
    await signInAs(page, 'coordinator')
    await page.goto('/follow-up?state=known')
    await row(page, pseudonym).getByText('Voltooid').waitFor()
    const csv = await page.request.get('/follow-up/csv?state=known')
    expect(await csv.text()).toMatch(new RegExp(`${pseudonym},.*,known,${REGISTERED},${OVER},2013-01-07,completed`))
    expect((await page.goto(`/follow-up/${pseudonym}`))?.status()).toBe(404)
    await page.goto('/follow-up?state=due')
    await page.getByText('In deze keuze staat geen deelnemer.').waitFor()
    expect(house.logged()).not.toContain(pseudonym)
  })
})
