import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { World } from '../world'
import { canLook, faultsOf, overflow } from './browser'
import { twiceSeen } from './twice-seen'

describe.runIf(canLook)('messages: whom they come from, and what they say', () => {
  let world: World
  /** The same person in two browsers: one without JavaScript, one in which axe can look. */
  let page: Page
  let seeing: Page

  beforeAll(async () => {
    ;({ world, page, seeing } = await twiceSeen())
  })

  const faults = async () => {
    await seeing.goto(page.url())
    return faultsOf(seeing)
  }
  const form = (name: string) => page.locator('form', { has: page.getByRole('button', { name, exact: true }) })
  const look = async (kind: string, about = '') => {
    await page.goto('/messages')
    await form('Bekijken').getByLabel('Bericht').selectOption({ label: kind })
    await form('Bekijken').getByLabel('Over welke cliënt of welk koppel').fill(about)
    await form('Bekijken').getByRole('button').click()
  }

  test('what is wrong is said at its field, and what was typed stays', async () => {
    await page.goto('/messages')
    await page.getByRole('heading', { name: 'Berichten', exact: true }).waitFor()
    expect(await faults()).toEqual([])
    const settings = form('Bewaren')
    await settings.getByLabel('Naam van de afzender').fill('Onderzoek Werk')
    await settings.getByLabel('Antwoorden gaan naar').fill('geen adres')
    await settings.getByLabel('Ondertekening in het Nederlands').fill('Het team\nTelefoon 030')
    await settings.getByRole('button').click()
    await page.getByRole('alert').getByText('Dit is geen e-mailadres').waitFor()
    expect(await settings.getByLabel('Naam van de afzender').inputValue()).toBe('Onderzoek Werk')
    expect(await settings.getByLabel('Antwoorden gaan naar').inputValue()).toBe('geen adres')
    expect(await settings.getByLabel('Ondertekening in het Nederlands').inputValue()).toBe('Het team\nTelefoon 030')
    await settings.getByLabel('Antwoorden gaan naar').fill('onderzoek@koppel.example')
    await settings.getByRole('button').click()
    await page.getByRole('alert').getByText('Bewaard').waitFor()
    expect(await settings.getByLabel('Antwoorden gaan naar').inputValue()).toBe('onderzoek@koppel.example')
  })

  test('a message is shown with a real case, as text and with layout, and nobody can answer by it', async () => {
    const { clientId } = await world.inquired('Aalders')
    const { pseudonym } = await world.db.client.findUniqueOrThrow({ where: { id: clientId } })
    await look('vraag over de cliënt', pseudonym)
    const text = page.locator('.letter')
    await text.getByText(`onderzoeksnummer ${pseudonym}`).waitFor()
    await text.getByText('Het team').waitFor()
    await page.getByText('Vraag over een nieuwe cliënt', { exact: true }).waitFor()
    await page.getByText('Onderzoek Werk', { exact: true }).waitFor()
    const html = page.frameLocator('iframe')
    await html.getByText(`onderzoeksnummer ${pseudonym}`).waitFor()
    expect(await html.getByRole('link').getAttribute('href')).toMatch(/\/answer\/•+$/)
    expect(await page.content()).not.toMatch(/\/answer\/[\w-]/)
    expect(await world.db.issuedLink.count({ where: { studyId: world.study.id } })).toBe(0)
    expect(await faults()).toEqual([])
    expect(await overflow(seeing)).toBeLessThanOrEqual(0)
  })

  test('what waits first is shown as it would leave; a case without a window has no message about one', async () => {
    await look('Wat nu als eerste klaarstaat')
    await page.locator('.letter').getByText('onderzoeksnummer').waitFor()
    await page.getByText('Gaat uit op').waitFor()
    const client = await world.db.client.findFirstOrThrow({ where: { studyId: world.study.id } })
    await look('waarschuwing dat een venster dichtgaat', client.pseudonym)
    await page.getByRole('alert').getByText('deze zaak heeft er nog geen').waitFor()
    expect(await form('Bekijken').getByLabel('Over welke cliënt of welk koppel').inputValue()).toBe(client.pseudonym)
    await look('vragenlijst', 'AAA-AAA-AAA')
    await page.getByRole('alert').waitFor()
    expect(await faults()).toEqual([])
  })

  test('every message stands in the list, and can be looked at from there', async () => {
    await page.goto('/messages')
    await page.getByRole('link', { name: 'dank voor de vragenlijst' }).click()
    await page.getByRole('alert').getByText('Vul in over welke cliënt').waitFor()
    expect(await page.locator('tbody tr').count()).toBe(11)
  })
})
