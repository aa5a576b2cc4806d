import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Download, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { emptyStudy, type House, openHouse, openWorkroom, playedStudy } from './house'

/** How many people of the played study may be released; their number is what every table is compared with. */
let people = 0
let house: House
beforeAll(async () => {
  house = await openHouse()
  openWorkroom(house)
})

/** A machine that is shared makes a release in its own time. */
const PATIENT = { timeout: 90_000 }
const textIn = async (download: Download) => readFileSync(await download.path(), 'utf8')
const rowsOf = (text: string) => parse(text, { columns: true, bom: true }) as object[]

/** The texts in an archive, by name. */
const opened = (bytes: Buffer) =>
  new Promise<Map<string, string>>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      const found = new Map<string, string>()
      zip.once('end', () => resolve(found))
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, async (fault, stream) => {
          if (fault) return reject(fault)
          const pieces: Buffer[] = []
          for await (const piece of stream) pieces.push(piece as Buffer)
          found.set(entry.fileName, Buffer.concat(pieces).toString('utf8'))
          zip.readEntry()
        }),
      )
      zip.readEntry()
    }),
  )

async function take(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ])
  return download
}

const REASON = 'Only two people of the team look at it, on one machine.'

/** Asks for CSV only, with a slip first; leaves the page of the release that was asked for. */
async function askForCsv(page: Page, purpose: string): Promise<void> {
  await page.goto('/releases')
  await page.getByText('Hoe het is geschreven').click()
  for (const box of await page.locator('input[name=formats]').all())
    if ((await box.getAttribute('value')) !== 'csv') await box.uncheck()
  await page.getByRole('button', { name: 'Vrijgave vragen' }).click()
  // what was wrong stands at its field, and what was chosen is still there
  await page.locator('#purpose-mistake').getByText('Dit is nodig.').waitFor()
  expect(await page.locator('input[name=formats]:checked').count()).toBe(1)
  await page.getByLabel('Waarvoor is zij?').fill(purpose)
  await page.getByRole('button', { name: 'Vrijgave vragen' }).click()
  await page.waitForURL(/\/releases\/\d+$/)
}

describe.runIf(canLook)('releases', () => {
  test('of a study without any the list says so', async () => {
    await emptyStudy(house)
    const page = await look(house.base)
    await signInAs(page, 'privacy')
    await page.goto('/releases')
    await page.getByText('Nog geen vrijgaven', { exact: true }).waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  describe('of a study that was played', () => {
    let at: string
    beforeAll(async () => {
      const { study } = await playedStudy(house, '2012-08-15')
      people = await house.database.study.measurement.count({
        where: { studyId: study.id, wave: 'T1', perspective: 'client', completedOn: { not: null } },
      })
    })

    test('an analyst asks, a job makes it, somebody else sees who could be recognised and lets it go', async () => {
      const analyst = await look(house.base)
      await signInAs(analyst, 'analist')
      await askForCsv(analyst, 'Haperingen')
      at = new URL(analyst.url()).pathname
      await analyst.getByText('wacht op een besluit').waitFor(PATIENT)
      expect(await analyst.getByRole('button', { name: 'Goedkeuren' }).count()).toBe(0)
      expect(await analyst.getByText('De kleinste groepen').count()).toBe(0)
      expect(await analyst.getByRole('link', { name: 'wide.csv' }).count()).toBe(0)
      expect([await faultsOf(analyst), await overflow(analyst)]).toEqual([[], 0])

      const manager = await look(house.base)
      await signInAs(manager, 'beheer')
      await manager.goto('/releases')
      await manager
        .getByRole('row', { name: /Haperingen/ })
        .getByRole('link')
        .click()
      await manager.getByText('De kleinste groepen').first().waitFor()
      await manager.getByText('Dit bestand kan zo niet worden uitgegeven').waitFor()
      expect([await faultsOf(manager), await overflow(manager)]).toEqual([[], 0])
      await manager.setViewportSize({ width: 390, height: 800 })
      expect([await faultsOf(manager), await overflow(manager)]).toEqual([[], 0])
      await manager.getByLabel('Waarom mag het toch?').fill('Mag wel.')
      // by keyboard: from the reason to the button
      await manager.keyboard.press('Tab')
      await manager.keyboard.press('Enter')
      await manager.locator('#override-mistake').waitFor()
      expect(await manager.getByLabel('Waarom mag het toch?').inputValue()).toBe('Mag wel.')
      await manager.getByLabel('Waarom mag het toch?').fill(REASON)
      await manager.getByRole('button', { name: 'Goedkeuren' }).click()
      await manager.getByText(REASON).waitFor()

      await analyst.reload()
      await analyst.getByText('goedgekeurd', { exact: true }).waitFor()
      expect(rowsOf(await textIn(await take(analyst, 'wide.csv')))).toHaveLength(people)
      expect(await faultsOf(analyst)).toEqual([])
      await analyst.setViewportSize({ width: 390, height: 800 })
      expect([await faultsOf(analyst), await overflow(analyst)]).toEqual([[], 0])
    }, 240_000)

    test('without JavaScript: asked for, waited for, and taken whole', async () => {
      const page = await look(house.base, { javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
      await signInAs(page, 'analist')
      await askForCsv(page, 'Zonder script')
      await page.getByText('wacht op een besluit').waitFor(PATIENT)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await page.goto(at)
      const zip = await take(page, 'Alles in een ZIP')
      expect(zip.suggestedFilename()).toMatch(/-release-1\.zip$/)
      const files = await opened(readFileSync(await zip.path()))
      const manifest = JSON.parse(files.get('manifest.json') ?? '{}')
      expect(manifest).toMatchObject({ approved: { in_one_go: false }, disclosure: { override: REASON } })
      expect([...files.keys()]).toEqual([
        ...(manifest.files as { name: string }[]).map(({ name }) => name).sort(),
        'manifest.json',
      ])
      for (const [table, count] of Object.entries(manifest.rows as Record<string, number>))
        expect([table, rowsOf(files.get(`${table}.csv`) ?? '').length]).toEqual([table, count])
      expect(manifest.rows.wide).toBe(people)
    }, 240_000)

    test('the form has no faults with all of it open, and asks for less as was suggested', async () => {
      const page = await look(house.base)
      await signInAs(page, 'analist')
      await page.goto(at)
      await page.getByRole('link', { name: 'Vraag het bestand zo aan' }).click()
      await page.getByLabel('Waarvoor is zij?').waitFor()
      expect(await page.getByLabel('Waarvoor is zij?').inputValue()).toBe('Haperingen')
      const chosen = await page
        .locator('select[name^="coarsening."]')
        .evaluateAll((all) => all.filter((one) => (one as HTMLSelectElement).value !== '').length)
      expect(chosen).toBeGreaterThan(0)
      // how precise it is to be is open already
      for (const part of ['Wat erin staat', 'Over wie', 'Hoe het is geschreven'])
        await page.locator('summary', { hasText: part }).click()
      expect([await faultsOf(page), await overflow(page)]).toEqual([[], 0])
      await page.setViewportSize({ width: 390, height: 800 })
      expect([await faultsOf(page), await overflow(page)]).toEqual([[], 0])
      // everything is said in English too
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('heading', { name: 'Releases', exact: true }).waitFor()
    })
  })
})
