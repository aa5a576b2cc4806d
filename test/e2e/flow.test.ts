import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { emptyStudy, type House, openHouse, playedStudy } from './house'
import { tenThousand } from './ten-thousand'

const ON = '2012-08-15'

describe.runIf(canLook)('the flow', () => {
  let house: House
  let coordinator: Page
  beforeAll(async () => {
    house = await openHouse()
    await playedStudy(house, ON)
    coordinator = await visitor('coordinator', { javaScriptEnabled: false })
  })
  const visitor = async (who: string, options: Parameters<typeof look>[1] = {}): Promise<Page> => {
    const page = await look(house.base, options)
    await signInAs(page, who)
    return page
  }
  const rows = (page: Page) => page.locator('tbody tr')
  /** How many a row of the table says, in a part that begins with a word. */
  const told = async (page: Page, part: string, what: string) => {
    const at = page.locator('tbody', { hasText: part }).locator('tr', { hasText: what }).locator('td')
    return Number(await at.first().textContent())
  }

  test('each number leads to the list of whom it counts, a step, a stage and a reason alike; without JavaScript', async () => {
    const page = coordinator
    await page.goto('/flow')
    for (const link of [
      page.locator('.flow-drawing a', { hasText: 'aangemeld' }),
      page.locator('.flow-drawing a', { hasText: 'voldoen niet aan de criteria' }),
      page.locator('.flow-drawing a', { hasText: 'De toezichthouder heeft niet geantwoord' }),
      page.locator('.flow-drawing a', { hasText: 'nog zonder tweede meting' }),
    ]) {
      const [count = ''] = (await link.first().textContent())?.match(/\d+/) ?? []
      await link.first().click()
      await page.getByRole('link', { name: 'Terug naar de stroom' }).waitFor()
      let listed = 0
      for (;;) {
        listed += await rows(page).count()
        const next = page.getByRole('link', { name: 'Volgende' })
        if ((await next.count()) === 0) break
        await next.click()
      }
      expect(listed).toBe(Number(count))
      await page.getByRole('link', { name: 'Terug naar de stroom' }).click()
      await page.locator('.flow-drawing').waitFor()
    }
  })

  test('every reason stands in the table with its number, zero too, and the drawing says how many it folds away', async () => {
    const page = coordinator
    await page.goto('/flow')
    expect(await told(page, 'beantwoord', 'Elektronisch toezicht')).toBe(0)
    expect(await page.locator('.flow-drawing', { hasText: 'Elektronisch toezicht' }).count()).toBe(0)
    await page
      .locator('.flow-drawing')
      .getByText(/redenen met 0/)
      .first()
      .waitFor()
  })

  test('a day of the past and a place are chosen in a plain form; the places add up', async () => {
    const page = coordinator
    await page.goto('/flow')
    const all = await told(page, 'aangemeld', 'Gaan door')
    const locations = await page
      .locator('#location option')
      .evaluateAll((options) => options.map((one) => one.textContent))
    let sum = 0
    for (const location of locations.slice(1)) {
      await page.selectOption('#location', { label: location ?? '' })
      await page.getByRole('button', { name: 'Toon' }).click()
      await page.getByText(`Alleen ${location}.`).waitFor()
      sum += await told(page, 'aangemeld', 'Gaan door')
    }
    expect([locations.length > 2, sum]).toEqual([true, all])
    await page.goto('/flow')
    await page.fill('#on', '2011-12-15')
    await page.getByRole('button', { name: 'Toon' }).click()
    await page.getByText('Stand van donderdag 15 december 2011').waitFor()
    expect(await told(page, 'aangemeld', 'Gaan door')).toBeLessThan(all)
    await page.goto('/flow?on=1999-01-01')
    await page.getByText('Niemand in deze keuze').waitFor()
  })

  test('what is no day, no place or still to come is said beside what was typed', async () => {
    const page = await visitor('coordinator')
    for (const [query, field, message] of [
      ['on=31-02-2012', 'on', 'Dit is geen dag. Schrijf jjjj-mm-dd.'],
      ['on=2099-01-01', 'on', 'Deze dag moet nog komen.'],
      ['region=Atlantis', 'region', 'Die is hier niet bekend.'],
    ] as const) {
      expect((await page.goto(`/flow?${query}`))?.status()).toBe(400)
      expect(await page.locator(`#${field}-mistake`).textContent()).toBe(message)
      expect(await faultsOf(page)).toEqual([])
    }
    await page.goto('/flow?on=31-02-2012')
    expect(await page.inputValue('#on')).toBe('31-02-2012')
    await page.goto('/flow/cases?step=criteria&on=31-02-2012')
    expect(await page.locator('#on-mistake').count()).toBe(1)
    for (const nothing of ['step=nowhere', 'step=criteria&reason=constructor', 'step=criteria&stage=gone'])
      expect((await page.goto(`/flow/cases?${nothing}`))?.status()).toBe(404)
  })

  test('as files: a drawing that needs nothing else, and a table', async () => {
    const { request } = coordinator
    const drawing = await request.get('/flow/svg')
    expect(drawing.headers()['content-type']).toContain('image/svg+xml')
    const text = await drawing.text()
    expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    expect(text).not.toMatch(/<(script|style|image|a)\b|href=|style=/)
    const page = await look(house.base)
    await page.setContent(text)
    expect(await page.locator('svg title').textContent()).toBe('Van register tot steekproef')
    const table = parse(await (await request.get('/flow/csv?on=2012-06-01')).text(), { columns: true }) as Record<
      string,
      string
    >[]
    const of = (step: string, what: string) =>
      table.filter((row) => row.step === step && row.what === what).reduce((sum, { n }) => sum + Number(n), 0)
    for (const step of new Set(table.map((row) => row.step ?? '')))
      expect([step, of(step, 'left') + of(step, 'there') + of(step, 'on')]).toEqual([step, of(step, 'entered')])
    expect(of('criteria', 'reason')).toBe(of('criteria', 'left'))
    expect(new Set(table.map(({ on }) => on))).toEqual(new Set(['2012-06-01']))
    // no file of another day than was asked for: the page says what is wrong
    for (const file of ['svg', 'csv']) {
      const wrong = await request.get(`/flow/${file}?on=31-02-2012&region=Utrecht`)
      expect([wrong.status(), new URL(wrong.url()).pathname]).toEqual([400, '/flow'])
      expect(await wrong.text()).toContain('31-02-2012')
    }
  })

  test.each(['nl', 'en'] as const)('no faults, at any width, in the dark, on paper: %s', async (language) => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [390, 'light'],
      [390, 'dark'],
    ] as const) {
      const page = await visitor('coordinator', { viewport: { width, height: 800 }, colorScheme })
      if (language === 'en') await page.getByRole('button', { name: 'English' }).first().click()
      for (const path of ['/flow', '/flow/cases?step=criteria', '/flow/cases?step=register&stage=planned']) {
        await page.goto(path)
        expect([path, width, await overflow(page), await faultsOf(page)]).toEqual([path, width, 0, []])
      }
      await page.goto('/flow')
      await page.emulateMedia({ media: 'print' })
      expect([await overflow(page), await page.locator('.flow-drawing').isVisible()]).toEqual([0, true])
      expect(await page.locator('form.search').isVisible()).toBe(false)
    }
  })

  test('who may see numbers but no cases finds no links', async () => {
    const page = await visitor('analist')
    await page.goto('/flow')
    await page.locator('.flow-drawing').waitFor()
    expect(await page.locator('.flow-drawing a, tbody a').count()).toBe(0)
    expect((await page.goto('/flow/cases?step=criteria'))?.status()).toBe(404)
  })

  test('ten thousand at one step are a number, and a list page by page', async () => {
    const own = await openHouse()
    await tenThousand(own, await emptyStudy(own), ON)
    const page = await look(own.base, { javaScriptEnabled: false })
    await signInAs(page, 'coordinator')
    const began = performance.now()
    await page.goto('/flow')
    expect(performance.now() - began).toBeLessThan(5_000)
    await page.locator('.flow-drawing a', { hasText: '10.000' }).first().click()
    const seen = new Set<string>()
    for (let turn = 0; turn < 3; turn++) {
      const names = await rows(page).locator('th').allTextContents()
      expect([names.length, names.some((name) => seen.has(name))]).toEqual([50, false])
      for (const name of names) seen.add(name)
      await page.getByRole('link', { name: 'Volgende' }).click()
    }
  })
})
