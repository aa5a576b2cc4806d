import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, monthOf } from '../../app/protocol/day'
import { dailySweep } from '../../jobs/daily-sweep'
import { MET } from '../people'
import { connected } from '../platform/connect'
import { must, namedWorld, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { emptyStudy, type House, openHouse } from './house'

const MONTH = monthOf(MET)
const OVER = addDays(MET, 20)
const TITLE = 'Formulieren en gesprekken in maart 2012'

describe.runIf(canLook)('forms against interviews', () => {
  let house: House
  let world: World

  /** A study of its own: two forms signed, one interview held, compared by the sweep of the day on which its clock stands. */
  async function differing(): Promise<World> {
    const made = await namedWorld(house.database)
    await made.interviewed('Evers')
    await made.approached('Fokkens')
    must(await made.consented('Fokkens'))
    await connected(house.database.urls.owner, (owner) =>
      owner.query('INSERT INTO study.clock (study_id, today, target) VALUES ($1, $2, $2)', [made.study.id, OVER]),
    )
    await dailySweep(made.desk, { ...made.on(OVER), actor: 'system' })
    return made
  }

  const visitor = async (who: string, options: Parameters<typeof look>[1] = {}): Promise<Page> => {
    const page = await look(house.base, options)
    await signInAs(page, who)
    return page
  }
  let coordinator: Page
  beforeAll(async () => {
    house = await openHouse()
    await emptyStudy(house)
    coordinator = await visitor('coordinator')
  })
  const states = (page: Page) => page.locator('tbody .badge').allTextContents()

  test('before anything was compared the page says so', async () => {
    const page = coordinator
    await page.goto('/reconciliation')
    await page.getByText('Nog niets te vergelijken').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Nu vergelijken' }).click()
    await page.getByText('Er is niets veranderd.').waitFor()
    expect((await page.goto(`/reconciliation/${MONTH}`))?.status()).toBe(404)
    expect((await page.request.get('/reconciliation/2012-13/csv')).status()).toBe(404)
  })

  test('a difference is work, is explained and signed off, and is work no more; without JavaScript', async () => {
    world = await differing()
    const page = await visitor('coordinator', { javaScriptEnabled: false })
    const task = page.locator('tbody tr', { hasText: 'Formulieren vergelijken' })
    expect(await task.count()).toBe(1)
    await page.locator('.tile', { hasText: 'Formulieren vergelijken' }).getByText('1', { exact: true }).waitFor()
    await task.getByRole('link', { name: 'maart 2012' }).click()
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    await page.getByText('1 formulier zonder gesprek in Utrecht').waitFor()

    const sign = page.getByRole('button', { name: 'Ondertekenen' })
    await page.getByLabel('Uw naam').fill('Noor Verbeek')
    await sign.click()
    await page.getByRole('alert').getByText('De aantallen zijn niet gelijk.').waitFor()
    expect(await page.getByLabel('Uw naam').inputValue()).toBe('Noor Verbeek')
    await page.getByLabel('Opmerking').fill('De cliënt is na het tekenen verhuisd.')
    await page.getByLabel('Uw naam').fill('Iemand Anders')
    await sign.click()
    await page.getByRole('alert').getByText('Dit is niet de naam van uw account.').waitFor()
    expect(await page.getByLabel('Opmerking').inputValue()).toBe('De cliënt is na het tekenen verhuisd.')
    await page.getByLabel('Uw naam').fill(' noor  VERBEEK ')
    await sign.click()
    await page.getByText('Ondertekend door').waitFor()
    await page.getByText('De cliënt is na het tekenen verhuisd.').waitFor()
    expect(await sign.count()).toBe(0)

    await page.goto('/reconciliation')
    expect(await states(page)).toEqual(['loopt nog', 'ondertekend'])
    await page.getByText('Noor Verbeek').nth(1).waitFor()
    await page.goto('/today')
    expect(await task.count()).toBe(0)
  })

  test('a form that comes late opens the month anew, and what was signed stays to be read', async () => {
    await world.approached('Gerrits')
    must(await world.consented('Gerrits'))
    const page = coordinator
    await page.goto('/reconciliation')
    await page.getByRole('button', { name: 'Nu vergelijken' }).click()
    await page.getByText('Van 1 maand zijn de aantallen nieuw of anders.').waitFor()
    expect(await states(page)).toEqual(['loopt nog', 'verschilt'])
    await page.getByRole('link', { name: 'maart 2012' }).click()
    await page.getByText('Na het ondertekenen zijn de aantallen veranderd.').waitFor()
    await page.getByText('2 formulieren zonder gesprek in Utrecht').waitFor()
    await page.getByText('Versie 1', { exact: true }).first().click()
    await page.getByText('De cliënt is na het tekenen verhuisd.').waitFor()
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'Forms and interviews in March 2012' }).waitFor()
    await page.getByText('2 forms without an interview in Utrecht').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Nederlands' }).click()
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  })

  test('the paper has the numbers and a place to sign, and nothing to click', async () => {
    const page = await visitor('privacy')
    await page.goto(`/reconciliation/${MONTH}`)
    await page.getByText('2 formulieren zonder gesprek in Utrecht').waitFor()
    expect(await page.getByRole('button', { name: 'Ondertekenen' }).count()).toBe(0)
    const printed = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })))
    const text = (await extractText(printed, { mergePages: true })).text.replace(/\s+/g, ' ')
    for (const line of [
      TITLE,
      '2 formulieren zonder gesprek in Utrecht',
      'Handtekening',
      'Plaats en datum',
      world.study.code,
    ])
      expect(text).toContain(line)
    for (const line of ['Als bestand', 'Alle maanden', 'Eerder ondertekend']) expect(text).not.toContain(line)
    expect(printed.numPages).toBe(1)
  })

  test('the file has one row a location', async () => {
    const page = await visitor('beheer')
    await page.goto(`/reconciliation/${MONTH}`)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Als bestand (CSV)' }).click()
    expect((await download).suggestedFilename()).toBe(`${world.study.code}-${MONTH}.csv`)
    const file = await page.request.get(`/reconciliation/${MONTH}/csv`)
    expect(parse(await file.text(), { columns: true })).toEqual([
      {
        month: MONTH,
        version: '2',
        computed_on: OVER,
        location: 'Utrecht',
        forms: '3',
        interviews: '1',
        difference: '2',
        signed_on: '',
      },
    ])
  })

  test('whoever has nothing to do with it finds nothing', async () => {
    for (const who of ['interviewer', 'analist']) {
      const page = await visitor(who)
      for (const path of ['/reconciliation', `/reconciliation/${MONTH}`, `/reconciliation/${MONTH}/csv`])
        expect((await page.request.get(path)).status(), `${who} ${path}`).toBe(404)
    }
  })

  test('two hundred locations and sixty months are read page by page, and on a telephone', async () => {
    const big = await emptyStudy(house)
    await connected(house.database.urls.owner, async (owner) => {
      await owner.query(
        `WITH month AS (
           INSERT INTO study.statement (id, study_id, month, seq, computed_on)
           SELECT gen_random_uuid(), $1, to_char(m, 'YYYY-MM'), 1, $2 FROM generate_series('2007-01-01', '2011-12-01', interval '1 month') m
           RETURNING id)
         INSERT INTO study.statement_row (statement_id, location, forms, interviews)
         SELECT id, CASE n WHEN 0 THEN '=1+1' ELSE 'Plaats ' || n END, 2, 0 FROM month, generate_series(0, 199) n`,
        [big.id, MET],
      )
      // the newest study is the one that is shown
      await owner.query('UPDATE study.study SET created_at = now() WHERE id = $1', [big.id])
    })
    const page = coordinator
    await page.setViewportSize({ width: 390, height: 800 })
    const began = performance.now()
    await page.goto('/reconciliation')
    expect(performance.now() - began).toBeLessThan(5_000)
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await page.getByRole('link', { name: 'Volgende' }).click()
    await page.getByRole('link', { name: 'Volgende' }).click()
    await page.getByRole('link', { name: 'januari 2007' }).waitFor()
    await page.goto('/reconciliation/2011-12')
    await page.getByText('en op 195 andere locaties').waitFor()
    expect(await overflow(page)).toBe(0)
    const file = await page.request.get('/reconciliation/2011-12/csv')
    expect(await file.text()).toContain("\n2011-12,1,2012-03-13,'=1+1,2,0,2,\n")
  })
})
