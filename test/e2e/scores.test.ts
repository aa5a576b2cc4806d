import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StudyRef } from '../../app/platform/occasion'
import { scaleDefinitionNamed } from '../../app/protocol/scoring'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { answered } from '../../app/records/answers'
import { scaleResults } from '../../app/records/scale-results'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { emptyStudy, type House, openHouse, playedStudy } from './house'

const definition = scaleDefinitionNamed(werkalliantie, 'published')
const caution = definition.scales.client.find(({ name }) => name === 'friction')?.caution ?? { nl: '', en: '' }

describe.runIf(canLook)('scales', () => {
  let house: House
  /** The same person in two browsers: one without JavaScript, one in which axe can look. */
  let page: Page
  let seeing: Page
  const faults = async () => {
    await seeing.goto(page.url())
    return [...(await faultsOf(seeing)), ...((await overflow(seeing)) > 0 ? ['too wide'] : [])]
  }

  beforeAll(async () => {
    house = await openHouse()
    await emptyStudy(house)
    page = await look(house.base, { javaScriptEnabled: false })
    await signInAs(page, 'analist')
    seeing = await look(house.base)
    await signInAs(seeing, 'analist')
  })

  test('of a study without answers there are none', async () => {
    await page.goto('/scores')
    await page.getByText('Nog geen antwoorden').waitFor()
    expect(await faults()).toEqual([])
    expect((await page.goto('/scores?definition=mine'))?.status()).toBe(404)
  })

  describe('of a study that was played', () => {
    let study: StudyRef
    beforeAll(async () => {
      study = (await playedStudy(house, '2012-08-15')).study
    })

    test('each side of each wave stands there with α, its interval, and what must be said of client friction', async () => {
      const measurements = await answered(house.database.study, study.id)
      const { descriptives, consistency } = scaleResults(study, measurements, {
        wave: 'T1',
        perspective: 'client',
        definition,
      })
      const two = (value: number | null | undefined) => (value ?? Number.NaN).toFixed(2).replace('.', ',')
      await page.goto('/scores')
      const clients = page.getByRole('region', { name: 'T1: Cliënten' })
      const row = clients.getByRole('row', { name: /^Vertrouwen/ }).first()
      await row.getByText(two(descriptives.trust?.of?.mean), { exact: true }).waitFor()
      const { alpha, interval } = consistency.trust ?? {}
      await row.getByText(`${two(alpha)} (${two(interval?.lower)} tot ${two(interval?.upper)})`).waitFor()
      // too few were measured twice by that day
      await page.getByRole('region', { name: 'T2: Cliënten' }).getByText('te weinig').first().waitFor()
      expect(await faults()).toEqual([])
      await seeing.setViewportSize({ width: 390, height: 800 })
      expect(await faults()).toEqual([])
      await seeing.setViewportSize({ width: 1280, height: 800 })
      for (const summary of await seeing.locator('details.more > summary').all()) await summary.click()
      expect(await faultsOf(seeing)).toEqual([])
    })

    test.each([
      ['nl', /^(T\d: Cliënten|T\d: Binnen de paren)/, 'Stroefheid'],
      ['en', /^(T\d: Clients|T\d: Within the pairs)/, 'Friction'],
    ] as const)('in %s client friction never stands there without its caution', async (language, sides, friction) => {
      if (language === 'en') {
        await page.getByRole('button', { name: 'English' }).click()
        await page.getByText('Nobody stands here alone').waitFor()
      }
      for (const path of ['/scores', '/scores?definition=alpha']) {
        await page.goto(path)
        const regions = page.getByRole('region', { name: sides })
        await regions.first().waitFor()
        // the side and the pairs of two waves, and the questions of the first: at the second too few were asked by then
        const named = regions.locator('th', { hasText: friction })
        const told = await named.allTextContents()
        expect(told).toHaveLength(2 * 2 + 1)
        expect(told.filter((text) => !text.includes(caution[language]))).toEqual([])
      }
    })
  })

  test('only who analyses the answers gets to see them', async () => {
    for (const who of ['coordinator', 'interviewer', 'beheer']) {
      const other = await look(house.base, { javaScriptEnabled: false })
      await signInAs(other, who)
      expect([who, (await other.goto('/scores'))?.status()]).toEqual([who, 404])
    }
  })
})
