import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { consentPdf } from '../../app/exports/consent-pdf'
import { formNamed } from '../../app/protocol/consent-forms'
import { drawing } from '../exports/drawing'
import { MET } from '../people'
import { jpeg } from '../platform/jpeg'
import { namedWorld, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { type House, openHouse } from './house'

const MB = 1024 * 1024
const PEOPLE = ['Evers', 'Fokkens', 'Gerrits', 'Hendriks'] as const
type Name = (typeof PEOPLE)[number]
type Said = 'Ja' | 'Nee' | 'Niet ingevuld'

describe.runIf(canLook)('a paper form', () => {
  let house: House
  let world: World
  let pdf: Buffer
  const pseudonyms = new Map<Name, string>()
  const clients = new Map<Name, string>()
  beforeAll(async () => {
    house = await openHouse()
    world = await namedWorld(house.database)
    for (const name of PEOPLE) {
      const { registrationId, clientId } = await world.approached(name)
      pseudonyms.set(name, (await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })).pseudonym)
      clients.set(name, clientId)
    }
    const form = formNamed(world.study.protocol, 'tablet-1')
    if (!form) throw new Error('the study has no form tablet-1')
    const empty = { answers: {}, names: { client: '', interviewer: '' } }
    pdf = await consentPdf({ study: world.study.protocol.title, form, language: 'nl', on: MET, ...empty })
  })

  async function opened(name: Name, options = {}): Promise<Page> {
    const page = await look(house.base, options)
    await signInAs(page, 'interviewer')
    await page.goto(`/consent/${pseudonyms.get(name)}/paper`)
    return page
  }

  async function fill(page: Page, said: Readonly<Record<number, Said>> = {}): Promise<void> {
    for (const code of ['about', 'voluntary', 'stopping'])
      await page.locator(`input[name=capacity_${code}][value=yes]`).check()
    for (let box = 1; box <= 5; box++)
      await page
        .getByRole('group', { name: new RegExp(`^${box}\\. `) })
        .getByLabel(said[box] ?? 'Ja')
        .check()
    await page.getByLabel('de cliënt', { exact: true }).check()
    await page.getByLabel('de interviewer', { exact: true }).check()
    await page.getByLabel('Telefoonnummer').fill('06 1234 5678')
  }
  const choose = (page: Page, name: string, buffer: Buffer) =>
    page.getByLabel('Scan of foto').setInputFiles({ name, mimeType: 'application/pdf', buffer })
  const keep = (page: Page) => page.getByRole('button', { name: 'Bewaren' }).click()

  const allowed = async (name: Name) => {
    const where = { clientId: clients.get(name) ?? '', granted: true }
    return (await world.db.permission.findMany({ where })).map(({ scope }) => scope).sort()
  }
  const ALL = ['approach_again', 'phone', 'pseudonymous_processing', 'register_linkage', 'take_part']

  test.each([
    ['Evers', 'scan.pdf', () => pdf],
    ['Fokkens', 'scan.jpg', () => jpeg],
    ['Gerrits', 'scan.png', () => drawing()],
  ] as const)('of %s is written down with its %s, and allows what it says at once', async (name, file, bytes) => {
    const page = await opened(name)
    await fill(page, { 5: 'Niet ingevuld' })
    await choose(page, file, bytes())
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await keep(page)
    await page.getByText('Het formulier is bewaard').waitFor()
    await page.getByText('wacht op de tweede lezer').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await allowed(name)).toEqual(ALL.filter((scope) => scope !== 'register_linkage'))
  })

  test.each([
    ['a renamed web page', Buffer.from('<!doctype html><script>alert(1)</script>'), /geen PDF, JPEG of PNG/],
    ['a file that is too large', Buffer.alloc(11 * MB, '%PDF-1.7 '), /te groot.*10 MB/],
    ['an empty file', Buffer.alloc(0), /leeg/],
  ])(
    '%s is refused in words and what was typed stays, also on a telephone without JavaScript',
    async (_, buffer, words) => {
      const page = await opened('Hendriks', { javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
      await fill(page, { 3: 'Nee' })
      await choose(page, 'toestemming.pdf', buffer)
      await keep(page)
      expect(await page.locator('.mistake').allTextContents()).toEqual([expect.stringMatching(words)])
      expect(await page.locator('input:checked').count()).toBe(3 + 5 + 2 + 1)
      expect(await page.getByLabel('Telefoonnummer').inputValue()).toBe('06 1234 5678')
      expect(await allowed('Hendriks')).toEqual([])
    },
  )

  test('the one who wrote it down cannot check it; another reads the scan, sees no name or number on the page, and agrees', async () => {
    const own = await look(house.base)
    await signInAs(own, 'interviewer')
    await own.goto('/consents')
    expect(await own.getByText('Iemand anders kijkt dit na').count()).toBe(3)
    expect(await own.getByRole('link', { name: 'Nakijken' }).count()).toBe(0)
    const forms = await world.vault.db.consentForm.findMany({ where: { state: 'check' } })
    await own.goto(`/consents/${forms[0]?.id}`)
    await own.getByText('U hebt dit formulier zelf ingevoerd').waitFor()
    expect(await own.locator('main form').count()).toBe(0)
    const page = await look(house.base)
    await signInAs(page, 'beheer')
    await page.goto('/consents')
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await page.getByRole('link', { name: 'Nakijken' }).first().click()
    const shown = await page.content()
    for (const secret of [...PEOPLE, ...pseudonyms.values()]) expect(shown).not.toContain(secret)
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Scan openen' }).click()
    const scan = await readFile(await (await coming).path())
    expect([pdf, jpeg, drawing()].filter((file) => file.equals(scan))).toHaveLength(1)
    expect(await faultsOf(page)).toEqual([])
    await read(page, { 5: 'Niet ingevuld' })
    await page.getByText('Het formulier is nagekeken').waitFor()
  })

  async function read(page: Page, said: Readonly<Record<number, Said>>): Promise<void> {
    for (let box = 1; box <= 5; box++)
      await page
        .getByRole('group', { name: new RegExp(`^${box}\\. `) })
        .getByLabel(said[box] ?? 'Ja')
        .check()
    await page.getByRole('button', { name: 'Vergelijken' }).click()
  }

  test('what is read otherwise is told by question and goes before; without JavaScript too', async () => {
    const page = await look(house.base, { javaScriptEnabled: false })
    await signInAs(page, 'coordinator')
    await page.getByRole('link', { name: /papieren formulieren wachten/ }).click()
    await page.getByRole('link', { name: 'Nakijken' }).first().click()
    const id = new URL(page.url()).pathname.split('/')[2] ?? ''
    await read(page, { 3: 'Nee', 5: 'Niet ingevuld' })
    await page.getByText('Dit is anders dan wat eerst is ingevoerd: vraag 3.').waitFor()
    expect(await page.locator('.mistake').count()).toBe(1)
    expect(await page.locator('input[type=radio]:checked').count()).toBe(5)
    await page.getByRole('button', { name: 'Dit staat op het papier' }).click()
    await page.getByText('Het formulier is nagekeken').waitFor()
    const answers = await world.vault.db.consentAnswer.findMany({
      where: { formId: id, box: 3 },
      orderBy: { seq: 'asc' },
    })
    expect(answers.map(({ answer }) => answer)).toEqual(['yes', 'no'])
  })

  test('a refused form allows nothing, and comes back to the coordinator with its pair', async () => {
    const page = await look(house.base)
    await signInAs(page, 'coordinator')
    await page.goto('/consents')
    await page.getByRole('link', { name: 'Nakijken' }).first().click()
    await page.getByRole('button', { name: 'Afkeuren' }).click()
    await page.locator('.mistake').waitFor()
    await page.getByLabel('Niet getekend').check()
    await page.getByRole('button', { name: 'Afkeuren' }).click()
    await page.getByText('Het formulier is afgekeurd').waitFor()
    await page
      .getByRole('row', { name: /afgekeurd/ })
      .getByRole('link')
      .click()
    await page.getByText('Het papier is afgekeurd. Laat opnieuw tekenen.').waitFor()
    const [pseudonym] = [...pseudonyms].find(([, one]) => page.url().includes(one)) ?? []
    expect(pseudonym && (await allowed(pseudonym))).toEqual([])
    expect(await faultsOf(page)).toEqual([])
  })

  test('a form is written down first and its scan comes later', async () => {
    const page = await opened('Hendriks', { viewport: { width: 390, height: 800 } })
    await keep(page)
    await page.getByText('Nog niet bewaard').waitFor()
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await fill(page)
    await keep(page)
    await page.getByText('Voeg de scan van het papier toe.').waitFor()
    expect(await allowed('Hendriks')).toEqual(ALL)
    await page.getByRole('link', { name: 'Papieren formulier' }).click()
    await choose(page, 'scan.pdf', Buffer.from('<html>'))
    await page.getByRole('button', { name: 'Scan toevoegen' }).click()
    await page.getByText(/geen PDF, JPEG of PNG/).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await choose(page, 'scan.pdf', pdf)
    await page.getByRole('button', { name: 'Scan toevoegen' }).click()
    await page.getByText('De scan is bewaard').waitFor()
    await page.getByText('wacht op de tweede lezer').waitFor()
  })
})
