import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { recordIncident } from '../../app/records/incidents/record'
import { handOutVoucher } from '../../app/records/vouchers/booking'
import { MET } from '../people'
import { must, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import type { House } from './house'
import { twiceSeen } from './twice-seen'

describe.runIf(canLook)('who holds interviews, vouchers and incidents', () => {
  let house: House
  let world: World
  /** The same person in two browsers: one without JavaScript, one in which axe can look. */
  let page: Page
  let seeing: Page

  beforeAll(async () => {
    ;({ house, world, page, seeing } = await twiceSeen({ viewport: { width: 390, height: 800 } }))
  })

  const faults = async () => {
    await seeing.goto(page.url())
    return [...(await faultsOf(seeing)), ...((await overflow(seeing)) > 0 ? ['wider than the screen'] : [])]
  }
  const recorded = () => page.getByRole('alert').getByText('Vastgelegd').waitFor()
  const rowOf = (text: string) => page.locator('tbody tr', { hasText: text }).first()

  test('an empty study says that nobody can begin', async () => {
    await page.goto('/interviewers')
    await page.getByText('Nog geen interviewers').waitFor()
    expect(await faults()).toEqual([])
  })

  test('an interviewer is added with an account, and may once everything is there', async () => {
    await page.goto('/interviewers')
    const form = page.locator('form', { hasText: 'Interviewer toevoegen' })
    await form.getByLabel('Code').fill('Ilias')
    await form.getByRole('button').click()
    await page.getByRole('alert').getByText('hooguit vier letters').waitFor()
    expect(await form.getByLabel('Code').inputValue()).toBe('Ilias')
    await form.getByLabel('Code').fill('I7')
    await form.getByLabel('Account').selectOption({ label: 'Ilias Haddad' })
    await form.getByRole('button').click()
    await recorded()
    await rowOf('I7').getByText('Ilias Haddad').waitFor()
    await rowOf('I7').getByText('VOG getoond').waitFor()
    await rowOf('I7').getByText('nee', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'I7', exact: true }).click()
    for (const kind of ['Geheimhoudingsverklaring getekend', 'VOG getoond', 'Training gevolgd']) {
      const obtain = page.locator('form', { hasText: 'Bevoegdheid vastleggen' })
      await obtain.getByText(kind).click()
      if (kind.startsWith('VOG')) await obtain.getByLabel('Laatste dag').fill('2012-04-01')
      await obtain.getByRole('button').click()
      await rowOf(kind).getByText('geldt').waitFor()
    }
    expect(await faults()).toEqual([])
    await page.goto('/interviewers')
    await rowOf('I7').getByText('ja', { exact: true }).waitFor()
    await rowOf('I7').getByText('VOG getoond: tot en met').waitFor()
    expect(await faults()).toEqual([])
    // the study does not hold whose it is
    const row = await world.db.interviewer.findFirstOrThrow({ where: { studyId: world.study.id } })
    expect([row.code, row.accountHash === null]).toEqual(['I7', false])
  })

  test('what was there is taken back, and an account belongs to one code', async () => {
    await page.goto('/interviewers/I7')
    await page.getByRole('button', { name: 'Terugnemen: Training gevolgd' }).click()
    await rowOf('Training gevolgd').getByText('teruggenomen').waitFor()
    await page.goto('/interviewers')
    await rowOf('I7').getByText('nee', { exact: true }).waitFor()
    const offered = await page.locator('form', { hasText: 'Interviewer toevoegen' }).getByLabel('Account').textContent()
    expect(offered).not.toContain('Ilias')
    expect((await page.goto('/interviewers/I8'))?.status()).toBe(404)
  })

  test('a code that stands on an interview is unknown until it is taken up; its figures are numbers', async () => {
    await world.interviewed('Evers')
    must(await world.answered('Evers', 'client'))
    await page.goto('/interviewers')
    await page.getByRole('button', { name: 'I1 opnemen' }).click()
    await recorded()
    await page.getByRole('link', { name: 'I1', exact: true }).click()
    const figures = page.locator('section', { hasText: 'Hoe de interviews gingen' })
    await figures.locator('.fact', { hasText: 'Duur, middelste' }).getByText('25 (van 1)').waitFor()
    await figures.locator('.fact', { hasText: 'Zonder antwoord' }).getByText('0,0').waitFor()
    await page.getByRole('button', { name: 'Houdt geen interviews meer' }).click()
    await page.getByText('gestopt', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Bevoegdheid vastleggen' }).count()).toBe(0)
    expect(await faults()).toEqual([])
  })

  test('vouchers come in, are handed out and counted; a stock below nought is shown as a mistake', async () => {
    const { registrationId } = await world.interviewed('Evers')
    must(await handOutVoucher(world.db, world.on(MET), { registrationId, wave: 'T1', interviewer: 'I1' }))
    await page.goto('/interviewers')
    await page.getByRole('link', { name: 'Cadeaubonnen' }).click()
    await page.getByText('Er zijn meer bonnen gegeven').waitFor()
    const count = page.locator('form', { hasText: 'Voorraad tellen' })
    const counted = async (number: string, why: string) => {
      await count.getByLabel('Locatie').fill('Utrecht')
      await count.getByLabel('Hoeveel liggen er').fill(number)
      await count.getByLabel('Toelichting').fill(why)
      await count.getByRole('button').click()
    }
    await counted('9', '')
    await page.getByRole('alert').getByText('Dit scheelt +10').waitFor()
    expect(await faults()).toEqual([])
    await counted('9', 'Een doos was niet geboekt.')
    await recorded()
    await rowOf('Utrecht').getByText('9', { exact: true }).waitFor()
    const book = page.locator('form', { hasText: 'Bonnen boeken' })
    await book.getByText('Ontvangen').click()
    await book.getByLabel('Locatie').fill('Utrecht')
    await book.getByLabel('Aantal').fill('20')
    await book.getByRole('button').click()
    await rowOf('Utrecht').getByText('29', { exact: true }).waitFor()
    expect(await faults()).toEqual([])
  })

  test('an incident is in the list until it was seen; who only keeps the interviewers does not see it', async () => {
    const { registrationId } = await world.interviewed('Evers')
    const told = { registrationId, kind: 'threat', on: MET, steps: ['told_coordinator'], remark: 'Een stoel.' }
    must(await recordIncident(world.db, world.on(MET), { ...told, interviewer: 'I1' }))
    await page.goto('/interviewers')
    await page.getByRole('link', { name: 'Voorvallen (1 nieuw)' }).click()
    await rowOf('Een stoel.').getByText('Bel de coördinator').waitFor()
    expect(await faults()).toEqual([])
    await page.getByRole('button', { name: 'Gezien: Dreiging of geweld' }).click()
    await recorded()
    expect(await page.getByRole('button', { name: 'Gezien' }).count()).toBe(0)
    const manager = await look(house.base)
    await signInAs(manager, 'beheer')
    await manager.goto('/interviewers')
    await manager.getByRole('link', { name: 'Cadeaubonnen' }).waitFor()
    expect(await manager.getByRole('link', { name: 'Voorvallen' }).count()).toBe(0)
    expect((await manager.goto('/incidents'))?.status()).toBe(404)
  })

  test('the pages are there in English', async () => {
    const english = await look(house.base)
    await signInAs(english, 'coordinator')
    await english.getByRole('button', { name: 'English' }).click()
    for (const [path, title] of [
      ['/interviewers', 'Interviewers'],
      ['/vouchers', 'Vouchers'],
      ['/incidents', 'Incidents'],
    ] as const) {
      await english.goto(path)
      await english.getByRole('heading', { level: 1, name: title }).waitFor()
      expect(await faultsOf(english)).toEqual([])
    }
  })
})
