import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { interviewerAccounts } from '../../app/identity/interviewers'
import { tieToAccount } from '../../app/records/interviewers/interviewer'
import { MET, REPLIED, staff } from '../people'
import { connected } from '../platform/connect'
import { must, namedWorld, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { type House, openHouse } from './house'

describe.runIf(canLook)('the calendar of interviews', () => {
  let house: House
  let world: World
  /** The coordinator without JavaScript; the interviewer on a telephone, where axe can look. */
  let page: Page
  let phone: Page
  const pairs: string[] = []

  beforeAll(async () => {
    house = await openHouse()
    world = await namedWorld(house.database)
    await connected(house.database.urls.owner, (owner) =>
      owner.query('INSERT INTO study.clock (study_id, today, target) VALUES ($1, $2, $2)', [world.study.id, REPLIED]),
    )
    for (const code of ['I7', 'I8']) await world.qualified(code)
    const [account] = await interviewerAccounts(world.vault, world.study.id)
    must(await tieToAccount(world.db, world.on(MET), { code: 'I7', accountHash: account?.hash ?? null }))
    for (const name of ['Evers', 'Fokkens'] as const) {
      const { registrationId } = await world.approached(name)
      pairs.push((await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })).pseudonym)
    }
    page = await look(house.base, { javaScriptEnabled: false })
    await signInAs(page, 'coordinator')
    phone = await look(house.base, { viewport: { width: 390, height: 800 } })
    await signInAs(phone, 'interviewer')
  })

  const formOf = (title: string) => page.locator('details.deed', { has: page.locator('summary', { hasText: title }) })
  const open = async (title: string) => {
    const form = formOf(title)
    if ((await form.getAttribute('open')) === null) await form.locator('summary').click()
    return form
  }
  const fine = async (path: string) => {
    await phone.goto(path)
    await phone.locator('h1').waitFor()
    expect([path, await overflow(phone), await faultsOf(phone)]).toEqual([path, 0, []])
  }

  test('a room is added with its hours', async () => {
    await page.goto('/rooms')
    await page.getByText('Nog geen kamers').waitFor()
    const add = page.locator('form', { hasText: 'Naam van de kamer' })
    await add.getByLabel('Locatie').selectOption('Utrecht')
    await add.getByLabel('Naam van de kamer').fill('Kamer 1')
    await add.getByRole('button').click()
    await page.getByRole('alert').getByText('Vastgelegd').waitFor()
    const hours = page.locator('form', { hasText: 'Uren toevoegen' })
    await hours.getByLabel('Kamer').selectOption('Utrecht, Kamer 1')
    await hours.getByLabel('Dag').selectOption('dinsdag')
    await hours.getByLabel('Van').fill('09:00')
    await hours.getByLabel('Tot').fill('09:00')
    await hours.getByRole('button').click()
    await page.getByRole('alert').waitFor()
    expect(await page.locator('form', { hasText: 'Uren toevoegen' }).getByLabel('Van').inputValue()).toBe('09:00')
    await page.locator('form', { hasText: 'Uren toevoegen' }).getByLabel('Tot').fill('12:00')
    await page.locator('form', { hasText: 'Uren toevoegen' }).getByRole('button').click()
    await page.getByText('dinsdag 09:00–12:00').waitFor()
    const seeing = await look(house.base, { viewport: { width: 390, height: 800 } })
    await signInAs(seeing, 'coordinator')
    await seeing.goto('/rooms')
    await seeing.getByText('dinsdag 09:00–12:00').waitFor()
    expect([await overflow(seeing), await faultsOf(seeing)]).toEqual([0, []])
  })

  test('an interview without a day is planned, and stands in the week', async () => {
    await page.goto('/calendar')
    await page.getByText('Deze week staat er niets').waitFor()
    await page.getByRole('link', { name: pairs[0] ?? '' }).click()
    const form = await open('Plannen')
    // the day of the talk stands there already
    expect(await form.getByLabel('Dag').inputValue()).toBe(MET)
    await form.getByLabel('Tijd').fill('10:00')
    await form.getByLabel('Kamer').selectOption('Utrecht, Kamer 1')
    await form.getByLabel('Interviewer').selectOption('I7')
    await form.getByRole('button', { name: 'Plannen' }).click()
    await page.getByText('dinsdag 13 maart 2012, 10:00').waitFor()
    await page.goto(`/calendar?week=${MET}`)
    await page
      .locator('.week')
      .getByRole('link', { name: pairs[0] ?? '' })
      .waitFor()
    await page.locator('.week').getByText('I7 · Kamer 1').waitFor()
  })

  test('a clash is told with whose interview it is, and what was typed is still there', async () => {
    await page.goto(`/calendar/${pairs[1]}`)
    const form = await open('Plannen')
    await form.getByLabel('Tijd').fill('10:30')
    await form.getByLabel('Kamer').selectOption('Utrecht, Kamer 1')
    await form.getByLabel('Interviewer').selectOption('I8')
    await form.getByRole('button', { name: 'Plannen' }).click()
    await page.getByRole('alert').getByText(`het gesprek van ${pairs[0]} om 10:00`).waitFor()
    const again = formOf('Plannen')
    expect(await again.getByLabel('Tijd').inputValue()).toBe('10:30')
    expect(await again.getByLabel('Interviewer').inputValue()).toBe('I8')
    expect(await again.getByText('Ik weet dit').count()).toBe(0)
    await again.getByLabel('Dag').fill('2012-03-20')
    await again.getByRole('button', { name: 'Plannen' }).click()
    // another day than the talk's: knowingly only
    await page.getByRole('alert').getByText('direct na het gesprek met de toezichthouder').waitFor()
    await formOf('Plannen').getByText('Ik weet dit').click()
    await formOf('Plannen').getByRole('button', { name: 'Plannen' }).click()
    await page.getByText('dinsdag 20 maart 2012, 10:30').waitFor()
  })

  test('it is moved, and given to somebody else', async () => {
    await page.goto(`/calendar/${pairs[0]}`)
    const form = await open('Verzetten')
    await form.getByLabel('Tijd').fill('11:00')
    await form.getByRole('button', { name: 'Verzetten' }).click()
    await page.getByText('dinsdag 13 maart 2012, 11:00').waitFor()
    const give = await open('Aan een ander geven')
    await give.getByLabel('Interviewer').selectOption('I8')
    await give.getByRole('button', { name: 'Geven' }).click()
    await page.locator('.fact', { hasText: 'I8' }).waitFor()
    await page.locator('tr', { hasText: '10:00' }).getByText('verzet').waitFor()
  })

  test('an interviewer sees it on a telephone, nothing of the supervisor, and may not plan over what was said', async () => {
    await fine(`/calendar?week=${MET}`)
    await phone
      .locator('.week')
      .getByRole('link', { name: pairs[0] ?? '' })
      .waitFor()
    const week = await phone.content()
    await fine(`/calendar/${pairs[1]}`)
    const known = [...Object.values(staff('Quist')), 'Fokkens', 'Evers']
    expect(known.filter((text) => week.includes(text))).toEqual([])
    const whole = await phone.content()
    expect(known.filter((text) => whole.includes(text))).toEqual([])
    await phone.locator('summary', { hasText: 'Verzetten' }).click()
    await phone.locator('#plan_on').fill('2012-03-21')
    await phone.getByRole('button', { name: 'Verzetten' }).click()
    await phone.getByRole('alert').waitFor()
    expect(await phone.getByText('Ik weet dit').count()).toBe(0)
    expect((await phone.goto('/rooms'))?.status()).toBe(404)
  })

  test('what a no-show does stands there before it is recorded; then the interview is to be planned anew', async () => {
    await connected(house.database.urls.owner, (owner) =>
      owner.query('UPDATE study.clock SET today = $2, target = $2 WHERE study_id = $1', [world.study.id, MET]),
    )
    await page.goto(`/calendar/${pairs[0]}`)
    const form = await open('Cliënt kwam niet')
    await form.getByText('Dit is keer 1 van 3 bij deze meting.').waitFor()
    await form.getByRole('button').click()
    await page.locator('tr', { hasText: '11:00' }).getByText('niet verschenen').first().waitFor()
    await (await open('Cliënt kwam niet')).getByText('Dit is keer 2 van 3 bij deze meting.').waitFor()
    await page.goto('/calendar')
    await page
      .locator('section', { hasText: 'Te plannen' })
      .getByRole('link', { name: pairs[0] ?? '' })
      .waitFor()
  })

  test('an interviewer says when they can come, and their own calendar fetches the interviews', async () => {
    await fine('/availability')
    await phone.locator('#away_from').fill('2012-04-02')
    await phone.locator('#away_until').fill('2012-04-06')
    await phone.getByRole('button', { name: 'Toevoegen: Afwezig' }).click()
    await phone.getByText('2 apr 2012 tot en met 6 apr 2012').waitFor()
    await phone.getByRole('button', { name: 'Adres maken' }).click()
    const shown = phone.locator('code.address')
    await shown.waitFor()
    expect(await faultsOf(phone)).toEqual([])
    const address = new URL((await shown.textContent()) ?? '')
    const fetched = await fetch(house.base + address.pathname)
    expect(fetched.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    expect(fetched.headers.get('Cache-Control')).toContain('private')
    const events = new ICAL.Component(ICAL.parse(await fetched.text())).getAllSubcomponents('vevent')
    // it was given to somebody else
    expect(events.map((one) => [new ICAL.Event(one).summary, one.getFirstPropertyValue('status')])).toEqual([
      [`Interview ${pairs[0]} T1`, 'CANCELLED'],
    ])
    await phone.goto('/availability')
    expect(await phone.content()).not.toContain(address.pathname)
    await phone.getByRole('button', { name: 'Adres intrekken' }).click()
    await phone.getByText('Adres maken').waitFor()
    expect((await fetch(house.base + address.pathname)).status).toBe(404)
    expect(house.logged()).not.toContain(address.pathname)
  })

  test('a coordinator sees and changes the days of whom they choose', async () => {
    await page.goto('/availability')
    await page.getByLabel('Interviewer').selectOption('I7')
    await page.getByRole('button', { name: 'Toon' }).click()
    await page.getByText('2 apr 2012 tot en met 6 apr 2012').waitFor()
    await page.getByRole('button', { name: /Weghalen: 2 apr 2012/ }).click()
    await page.getByText('Geen dagen').waitFor()
    expect(await page.getByRole('button', { name: 'Adres maken' }).count()).toBe(0)
  })
})
