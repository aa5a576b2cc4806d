import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { MET, named } from '../people'
import type { World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import type { House } from './house'
import { twiceSeen } from './twice-seen'

describe.runIf(canLook)('sites, deviations, and who is not to be asked', () => {
  let house: House
  let world: World
  /** The same person in two browsers: one without JavaScript, one in which axe can look. */
  let page: Page
  let seeing: Page

  beforeAll(async () => {
    ;({ house, world, page, seeing } = await twiceSeen())
  })

  const faults = async () => {
    await seeing.goto(page.url())
    return faultsOf(seeing)
  }
  const approval = async (kind: string, reference: string) => {
    const form = page.locator('form', { hasText: 'Goedkeuring toevoegen' })
    if (kind) await form.getByText(kind, { exact: true }).click()
    await form.getByLabel('Kenmerk').fill(reference)
    await form.getByLabel('Vanaf').fill('2012-01-01')
    await form.getByRole('button', { name: 'Goedkeuring toevoegen' }).click()
  }

  test('an empty study says what is not there yet', async () => {
    await page.goto('/sites')
    for (const nothing of [
      'Nog geen locaties',
      'Nog geen goedkeuringen',
      'Nog geen perioden',
      'Er is nog niets vastgelegd.',
    ])
      await page.getByText(nothing).first().waitFor()
    expect(await faults()).toEqual([])
    await page.goto('/deviations')
    await page.getByText('Geen afwijkingen').waitFor()
    expect(await faults()).toEqual([])
  })

  test('approvals, a period and a target are recorded, and a location lacks what is not there', async () => {
    await world.registered('Evers')
    await page.goto('/sites')
    await approval('', 'METC 12')
    await page.getByRole('alert').waitFor()
    expect(await page.locator('form', { hasText: 'Goedkeuring toevoegen' }).getByLabel('Kenmerk').inputValue()).toBe(
      'METC 12',
    )
    await approval('Ethische commissie', 'METC 12')
    await page.getByRole('alert').getByText('Vastgelegd').waitFor()
    const utrecht = page.locator('tbody tr', { hasText: 'Utrecht' }).first()
    // a cell is waited for: a page that is still coming in has half a row
    await utrecht.getByText('Landelijke organisatie, Regio').waitFor()
    await utrecht.getByText('dicht').waitFor()
    await approval('Landelijke organisatie', 'brief')
    await approval('Regio', 'mail')
    await page.getByRole('button', { name: 'Neem de perioden van het protocol over' }).click()
    await utrecht.getByText('open', { exact: true }).waitFor()
    const target = page.locator('form', { hasText: 'Streefgetal instellen' })
    await target.getByLabel('Locatie').fill('Utrecht')
    await target.getByLabel('Maand').fill('2012-03')
    await target.getByLabel('Aantal interviews').fill('4')
    await target.getByRole('button').click()
    await page.getByRole('alert').getByText('Vastgelegd').waitFor()
    await page.getByRole('button', { name: 'Beëindigen: METC 12' }).click()
    await utrecht.getByText('Ethische commissie').waitFor()
    await utrecht.getByText('dicht').waitFor()
    expect(await faults()).toEqual([])
    expect(await overflow(seeing)).toBeLessThanOrEqual(0)
  })

  test('a deviation is written down and decided on with words; who guards the study looks on', async () => {
    await page.goto('/deviations')
    const form = page.locator('form', { hasText: 'Afwijking opschrijven' })
    await form.getByText('Interviewer was niet bevoegd').click()
    await form.getByLabel('Locatie').fill('Utrecht')
    await form.getByLabel('Op welke dag').fill(MET)
    await form.getByRole('button').click()
    await page.getByRole('alert').waitFor()
    expect(await form.getByLabel('Locatie').inputValue()).toBe('Utrecht')
    await form.getByLabel('Toelichting').fill('Zonder begeleider.')
    await form.getByRole('button').click()
    await page.getByRole('link', { name: 'Interviewer was niet bevoegd' }).click()
    await page.getByText('Zonder begeleider.').waitFor()
    await page.getByText('Gemeld', { exact: true }).click()
    await page.getByLabel('Waarom').fill('Aan de commissie.')
    await page.getByRole('button', { name: 'Besluiten' }).click()
    await page.getByText('Aan de commissie.').waitFor()
    expect(await page.getByRole('button', { name: 'Besluiten' }).count()).toBe(0)
    expect(await faults()).toEqual([])
    const officer = await look(house.base)
    await signInAs(officer, 'privacy')
    await officer.goto('/deviations?state=decided')
    await officer.getByRole('link', { name: 'Interviewer was niet bevoegd' }).waitFor()
    expect(await officer.getByRole('button', { name: 'Afwijking opschrijven' }).count()).toBe(0)
  })

  test('somebody is put on the list of people not to ask; the number stands nowhere', async () => {
    const { number } = named('Evers').client
    const send = async (what: string, sure: boolean) => {
      await page.goto('/do-not-ask')
      await page.getByLabel('Cliëntnummer').fill(number)
      await page.getByText(what, { exact: true }).click()
      if (sure) await page.getByText('Ja, dit is wat de cliënt wil.').click()
      await page.getByRole('button', { name: 'Doen' }).click()
    }
    await send('Op de lijst zetten', false)
    await page.getByRole('alert').getByText('Zet een vinkje').waitFor()
    expect(await page.content()).not.toContain(number)
    await send('Op de lijst zetten', true)
    await page.getByText('Er staat 1 cliënt op de lijst.').waitFor()
    await send('Kijken of het nummer erop staat', false)
    await page.getByText('Dit nummer staat op de lijst.').waitFor()
    expect(page.url() + (await page.content())).not.toContain(number)
    expect(await faults()).toEqual([])
    expect(house.logged()).not.toContain(number)
    const left = await world.db.registration.findFirst({ where: { studyId: world.study.id } })
    expect(left?.leftReason).toBe('do_not_ask')
  })
})
