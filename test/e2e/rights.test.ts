import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { retain } from '../../jobs/retention'
import { REPLIED } from '../people'
import { must, namedWorld, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { type House, openHouse } from './house'

describe.runIf(canLook)('what is erased, and what is given on request', () => {
  let house: House
  let world: World
  beforeAll(async () => {
    house = await openHouse()
    world = await namedWorld(house.database)
    await world.inquired('Fokkens')
    must(await world.reply('Fokkens', { reason: 'abroad' }))
    await world.interviewed('Evers')
    await world.answered('Evers', 'client')
    const on = addDays(REPLIED, 90)
    const clock = { studyId: world.study.id, today: new Date(on), target: new Date(on) }
    await world.db.clock.createMany({ data: clock })
    for (const day of [addDays(on, -7), on]) await retain(world.desk, world.on(day), { announced: true })
  })

  test('the privacy officer sees what was announced and what was erased, by number', async () => {
    const page = await look(house.base)
    await signInAs(page, 'privacy')
    await page.goto('/retention')
    await page.getByRole('heading', { level: 1, name: 'Wat wordt gewist' }).waitFor()
    await page.getByText('90 dagen nadat de zaak sloot').waitFor()
    const runs = page.getByRole('table', { name: 'Wat is gewist' })
    await runs.getByText('Namen van wie niet meedeed').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await page.content()).not.toContain('Fokkens')
  })

  test('a client’s file is a download, for a purpose, without JavaScript', async () => {
    const { clientId } = await world.interviewed('Evers')
    const { pseudonym } = await world.db.client.findUniqueOrThrow({ where: { id: clientId } })
    const page = await look(house.base, { javaScriptEnabled: false, acceptDownloads: true })
    await signInAs(page, 'privacy')
    await page.goto(`/access/${pseudonym}`)
    await page.getByLabel('Waarom haalt u dit op?').fill('Evers vroeg hierom')
    await page.getByRole('button', { name: 'Bestand ophalen' }).click()
    await page.getByText('Hier staat een naam, nummer of geboortedag').waitFor()
    expect(page.url()).not.toContain('Evers')
    await page.getByLabel('Waarom haalt u dit op?').fill('Verzoek van de cliënt')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Bestand ophalen' }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`koppel-${pseudonym}.html`)
    expect(readFileSync(await download.path(), 'utf8')).toContain('Q.Z. Evers')
  })

  test('the page for it has no faults, and who may not have it finds nothing there', async () => {
    const { clientId } = await world.interviewed('Evers')
    const { pseudonym } = await world.db.client.findUniqueOrThrow({ where: { id: clientId } })
    const officer = await look(house.base)
    await signInAs(officer, 'privacy')
    await officer.goto(`/access/${pseudonym}?refused=purpose_too_short`)
    await officer.getByText('Schrijf op waarvoor, in ten minste 10 tekens.').waitFor()
    expect(await faultsOf(officer)).toEqual([])
    const page = await look(house.base)
    await signInAs(page, 'interviewer')
    expect((await page.goto(`/access/${pseudonym}`))?.status()).toBe(404)
  })
})
