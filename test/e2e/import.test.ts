import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { systemToday } from '../../app/platform/clock'
import type { StudyRef } from '../../app/platform/occasion'
import { dailySweep } from '../../jobs/daily-sweep'
import { expected } from '../protocol/cohort'
import { COHORT } from '../replay/small-cohort'
import { canLook, look, signInAs } from './browser'
import { emptyStudy, type House, openHouse, openWorkroom } from './house'

/** A worker looks a file through and takes it in, row by row, on a machine that has other things to do. */
const MINUTES = 240_000
const FILES = ['instroom.csv', 'replies.csv', 'fieldwork.csv'] as const

let house: House
let study: StudyRef
beforeAll(async () => {
  house = await openHouse()
  study = await emptyStudy(house)
  openWorkroom(house)
})

const rowsOf = (name: string) => readFileSync(join(COHORT, name), 'latin1').trim().split('\n').length - 1

/** The tiles of the page: what and how many. */
const counts = (page: Page) =>
  page
    .locator('.tiles .tile')
    .evaluateAll((tiles) =>
      Object.fromEntries(
        tiles.map((tile) => [tile.querySelector('dt')?.textContent, tile.querySelector('dd')?.textContent]),
      ),
    )
const titled = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor({ timeout: MINUTES })
const dutch = (count: number) => new Intl.NumberFormat('nl-NL').format(count)

/** Hands a file in and takes it in as it was guessed; what it would do is shown before. */
async function takeIn(page: Page, name: string): Promise<void> {
  await page.goto('/imports')
  await page.getByLabel('Bestand', { exact: true }).setInputFiles(join(COHORT, name))
  await page.getByRole('button', { name: 'Bestand versturen' }).click()
  await titled(page, 'Wat staat er in dit bestand?')
  expect(await page.getByLabel(/^Van vroeger/).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Nakijken' }).click()
  await titled(page, 'Wat dit bestand zou doen')
  const all = { Nieuw: dutch(rowsOf(name)), Gewijzigd: '0', Geweigerd: '0', Dubbel: '0' }
  expect(await counts(page)).toMatchObject(all)
  await page.getByRole('button', { name: 'Inlezen' }).click()
  await titled(page, 'Ingelezen')
  expect(await counts(page)).toMatchObject(all)
}

/** What the flow page says as a table, by step: how many entered, and who left for which reason. */
async function flowOn(page: Page): Promise<Record<string, Record<string, number>>> {
  await page.goto('/flow')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /CSV/ }).click()])
  const lines: Record<string, string>[] = parse(readFileSync(await file.path()), { columns: true, bom: true })
  const steps: Record<string, Record<string, number>> = {}
  for (const { step = '', what, code, n } of lines)
    if (what === 'entered' || (what === 'reason' && n !== '0'))
      steps[step] = { ...steps[step], [code || 'entered']: Number(n) }
  return steps
}

describe.runIf(canLook)('the three files of the published study', () => {
  test('handed in by a browser one after the other, they give the published funnel', async () => {
    const page = await look(house.base)
    await signInAs(page, 'coordinator')
    for (const name of FILES) await takeIn(page, name)

    const { funnel, not_included: left } = expected as unknown as {
      funnel: Record<string, number>
      not_included: Record<string, Record<string, number>> & { no_reply: number }
    }
    const steps = await flowOn(page)
    expect(steps.register).toEqual({ entered: funnel.registered, ...left.register })
    expect(steps.inquiry).toEqual({ entered: funnel.inquired, no_reply: left.no_reply })
    expect(steps.criteria).toEqual({ entered: funnel.replied, ...left.criteria })
    expect(steps.judgement).toEqual({ entered: funnel.met_criteria, ...left.supervisor_judgement })
    expect(steps.approach).toMatchObject({ entered: funnel.approachable, ...left.refused })
    expect(steps.T1?.entered).toBe(funnel.interviewed)
    // the page says the same as its file
    const table = page.getByRole('table', { name: 'Dezelfde stroom als tabel' })
    for (const name of ['registered', 'inquired', 'replied', 'met_criteria', 'approachable', 'interviewed'])
      expect(await table.textContent()).toContain(`: ${dutch(funnel[name] ?? -1)}`)

    // nobody is mailed about what is long over, nor by what a day brings afterwards, and no name stands in the log
    await dailySweep(house.desk, { study, actor: 'system', today: systemToday() })
    expect(await house.database.study.mailLine.count()).toBe(0)
    expect(house.logged()).not.toMatch(/Bakker/)
  }, 900_000)
})
