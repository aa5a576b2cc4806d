import { beforeAll, describe, expect, test } from 'vitest'
import { homeOf } from '../../app/access/menu'
import { DEMO_ACCOUNTS } from '../../app/identity/accounts'
import { day } from '../../app/protocol/day'
import { createStudy } from '../../app/records/studies'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { emptyStudy, type House, openHouse } from './house'

describe.runIf(canLook)('signing in', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
    await emptyStudy(house)
  })

  test.each(DEMO_ACCOUNTS)('$role comes to where their work is', async ({ email, role }) => {
    const page = await look(house.base)
    await signInAs(page, email.split('@')[0] ?? '')
    expect(new URL(page.url()).pathname).toBe(homeOf(role))
    expect(await page.getByRole('navigation', { name: 'Hoofdmenu' }).locator('[aria-current=page]').count()).toBe(1)
  })

  test('a wrong password keeps the address and says nothing of which was wrong', async () => {
    const page = await look(house.base)
    await page.goto('/sign-in')
    await page.getByLabel('E-mailadres').fill('coordinator@koppel.example')
    await page.getByLabel('Wachtwoord').fill('not this one')
    await page.getByRole('button', { name: 'Aanmelden' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('E-mailadres').inputValue()).toBe('coordinator@koppel.example')
    expect(await page.getByLabel('Wachtwoord').inputValue()).toBe('')
  })

  test('goes on to the page that was asked for, and signs out', async () => {
    const page = await look(house.base)
    await page.goto('/dyads?search=7KM')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await page.getByLabel('E-mailadres').fill('interviewer@koppel.example')
    await page.getByLabel('Wachtwoord').fill('proefopstelling')
    await page.getByRole('button', { name: 'Aanmelden' }).click()
    await page.waitForURL('**/dyads?search=7KM')
    await page.getByRole('button', { name: 'Afmelden' }).click()
    await page.getByText('U bent afgemeld').waitFor()
    await page.goto('/dyads')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
  })

  test('without JavaScript, by keyboard only', async () => {
    const page = await look(house.base, { javaScriptEnabled: false })
    await page.goto('/sign-in')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Naar de inhoud')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('coordinator@koppel.example')
    await page.keyboard.press('Tab')
    await page.keyboard.type('proefopstelling')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/today')
  })

  test('language and colours are remembered and come back to the same page', async () => {
    const page = await look(house.base, { javaScriptEnabled: false, colorScheme: 'light' })
    await signInAs(page, 'coordinator')
    await page.goto('/dyads')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Dyads' }).waitFor()
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await ground()
    await page.getByRole('button', { name: 'Colours: dark' }).click()
    await page.getByRole('button', { name: 'Colours: light' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/dyads')
    expect(await ground()).not.toBe(light)
    await page.getByRole('button', { name: 'Colours: light' }).click()
    await page.getByRole('button', { name: 'Colours: as the device' }).waitFor()
    expect(await ground()).toBe(light)
  })

  test('where there is more than one study, each browser chooses its own', async () => {
    const options = { viewport: { width: 390, height: 800 } }
    const page = await look(house.base, options)
    await signInAs(page, 'coordinator')
    const picker = page.getByLabel('Onderzoek', { exact: true })
    expect(await picker.count()).toBe(0)
    const today = day('2013-02-01')
    const origin = { protocol: 'werkalliantie', name: 'second', today, actor: 'system' }
    const { id } = await createStudy(house.database.study, { code: 'second', ...origin })
    await house.database.study.clock.create({
      data: { studyId: id, today: new Date(today), target: new Date(today) },
    })
    await page.reload()
    const chosen = () => picker.locator('option:checked').textContent()
    expect(await chosen()).toBe('second')
    await page.getByText('1 februari 2013').first().waitFor()
    await picker.selectOption({ label: 'empty' })
    await page.getByRole('button', { name: 'Kies' }).click()
    await expect.poll(chosen).toBe('empty')
    expect(await page.getByText('1 februari 2013').count()).toBe(0)
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await page.goto('/flow')
    expect(await chosen()).toBe('empty')
    const other = await look(house.base, options)
    await signInAs(other, 'analist')
    expect(await other.getByLabel('Onderzoek', { exact: true }).locator('option:checked').textContent()).toBe('second')
  })
})
