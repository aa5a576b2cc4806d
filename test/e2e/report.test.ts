import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StudyRef } from '../../app/platform/occasion'
import { day } from '../../app/protocol/day'
import { studyFindings } from '../../app/records/report/findings'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { emptyStudy, type House, openHouse, playedStudy } from './house'

const UNTIL = '2012-08-15'

describe.runIf(canLook)('the report', () => {
  let house: House
  /** The same analyst in two browsers: one without JavaScript, one in which axe can look and paper can be printed. */
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

  test('of a study without registrations there is none', async () => {
    await page.goto('/report')
    await page.getByText('Nog niemand aangemeld').waitFor()
    expect(await faults()).toEqual([])
  })

  describe('of a study that was played', () => {
    let study: StudyRef
    beforeAll(async () => {
      study = (await playedStudy(house, UNTIL)).study
    })

    test('every chapter stands there, with what was published beside it', async () => {
      const on = day(UNTIL)
      const { sides, pairs } = await studyFindings(house.database.study, study, { on, answers: true })
      const two = (value: number | null | undefined) => (value ?? Number.NaN).toFixed(2).replace('.', ',')
      await page.goto('/report')
      const chapter = (name: string) => page.getByRole('region', { name, exact: true })
      const trust = chapter('Scores per schaal')
        .getByRole('row', { name: /^Vertrouwen/ })
        .first()
      await trust.getByText(two(sides[0]?.measures.trust?.of?.mean), { exact: true }).first().waitFor()
      await trust.getByText('6,43 (0,75), n = 302').waitFor()
      const within = chapter('Binnen de paren')
        .getByRole('row', { name: /^Binding/ })
        .first()
      await within.getByText(two(pairs[0]?.measures.bond?.r), { exact: true }).first().waitFor()
      await chapter('Betrouwbaarheid').getByText('niet betrouwbaar').first().waitFor()
      await chapter('Verandering').getByText('te weinig').first().waitFor()
      await chapter('Uitkomsten').getByText('41 van 168').waitFor()
      // a share of those of whom it is known early would be far too large
      await chapter('Uitkomsten').getByText('loopt nog').first().waitFor()
      await chapter('De steekproef naast het register').getByText('Risicocategorie').waitFor()
      await page.getByRole('navigation', { name: 'Hoofdstukken' }).getByRole('link', { name: 'Uitval' }).click()
      await page.waitForURL('**/report#attrition')
      expect(await faults()).toEqual([])
      await seeing.setViewportSize({ width: 390, height: 800 })
      expect(await faults()).toEqual([])
      await seeing.setViewportSize({ width: 1280, height: 800 })
    })

    test('a scatter plot says what it shows, has a dot for each pair, and nobody in it', async () => {
      const { pairs } = await studyFindings(house.database.study, study, { on: day(UNTIL), answers: true })
      await page.goto('/report')
      const drawing = page.getByRole('img', { name: /^Vertrouwen, T1: cliënt en toezichthouder/ })
      await drawing.waitFor()
      expect(await drawing.locator('circle').count()).toBe(pairs[0]?.measures.trust?.n)
      const marked = await drawing.locator('circle').evaluateAll((all) => all.flatMap((one) => one.getAttributeNames()))
      expect([...new Set(marked)].sort()).toEqual(['cx', 'cy', 'r'])
    })

    test('client friction never stands there without its caution', async () => {
      await page.goto('/report')
      await page.getByRole('region', { name: 'Scores per schaal' }).waitFor()
      const told = await page.locator('tbody th, figcaption').allTextContents()
      const friction = told.filter((text) => /Stroefheid/.test(text))
      expect(friction.length).toBeGreaterThan(5)
      const bare = friction.filter((text) => !text.includes('niet betrouwbaar'))
      // what is left is of supervisors alone: the table of each wave, that of α and of change, and who was with an outcome
      for (const text of bare) expect(text).toMatch(/^(Toezichthouders: )?Stroefheid$/)
      expect(bare.length).toBeLessThan(friction.length / 2)
    })

    test('in English it is all in English', async () => {
      await page.goto('/report')
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByText('Numbers without people').waitFor()
      const text = await page.locator('main').textContent()
      expect(text).not.toMatch(/toezichthouder|cliënt|Uitval|Gepubliceerd|te weinig|tot en met/)
      await page.getByRole('button', { name: 'Nederlands' }).click()
      await page.getByText('Getallen zonder mensen').waitFor()
    })

    test('on paper every chapter begins a page, tables are whole with a head on each page, and there is no menu', async () => {
      await seeing.goto('/report')
      await seeing.getByRole('region', { name: 'Uitval' }).waitFor()
      const headings = await seeing.locator('.report > section > h2').allTextContents()
      const pdf = await getDocumentProxy(new Uint8Array(await seeing.pdf({ format: 'A4' })))
      const { totalPages, text } = await extractText(pdf, { mergePages: false })
      const pages = text.map((one) => one.replace(/\s+/g, ' ').trim())
      expect(totalPages).toBeGreaterThan(headings.length)
      for (const heading of headings.slice(1))
        expect(
          pages.filter((one) => one.startsWith(heading)),
          heading,
        ).toHaveLength(1)
      expect(pages.join(' ')).not.toMatch(/Uitloggen|Afmelden|Hoofdstukken/)
      // nothing sticks out of the paper: what does is cut off
      await seeing.emulateMedia({ media: 'print' })
      await seeing.setViewportSize({ width: 680, height: 1000 })
      expect(await overflow(seeing)).toBeLessThanOrEqual(0)
      await seeing.emulateMedia({ media: null })
      await seeing.setViewportSize({ width: 1280, height: 800 })
    })
  })

  test('who keeps the key sees counts and nothing that comes of answers; others see no report', async () => {
    const keeper = await look(house.base, { javaScriptEnabled: false })
    await signInAs(keeper, 'coordinator')
    await keeper.goto('/report')
    await keeper.getByRole('region', { name: 'Uitkomsten' }).getByText('41 van 168').waitFor()
    await keeper.getByText('Wat de antwoorden samen zeggen staat hier niet').waitFor()
    const text = await keeper.locator('main').textContent()
    expect(text).not.toMatch(/Vertrouwen|Stroefheid|Alfa|Rapportcijfer|Hedges/)
    expect(await keeper.locator('.scatter').count()).toBe(0)
    for (const who of ['interviewer', 'beheer', 'privacy']) {
      const other = await look(house.base, { javaScriptEnabled: false })
      await signInAs(other, who)
      expect([who, (await other.goto('/report'))?.status()]).toEqual([who, 404])
    }
  })
})
