import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { interviewerAccounts } from '../../app/identity/interviewers'
import { addDays } from '../../app/protocol/day'
import { addAvailability } from '../../app/records/appointments/availability'
import { ASKED, MET, OPENS } from '../people'
import { connected } from '../platform/connect'
import { must, namedWorld, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { type House, openHouse } from './house'

/** The day after the talks, a Wednesday: two should have been interviewed, a reply and a questionnaire have time. */
const TODAY = addDays(MET, 1)
const REPLY_BY = addDays(ASKED, 21)
const PHONE = { viewport: { width: 390, height: 800 } }

const rows = (page: Page) => page.locator('main tbody tr:not(.part)')
const parts = (page: Page) => page.locator('main tr.part')
const standing = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Hoe het staat' }).getByRole('link', { name })

describe.runIf(canLook)('what is to be done', () => {
  let house: House
  let world: World
  let pair: string
  let registration: string

  beforeAll(async () => {
    house = await openHouse()
    world = await namedWorld(house.database)
    await connected(house.database.urls.owner, (owner) =>
      owner.query('INSERT INTO study.clock (study_id, today, target) VALUES ($1, $2, $2)', [world.study.id, TODAY]),
    )
    const [account] = await interviewerAccounts(world.vault, world.study.id)
    await world.qualified('I7', { account: account?.hash ?? null })
    const { registrationId } = await world.interviewed('Evers')
    registration = registrationId
    pair = (await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })).pseudonym
    await world.registered('Fokkens', { location: 'Amersfoort' })
    await world.approached('Fokkens')
    await world.approached('Hendriks')
    await world.inquired('Gerrits')
    const hours = { code: 'I7', weekday: 1, from: 540, until: 1020, location: 'Utrecht' }
    must(await addAvailability(world.db, world.on(TODAY), hours))
  })

  const coordinator = async (javaScriptEnabled = false) => {
    const page = await look(house.base, { javaScriptEnabled })
    await signInAs(page, 'coordinator')
    await page.goto('/today')
    return page
  }

  test('each line says why, in both languages', async () => {
    const page = await coordinator()
    const why = 'volgend gesprek gemeld op 6 maart 2012 → T1-gesprek op 13 maart 2012 (§3)'
    await page.getByText(why).first().waitFor()
    await page.getByText('vraag verstuurd op 2 maart 2012 → antwoord uiterlijk 23 maart 2012 (§2.2)').waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('next talk told on 6 March 2012 → T1 interview on 13 March 2012 (§3)').first().waitFor()
  })

  test('by how it stands and where, by links and a form without a script', async () => {
    const page = await coordinator()
    expect(await rows(page).count()).toBe(4)
    await standing(page, 'Te laat 2').click()
    await page.locator('caption', { hasText: 'Te laat' }).waitFor()
    expect(await rows(page).count()).toBe(2)
    await page.getByLabel('Locatie', { exact: true }).selectOption('Amersfoort (1)')
    await page.getByRole('button', { name: 'Toon' }).click()
    await page.getByText('Te laat, Amersfoort', { exact: true }).waitFor()
    expect(await rows(page).count()).toBe(1)
    await standing(page, 'Loopt af 0').click()
    await page.getByText('Hiervan is er niets').waitFor()
    await page.goto('/today?state=nonsense&day=2012-02-31&week=never&location=')
    await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
    expect(await rows(page).count()).toBe(4)
  })

  test('a week begins with what is overdue; others are a link away, by the keyboard alone', async () => {
    const page = await coordinator()
    await page.getByRole('link', { name: 'Per week' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('van maandag 12 maart 2012 tot en met zondag 18 maart 2012').waitFor()
    expect(await parts(page).allTextContents()).toEqual([
      'Te laat: 2 ',
      'woensdag 14 maart 2012: niets ',
      'donderdag 15 maart 2012: niets ',
      'vrijdag 16 maart 2012: niets ',
      'zaterdag 17 maart 2012: niets ',
      'zondag 18 maart 2012: niets ',
    ])
    await page.getByRole('link', { name: 'Volgende week' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('vrijdag 23 maart 2012: 1').waitFor()
    expect(await parts(page).count()).toBe(7)
    await page.goto(`/today?week=${OPENS}`)
    await page.getByText('donderdag 13 september 2012: 1').waitFor()
    const row = rows(page).first()
    await row.getByText('Gaat open').waitFor()
    await row
      .getByText('T1-gesprek gehouden op 13 maart 2012 → het T2-venster opent 13 september 2012 (§4.2)')
      .waitFor()
  })

  test('a day, and the next', async () => {
    const page = await coordinator()
    await page.goto(`/today?day=${addDays(REPLY_BY, -1)}`)
    await page.getByText('Hiervan is er niets').waitFor()
    await page.getByRole('link', { name: 'Volgende dag' }).click()
    await page.getByText('Wat uiterlijk op vrijdag 23 maart 2012 gedaan moet zijn').waitFor()
    expect(await rows(page).count()).toBe(1)
  })

  test('an interviewer begins with the own locations, and is one link from all of them', async () => {
    const page = await look(house.base, PHONE)
    await signInAs(page, 'interviewer')
    await page.locator('caption', { hasText: 'Eigen locaties' }).waitFor()
    expect(await rows(page).count()).toBe(1)
    await rows(page).first().getByText('Utrecht').first().waitFor()
    await page.getByRole('link', { name: 'Alle locaties' }).click()
    await page.locator('main tbody').getByText('Amersfoort').waitFor()
    expect(await rows(page).count()).toBe(2)
  })

  test('beside the menu stands how much presses for whoever looks', async () => {
    const page = await coordinator()
    await page.goto('/flow')
    await page.getByRole('link', { name: 'Vandaag (2 moeten vandaag of zijn te laat)' }).waitFor()
    const other = await look(house.base)
    await signInAs(other, 'interviewer')
    await other.getByRole('link', { name: 'Vandaag (1 moet vandaag of is te laat)' }).waitFor()
    const analyst = await look(house.base)
    await signInAs(analyst, 'analist')
    await analyst.locator('h1').waitFor()
    expect(await analyst.locator('.masthead .waiting').count()).toBe(0)
  })

  test('a pair and its case show the whole plan with what made it', async () => {
    const page = await coordinator()
    for (const path of [`/dyads/${pair}`, `/cases/${registration}`]) {
      await page.goto(path)
      const plan = page.locator('table', { hasText: 'Wat er te doen is' })
      const line = (what: string) => plan.locator('tr', { hasText: what })
      await line('Vraag aan toezichthouder').getByText('Gedaan').waitFor()
      await line('Vragenlijst T1').getByText('T1-vragenlijst verstuurd op 13 maart 2012').waitFor()
      await line('Vervolggesprek T2').getByText('Nog niet').waitFor()
      await line('Afloop in het register').getByText('kan vanaf 1 maart 2014').waitFor()
    }
    const other = await look(house.base)
    await signInAs(other, 'interviewer')
    await other.goto(`/dyads/${pair}`)
    const plan = other.locator('table', { hasText: 'Wat er te doen is' })
    await plan.getByText('Vervolggesprek T2').waitFor()
    expect(await plan.getByText('Vragenlijst').count()).toBe(0)
  })

  test('nothing is too wide for a telephone, nor in the way of who cannot see', async () => {
    const week = `/today?week=${TODAY}`
    for (const [who, paths] of [
      [
        'coordinator',
        ['/today', '/today?state=overdue', week, `/today?day=${REPLY_BY}`, `/dyads/${pair}`, `/cases/${registration}`],
      ],
      ['interviewer', ['/today', week, `/dyads/${pair}`]],
    ] as const) {
      const page = await look(house.base, PHONE)
      await signInAs(page, who)
      for (const path of paths) {
        await page.goto(path)
        await page.locator('h1').waitFor()
        expect([path, await overflow(page), await faultsOf(page)]).toEqual([path, 0, []])
      }
    }
  })

  test('paper gets the list, and none of the ways to others', async () => {
    const page = await coordinator()
    await page.goto('/today?state=overdue')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation', { name: 'Hoe het staat' }).isVisible()).toBe(false)
    expect(await rows(page).first().isVisible()).toBe(true)
    await page.getByText('Te laat', { exact: true }).first().waitFor()
  })
})
