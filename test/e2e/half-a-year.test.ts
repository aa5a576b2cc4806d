import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { longDay, shortDay } from '../../app/i18n/days'
import { addDays, addMonths, type Day } from '../../app/protocol/day'
import { type ClientName, MET, OPENS } from '../people'
import { canLook, faultsOf, look, signInAs } from './browser'
import { passDoor } from './door'
import { openWorkroom } from './house'
import { questionnaireHouse, tapAll } from './questionnaire-house'

const OPENED = 'Tijd voor het volgende interview met uw cliënt'
const ASKED_AGAIN = 'Herinnering: wanneer is het volgende gesprek?'
const QUESTIONNAIRE = 'Vragenlijst over het contact met uw cliënt'
const REMINDER = 'Herinnering: vragenlijst over uw cliënt'
/** A moved clock plays each day to its end. */
const PATIENCE = { timeout: 120_000 }
/** Half a year of days, one after another. */
const LONG = 300_000

/** Of the first two, who answers and who does not; each has a supervisor of their own. */
const ANSWERS = { client: 'Evers', supervisor: 'Quist' } as const
const SILENT = { client: 'Hendriks', supervisor: 'Romein' } as const

describe.runIf(canLook)('half a year on the clock', () => {
  let given: Awaited<ReturnType<typeof questionnaireHouse>>
  let coordinator: Page
  const pairs = new Map<ClientName, { dyad: string; supervisorId: string; pseudonym: string }>()

  beforeAll(async () => {
    given = await questionnaireHouse()
    const { house, world } = given
    for (const { client } of [ANSWERS, SILENT]) {
      const { registrationId } = await world.interviewed(client)
      const { pseudonym: dyad, supervisorId } = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
      const { pseudonym } = await world.db.supervisor.findUniqueOrThrow({ where: { id: supervisorId } })
      pairs.set(client, { dyad, supervisorId, pseudonym })
    }
    openWorkroom(house)
    coordinator = await look(house.base, { javaScriptEnabled: false })
    await signInAs(coordinator, 'coordinator')
  })

  const pairOf = (client: ClientName) => pairs.get(client) as { dyad: string; supervisorId: string; pseudonym: string }
  /** Moves the clock with the buttons of the demo, and waits until the days are played. */
  const move = async (button: 'Dag' | 'Week' | 'Maand', to: Day) => {
    await coordinator.getByRole('button', { name: `${button} verder` }).click()
    await coordinator.getByText(`Klok van de proef: ${longDay('nl', to)}`, { exact: true }).waitFor(PATIENCE)
  }
  /** The days of the messages with this subject that a supervisor got, by the mailbox page. */
  const got = async (client: ClientName, subject: string): Promise<string[]> => {
    await coordinator.goto('/mailbox')
    const rows = coordinator.locator('tbody tr').filter({ hasText: pairOf(client).pseudonym })
    const about = rows.filter({ has: coordinator.getByText(subject, { exact: true }) })
    return about.locator('time').evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? '').sort())
  }
  /** Follows the link of the last such message into a browser that nobody knows yet. */
  const follow = async (client: ClientName, subject: string): Promise<Page> => {
    await coordinator.goto('/mailbox')
    const rows = coordinator.locator('tbody tr').filter({ hasText: pairOf(client).pseudonym })
    await rows.getByRole('link', { name: subject, exact: true }).first().click()
    await coordinator.getByRole('heading', { level: 1, name: subject }).waitFor()
    const href = await coordinator.locator('.letter a').first().getAttribute('href')
    const path = new URL(href ?? '', given.house.base).pathname
    const page = await look(given.house.base)
    await passDoor(page, given.house, path, pairOf(client).supervisorId)
    return page
  }

  test('a questionnaire comes by mail; who signs it off is not reminded, who does not is, twice', {
    timeout: LONG,
  }, async () => {
    await move('Dag', addDays(MET, 1))
    expect(await got(ANSWERS.client, QUESTIONNAIRE)).toEqual([MET])
    const page = await follow(ANSWERS.client, QUESTIONNAIRE)
    await page.getByRole('link', { name: 'Beginnen' }).click()
    const end = page.getByRole('button', { name: 'Ondertekenen en versturen' })
    for (let number = 1; (await end.count()) === 0; number++) {
      await tapAll(page, (what) => what.click())
      await page.getByRole('button', { name: 'Bewaren en verder' }).click()
      await page.getByText(new RegExp(`^(Pagina ${number + 1} van |\\d+ van \\d+ vragen)`)).waitFor()
    }
    await end.click()
    await page.getByRole('heading', { name: 'Dank u wel' }).waitFor()
    // what is still to come is told beforehand, of one and not of the other
    const coming = async (client: ClientName) => {
      await coordinator.goto(`/dyads/${pairOf(client).dyad}`)
      const told = coordinator.getByRole('table', { name: 'Wat er nog verstuurd wordt' })
      await told.getByText('vervolgmeting kan beginnen T2').waitFor()
      return told.getByText('herinnering aan de vragenlijst T1').count()
    }
    expect([await coming(SILENT.client), await coming(ANSWERS.client)]).toEqual([2, 0])
    let on = addDays(MET, 1)
    for (let weeks = 0; weeks < 3; weeks++) {
      on = addDays(on, 7)
      await move('Week', on)
    }
    expect(await got(ANSWERS.client, REMINDER)).toEqual([])
    expect(await got(SILENT.client, REMINDER)).toEqual([addDays(MET, 7), addDays(MET, 14)])
  })

  test('six months after the talk the window opens: on the list, on the page of the pair, and in the mail', {
    timeout: LONG,
  }, async () => {
    let on = addDays(MET, 22)
    for (let months = 0; months < 5; months++) {
      on = addMonths(on, 1)
      await move('Maand', on)
    }
    await coordinator.goto('/today')
    expect(await coordinator.getByRole('link', { name: pairOf(ANSWERS.client).dyad }).count()).toBe(0)
    while (on < OPENS) {
      const step = on <= addDays(OPENS, -7) ? 7 : 1
      on = addDays(on, step)
      await move(step === 7 ? 'Week' : 'Dag', on)
    }
    for (const { client } of [ANSWERS, SILENT]) {
      await coordinator.goto('/today')
      await coordinator
        .getByRole('link', { name: pairOf(client).dyad })
        .first()
        .waitFor()
      expect(await got(client, OPENED)).toEqual([OPENS])
    }
    await coordinator.goto(`/dyads/${pairOf(ANSWERS.client).dyad}`)
    await coordinator
      .getByText(shortDay('nl', addMonths(MET, 9)))
      .first()
      .waitFor()
    expect(await faultsOf(await seen(`/dyads/${pairOf(ANSWERS.client).dyad}`))).toEqual([])
  })

  test('who names the next talk is not asked again; who does not is, after fourteen and twenty-eight days', {
    timeout: LONG,
  }, async () => {
    const talk = addDays(OPENS, 40)
    const page = await follow(ANSWERS.client, OPENED)
    await page.getByLabel('Dag van het gesprek').fill(talk)
    await page.getByRole('button', { name: 'Versturen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Dank u wel' }).waitFor()
    let on = OPENS
    for (let weeks = 0; weeks < 5; weeks++) {
      on = addDays(on, 7)
      await move('Week', on)
    }
    expect(await got(ANSWERS.client, ASKED_AGAIN)).toEqual([])
    expect(await got(SILENT.client, ASKED_AGAIN)).toEqual([addDays(OPENS, 14), addDays(OPENS, 28)])
    const mail = await given.world.db.mailLine.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } })
    expect(mail.map(({ state }) => state)).not.toContain('planned')
  })

  /** The same page with scripts, in which axe can look. */
  const seen = async (path: string) => {
    const page = await look(given.house.base)
    await signInAs(page, 'coordinator')
    await page.goto(path)
    return page
  }
})
