import { beforeAll, describe, expect, test } from 'vitest'
import type { StudyRef } from '../../app/platform/occasion'
import { WORK_KINDS, WORK_OF } from '../../app/protocol/work'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import type { SmallCohort } from './cohort'
import { type House, openHouse, openWorkroom, playedStudy } from './house'

// the windows of the first interviews (December) are open, and the first follow-ups are held
const UNTIL = '2012-06-20'
const PAGES = ['/today', '/flow', '/dyads', '/mailbox', '/components', '/nothing-here'] as const

describe.runIf(canLook)('the course of a study', () => {
  let house: House
  let study: StudyRef
  let cohort: SmallCohort
  let dyad: string

  beforeAll(async () => {
    house = await openHouse()
    ;({ study, cohort } = await playedStudy(house, UNTIL))
    openWorkroom(house)
    const held = { wave: 'T2', perspective: 'client', completedOn: { not: null } }
    const row = await house.database.study.dyad.findFirstOrThrow({
      where: { studyId: study.id, registration: { measurements: { some: held } } },
    })
    dyad = row.pseudonym
  })

  test('the coordinator’s day: what is to be done, and who is about to be lost', async () => {
    const page = await look(house.base)
    await signInAs(page, 'coordinator')
    await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
    await page.getByText('woensdag 20 juni 2012').first().waitFor()
    expect(await page.locator('.tile').count()).toBe(WORK_KINDS.length)
    await page.getByRole('heading', { name: 'Wie dreigt af te vallen' }).waitFor()
    const states = await page.locator('tr.part').allTextContents()
    expect(states.length).toBeGreaterThan(0)
  })

  test('on a telephone a link under the counts leads past the work to who is about to be lost', async () => {
    const page = await look(house.base, { viewport: { width: 390, height: 800 }, javaScriptEnabled: false })
    await signInAs(page, 'coordinator')
    const jump = page.getByRole('link', { name: 'Naar wie dreigt af te vallen' })
    await jump.focus()
    await page.keyboard.press('Enter')
    const lost = page.getByRole('heading', { name: 'Wie dreigt af te vallen' })
    await expect.poll(async () => (await lost.boundingBox())?.y ?? -1).toBeLessThan(800)
    expect(await page.locator(':focus').textContent()).toBe('Wie dreigt af te vallen')
    await page.setViewportSize({ width: 1280, height: 800 })
    expect(await jump.isVisible()).toBe(false)
  })

  test('an interviewer sees interviews only, and nothing of what supervisors owe', async () => {
    const page = await look(house.base)
    await signInAs(page, 'interviewer')
    expect(await page.locator('.tile').count()).toBe(WORK_OF.interviewer.length)
    expect(await page.getByText('Vragenlijst', { exact: true }).count()).toBe(0)
    expect(await page.getByRole('heading', { name: 'Wie dreigt af te vallen' }).count()).toBe(0)
    await page.goto(`/dyads/${dyad}`)
    const supervisor = await house.database.study.dyad.findFirstOrThrow({ where: { pseudonym: dyad } })
    const { pseudonym } = await house.database.study.supervisor.findUniqueOrThrow({
      where: { id: supervisor.supervisorId },
    })
    expect(await page.content()).not.toContain(pseudonym)
    expect(await page.content()).not.toContain(supervisor.supervisorId)
  })

  test('the flow says what the files hold, in the drawing and in the table', async () => {
    const page = await look(house.base)
    // who may see small counts: of others they are hidden, and this is a small study
    await signInAs(page, 'beheer')
    await page.goto('/flow')
    const steps = page.locator('.flow-drawing > g')
    const step = (label: string) => steps.filter({ hasText: label }).last().locator('text').first().textContent()
    expect(await step('aangemeld')).toBe(String(cohort.registered))
    expect(await step('eerste meting')).toBe(String(cohort.interviewed.length))
    expect(await page.locator('table tr.part').allTextContents()).toEqual(
      await steps.evaluateAll((all) =>
        all.map((one) => {
          const [number, label] = [...one.querySelectorAll('text')].map(({ textContent }) => textContent)
          return `${label}: ${number}`
        }),
      ),
    )
  })

  test('a timeline tells one dyad from registration to follow-up', async () => {
    const page = await look(house.base)
    await signInAs(page, 'coordinator')
    await page.goto('/dyads')
    await page.getByLabel('Onderzoeksnummer').fill(dyad.toLowerCase().replaceAll('-', ''))
    await page.getByRole('button', { name: 'Zoeken' }).click()
    await page.getByRole('link', { name: dyad }).click()
    await page.getByRole('heading', { level: 1, name: dyad }).waitFor()
    const days = await page
      .locator('.timeline time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''))
    expect(days.length).toBeGreaterThan(5)
    expect(days).toEqual([...days].sort())
    expect(await faultsOf(page)).toEqual([])
  })

  test.each(PAGES)(
    '%s is without faults in both languages, at 1280 and 390 pixels, in light and dark',
    async (path) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await look(house.base, { colorScheme })
        await signInAs(page, 'coordinator')
        await page.goto(path)
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 900 })
          expect([await overflow(page), await faultsOf(page)], `${path} ${width} ${colorScheme}`).toEqual([0, []])
        }
        if (path !== '/nothing-here') {
          await page.getByRole('button', { name: 'English' }).click()
          // a question to the page that is being left would never be answered
          await page.locator('html[lang="en"]').waitFor({ state: 'attached' })
        }
        expect([await overflow(page), await faultsOf(page)], `${path} en ${colorScheme}`).toEqual([0, []])
      }
    },
  )

  test('the clock moves on, mail comes in, and its link opens the question', async () => {
    const page = await look(house.base, { javaScriptEnabled: false })
    await signInAs(page, 'coordinator')
    await page.goto('/mailbox')
    const before = await page.locator('tbody tr').count()
    await page.getByRole('button', { name: 'Week verder' }).click()
    await page.getByText('Klok van de proef: woensdag 27 juni 2012', { exact: true }).waitFor({ timeout: 60_000 })
    expect(await page.getByRole('button', { name: 'Week verder' }).isEnabled()).toBe(true)
    await page.goto('/mailbox')
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(before)
    await page.locator('tbody tr a').first().click()
    const subject = await page.getByRole('heading', { level: 1 }).textContent()
    expect(subject?.length).toBeGreaterThan(5)
    await page.locator('.letter a').first().click()
    expect(new URL(page.url()).pathname).toMatch(/^\/answer\//)
    await page.getByRole('heading', { level: 1 }).waitFor()
  })
})
