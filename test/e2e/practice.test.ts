import { beforeAll, describe, expect, test } from 'vitest'
import { MET } from '../people'
import type { World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { type House, openHouse } from './house'
import { answer, interviewersWorld } from './talks'

describe.runIf(canLook)('practising an interview', () => {
  let house: House
  let world: World
  beforeAll(async () => {
    house = await openHouse({ KOPPEL_NOW: MET })
    world = await interviewersWorld(house)
  })

  const kept = async () => [
    await world.db.auditEntry.count(),
    await world.db.measurement.count(),
    await world.db.entry.count(),
    await world.db.answer.count(),
  ]

  test('goes by the keyboard, ends with figures, and nothing of it is kept', async () => {
    const page = await look(house.base, { viewport: { width: 390, height: 844 } })
    await signInAs(page, 'interviewer')
    const before = await kept()
    await page.goto('/practice')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Oefen met Mevrouw Zonneveld' }).click()
    await page.getByText('Oefening').first().waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await answer(page, '1', {}, 3)
    await page.getByText('3 van ').waitFor()
    await page.getByRole('button', { name: 'Pauze' }).click()
    await page.getByRole('button', { name: 'Ga verder' }).click()
    await page.getByText('3 van ').waitFor()
    await page.getByRole('button', { name: 'Stop en laat zien hoe het ging' }).click()
    await page.getByRole('heading', { name: 'Oefening: Zo ging de oefening' }).waitFor()
    await page.getByText('Zonder antwoord').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await kept()).toEqual(before)
  })

  test('begins anew where the question is no longer asked', async () => {
    const page = await look(house.base)
    await signInAs(page, 'interviewer')
    const run = { client: 'calm', seed: 1, language: 'nl', given: {}, seconds: 0, at: 'asked_before' }
    for (const go of ['on', 'next']) {
      const form = { run: JSON.stringify(run), go }
      const answer = await page.request.post('/practice', { form, headers: { Origin: house.base } })
      expect(answer.status(), go).toBe(200)
      expect(await answer.text()).toContain('0 van ')
    }
  })

  test('works without JavaScript', async () => {
    const page = await look(house.base, { javaScriptEnabled: false })
    await signInAs(page, 'interviewer')
    await page.goto('/practice')
    await page.getByRole('button', { name: 'Oefen met Meneer Distelberg' }).click()
    await page.locator('fieldset.asked input').first().check()
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.getByText('1 van ').waitFor()
    await page.getByRole('button', { name: 'In English' }).click()
    await page.locator('fieldset.asked').waitFor()
    await page.getByRole('button', { name: 'Stop en laat zien hoe het ging' }).click()
    await page.getByRole('heading', { name: 'Oefening: Zo ging de oefening' }).waitFor()
  })
})
