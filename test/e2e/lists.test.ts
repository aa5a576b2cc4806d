import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { emptyStudy, type House, openHouse } from './house'
import { tenThousand } from './ten-thousand'

const rows = (page: Page) => page.locator('tbody tr:not(.part)')
const firstOf = (page: Page) => rows(page).first().textContent()

describe.runIf(canLook)('lists', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })

  test('with nothing in them say so', async () => {
    await emptyStudy(house)
    const page = await look(house.base)
    await signInAs(page, 'coordinator')
    for (const [path, title] of [
      ['/today', 'Niets te doen'],
      ['/flow', 'Nog niemand aangemeld'],
      ['/dyads', 'Nog geen koppels'],
      ['/mailbox', 'Nog geen berichten'],
    ] as const) {
      await page.goto(path)
      await page.getByText(title, { exact: true }).waitFor()
      expect(await faultsOf(page)).toEqual([])
    }
  })

  describe('of ten thousand', () => {
    beforeAll(async () => tenThousand(house, await emptyStudy(house), '2012-08-15'))

    test.each(['/today', '/dyads'])('%s goes on page by page and back to the beginning', async (path) => {
      const page = await look(house.base, { javaScriptEnabled: false })
      await signInAs(page, 'coordinator')
      const began = performance.now()
      await page.goto(path)
      expect(performance.now() - began).toBeLessThan(5_000)
      const shown = await rows(page).count()
      expect(shown).toBeGreaterThan(20)
      expect(shown).toBeLessThanOrEqual(100)
      const seen = new Set<string | null>()
      for (let turn = 0; turn < 3; turn++) {
        for (const text of await rows(page).allTextContents()) {
          expect(seen.has(text)).toBe(false)
          seen.add(text)
        }
        await page.getByRole('link', { name: 'Volgende' }).click()
      }
      const first = await firstOf(page)
      await page.getByRole('link', { name: 'Naar het begin' }).click()
      expect(await firstOf(page)).not.toBe(first)
    })

    test.each(['/today', '/dyads'])('%s is without faults at 390 pixels', async (path) => {
      const page = await look(house.base, { viewport: { width: 390, height: 800 } })
      await signInAs(page, 'coordinator')
      await page.goto(path)
      expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    })

    test('the work of all of them is counted', async () => {
      const page = await look(house.base)
      await signInAs(page, 'coordinator')
      await page.locator('.tile', { hasText: 'Vraag aan toezichthouder' }).getByText('10.000').waitFor()
    })

    test('a search finds by the beginning of a pseudonym, typed as people type', async () => {
      const page = await look(house.base, { viewport: { width: 390, height: 800 } })
      await signInAs(page, 'coordinator')
      await page.goto('/dyads')
      expect(await overflow(page)).toBe(0)
      await page.getByLabel('Onderzoeksnummer').fill('d0 0000 270')
      await page.getByRole('button', { name: 'Zoeken' }).click()
      await page.getByText('Gevonden met').waitFor()
      expect(await rows(page).count()).toBe(1)
      await page.getByLabel('Onderzoeksnummer').fill('%_')
      await page.getByRole('button', { name: 'Zoeken' }).click()
      await page.getByText('Alle koppels').waitFor()
    })

    test.each(['nonsense', "'; DROP TABLE study.dyad --", '2012-02-31|x', '2012-08-15|x|y', '2012-08-15|'])(
      'a place that no page wrote is the beginning: %s',
      async (after) => {
        const page = await look(house.base)
        await signInAs(page, 'coordinator')
        for (const path of ['/today', '/dyads', '/mailbox']) {
          const response = await page.goto(`${path}?after=${encodeURIComponent(after)}`)
          expect(response?.status()).toBe(200)
        }
      },
    )
  })
})
