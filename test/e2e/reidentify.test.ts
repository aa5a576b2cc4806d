import { beforeAll, describe, expect, test } from 'vitest'
import { trailOf } from '../../app/identity/trail'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { type House, openHouse, playedStudy } from './house'

const UNTIL = '2012-03-20'
const PURPOSE = 'De cliënt belde en wil stoppen.'

describe.runIf(canLook)('from a pseudonym to one person', () => {
  let house: House
  let client: { id: string; pseudonym: string }
  let supervisor: typeof client

  const looks = async (id: string) => {
    const { vault, keys } = house.database
    return (await trailOf({ db: vault, keys }, id)).filter(({ verb }) => verb === 'reidentify')
  }

  beforeAll(async () => {
    house = await openHouse()
    await playedStudy(house, UNTIL)
    client = await house.database.study.client.findFirstOrThrow({ orderBy: { id: 'asc' } })
    supervisor = await house.database.study.supervisor.findFirstOrThrow({ orderBy: { id: 'asc' } })
  })

  const ask = async (page: Awaited<ReturnType<typeof look>>, pseudonym: string, purpose = PURPOSE) => {
    await page.goto('/reidentify')
    await page.getByLabel('Onderzoeksnummer').fill(pseudonym)
    await page.getByLabel('Waarvoor is de naam nodig?').fill(purpose)
    const [response] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === 'POST'),
      page.getByRole('button', { name: 'Laat zien' }).click(),
    ])
    return response
  }

  test('the key holder sees one client, the look is written down, and the answer says that it goes', async () => {
    const page = await look(house.base, { javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
    await signInAs(page, 'sleutel')
    expect(new URL(page.url()).pathname).toBe('/reidentify')
    const response = await ask(page, client.pseudonym.toLowerCase().replaceAll('-', ' '))
    await page.getByText('Cliëntnummer').waitFor()
    expect(await overflow(page)).toBe(0)
    expect(response.headers()).toMatchObject({
      refresh: '60; url=/reidentify/over',
      'cache-control': 'no-store',
    })
    expect(page.url()).not.toContain(client.pseudonym)
    expect(await looks(client.id)).toMatchObject([{ details: { purpose: PURPOSE, pseudonym: client.pseudonym } }])
    await page.getByRole('link', { name: 'Nu leegmaken' }).click()
    await page.getByRole('heading', { name: 'Er staat niets meer op deze pagina' }).waitFor()
  })

  test('a supervisor by name and address; nobody for a number of nobody', async () => {
    const page = await look(house.base)
    await signInAs(page, 'sleutel')
    await ask(page, supervisor.pseudonym)
    await page.getByText('E-mailadres').waitFor()
    expect(await page.getByText('Cliëntnummer').count()).toBe(0)
    expect(await faultsOf(page)).toEqual([])
    await ask(page, '7KM-2QX-9RA')
    await page.getByRole('alert').waitFor()
    await ask(page, client.pseudonym, 'zomaar')
    await page.getByText('Schrijf op waarvoor, in ten minste 10 tekens.').waitFor()
    expect(await page.getByLabel('Onderzoeksnummer').inputValue()).toBe(client.pseudonym)
    expect(await page.getByLabel('Waarvoor is de naam nodig?').inputValue()).toBe('zomaar')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Who is this?' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  test('a minute is counted down in sight, and then nothing is left, behind Back neither', async () => {
    const page = await look(house.base)
    await signInAs(page, 'sleutel')
    await page.clock.install()
    await ask(page, client.pseudonym)
    const number = page.getByText('Cliëntnummer')
    await number.waitFor()
    await page.clock.runFor(10_000)
    await page.getByText(/^Nog (49|50) seconden$/).waitFor()
    await page.clock.runFor(49_000)
    await number.waitFor()
    await page.clock.runFor(2_000)
    await page.waitForURL('**/reidentify/over')
    expect(await number.count()).toBe(0)
    const before = (await looks(client.id)).length
    // what stood there was replaced, so Back leads to the empty form, or to the browser's own word that there is nothing
    await page.goBack().catch(() => null)
    expect(await page.getByText('Cliëntnummer').count()).toBe(0)
    expect((await looks(client.id)).length).toBe(before)
  })

  test('whoever leaves the page and comes back finds no name, and makes no new look', async () => {
    const page = await look(house.base)
    await signInAs(page, 'sleutel')
    await ask(page, client.pseudonym)
    await page.getByText('Cliëntnummer').waitFor()
    const before = (await looks(client.id)).length
    await page.goto('/flow')
    await page.goBack().catch(() => null)
    expect(await page.getByText('Cliëntnummer').count()).toBe(0)
    expect((await looks(client.id)).length).toBe(before)
  })

  test('a page that the browser kept alive is empty before it is shown again', async () => {
    const page = await look(house.base)
    await signInAs(page, 'sleutel')
    await ask(page, client.pseudonym)
    await page.getByText('Cliëntnummer').waitFor()
    await page.getByText(/^Nog \d+ seconden$/).waitFor()
    // what a browser does that keeps pages for Back: hides the page, and shows the same one again
    expect(
      await page.evaluate(() => {
        window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
        return document.body.textContent?.includes('Cliëntnummer')
      }),
    ).toBe(false)
    await page.evaluate(() => {
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    })
    await page.waitForURL('**/reidentify/over')
  })

  test.each(['coordinator', 'interviewer', 'analist', 'beheer', 'privacy'])('%s finds nothing here', async (who) => {
    const page = await look(house.base)
    await signInAs(page, who)
    expect((await page.goto('/reidentify'))?.status()).toBe(404)
    expect(await page.getByRole('link', { name: 'Wie is dit?' }).count()).toBe(0)
  })
})
