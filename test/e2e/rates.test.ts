import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { setTarget } from '../../app/records/sites/keeping'
import { MET } from '../people'
import { must, namedWorld, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { type House, openHouse } from './house'

describe.runIf(canLook)('rates', () => {
  let house: House
  let world: World
  /** The same person in two browsers: one without JavaScript, one in which axe can look. */
  let page: Page
  let seeing: Page
  const faults = async () => {
    await seeing.goto(page.url())
    return faultsOf(seeing)
  }

  beforeAll(async () => {
    house = await openHouse()
    world = await namedWorld(house.database)
    page = await look(house.base, { javaScriptEnabled: false })
    await signInAs(page, 'coordinator')
    seeing = await look(house.base)
    await signInAs(seeing, 'coordinator')
  })

  test('an empty study has none', async () => {
    await page.goto('/rates')
    await page.getByText('Nog niemand aangemeld').waitFor()
    await page.getByText('Nog geen interviews en geen streefgetallen').waitFor()
    expect(await faults()).toEqual([])
  })

  test('every rate stands there with its formula and numbers, beside targets and the sample; for a place too', async () => {
    await world.interviewed('Aalders')
    await world.approached('Berends')
    await world.registered('Evers', { riskCategory: 'high', region: 'Noord-Holland', location: 'Alkmaar' })
    must(await setTarget(world.db, world.on(MET), { location: 'Utrecht', month: '2012-03', target: 4 }))
    await page.goto('/rates')
    await page.locator('.tile', { hasText: 'Respons van wie benaderd is (1 van 2)' }).getByText('50,0%').waitFor()
    const row = (text: string) => page.locator('tbody tr', { hasText: text }).first().textContent()
    expect(await row('RR1')).toMatch(/33,3%[\s\S]*1 van 3[\s\S]*I \/ \(I \+ P \+ R \+ NC \+ O \+ UH \+ UO\)/)
    expect(await row('maart 2012')).toMatch(/14[-−]3/)
    await page.getByText('passing').waitFor()
    expect(await faults()).toEqual([])
    expect(await overflow(seeing)).toBeLessThanOrEqual(0)
    await page.getByLabel('Locatie').selectOption('Alkmaar')
    await page.getByRole('button', { name: 'Toon' }).click()
    expect(await row('RR1')).toMatch(/0,0%[\s\S]*0 van 1/)
    // never the numbers of everywhere under the name of a place that is not there
    expect((await page.goto('/rates?location=Atlantis'))?.status()).toBe(404)
  })

  test('the same numbers are in the file', async () => {
    expect((await page.request.get('/rates/csv?region=Nergens')).status()).toBe(404)
    const response = await page.request.get('/rates/csv?region=Utrecht')
    expect(response.headers()['content-disposition']).toContain('-rates.csv')
    const lines: Record<string, string>[] = parse(await response.text(), { columns: true })
    const named = (name: string) => lines.find((line) => line.name === name)
    expect(named('response_of_approached')).toMatchObject({ count: '1', of: '2', value: '0.5' })
    expect(named('RR1')).toMatchObject({ part: 'rate', count: '1', of: '2', value: '0.5' })
    expect(named('interviews')).toMatchObject({ location: 'Utrecht', month: '2012-03', count: '1', of: '4' })
    expect(named('low')).toMatchObject({ part: 'sample', count: '1', of: '2' })
  })

  test('who may not see small counts reads that they are few, and no rate made of them', async () => {
    const analyst = await look(house.base)
    await signInAs(analyst, 'analist')
    await analyst.goto('/rates')
    await analyst
      .locator('.tile', { hasText: 'Respons van wie benaderd is (<5 van <5)' })
      .getByText('niet getoond')
      .waitFor()
    await analyst.locator('tbody tr', { hasText: 'maart 2012' }).getByText('<5').waitFor()
    expect(await faultsOf(analyst)).toEqual([])
  })
})
