import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { batteryNow, itemsOf } from '../../app/protocol/instruments/battery'
import { type ClientName, MET, named } from '../people'
import { must, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { type House, openHouse } from './house'
import { interviewersWorld, standing, type Told } from './talks'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }
const LAST = 'Het einde van het interview'
/** The second answer to everything: nobody was detained more often, all else is asked. */
const SECOND = '2'

describe.runIf(canLook)('an interview on pages', () => {
  let house: House
  let world: World
  let byKeyboard: Told = {}
  beforeAll(async () => {
    house = await openHouse({ KOPPEL_NOW: MET })
    world = await interviewersWorld(house)
  })

  /** A client who signed and is to be interviewed today; gives the number of the pair. */
  async function due(name: ClientName): Promise<{ pseudonym: string; registrationId: string }> {
    const { registrationId } = await world.approached(name)
    must(await world.consented(name))
    const { pseudonym } = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
    return { pseudonym, registrationId }
  }
  const held = (registrationId: string) =>
    world.db.measurement.findMany({ where: { registrationId, perspective: 'client' } })

  /** A pair whose interview was begun and is not over. */
  const unfinished = () =>
    world.db.dyad.findFirstOrThrow({
      where: {
        studyId: world.study.id,
        registration: { measurements: { some: { completedOn: null, seed: { not: null } } } },
      },
    })

  async function passGate(page: Page, pseudonym: string): Promise<void> {
    await page.goto(`/interview/${pseudonym}`)
    await page.getByLabel('Hoeveel gesprekken in persoon').fill('3')
    await page.getByRole('group', { name: 'Niet onder invloed' }).getByLabel('Ja').check()
    await page.getByRole('button', { name: 'Begin het interview' }).click()
    await page.locator('form.talk').waitFor()
  }

  /** What is said to each question in turn, until the last page. */
  async function sayAll(page: Page, told: Told, say: (name: string) => Promise<unknown>): Promise<void> {
    for (;;) {
      const question = page.locator('form.talk fieldset.asked input[data-key]').first()
      await question
        .or(page.getByRole('heading', { name: LAST }))
        .first()
        .waitFor()
      if ((await question.count()) === 0) return
      const name = (await question.getAttribute('name')) ?? ''
      const chosen = page.locator(`input[name="${name}"][data-key="${SECOND}"]`)
      told[name.replace('answer.', '')] = (await chosen.getAttribute('value')) ?? ''
      await say(name)
      await page.locator(`input[name="${name}"]`).first().waitFor({ state: 'detached' })
    }
  }

  const finish = async (page: Page) => {
    await page.getByLabel('Kantoor van de reclassering').check()
    await page.getByLabel('De cadeaubon is gegeven').check()
    await page.getByRole('button', { name: 'Rond het interview af' }).click()
    await page.getByRole('heading', { name: 'Het interview is afgerond' }).waitFor()
  }

  test('from the work list, by keyboard alone: digits to the end, one interview, what was said', async () => {
    const { pseudonym, registrationId } = await due('Evers')
    const page = await look(house.base)
    await signInAs(page, 'interviewer')
    await page.getByRole('link', { name: 'Interview houden' }).first().waitFor()
    await page.goto(`/interview/${pseudonym}`)
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('Hoeveel gesprekken in persoon').focus()
    await page.keyboard.type('3')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const told: Told = {}
    await sayAll(page, told, async () => {
      await page.locator('form.talk[data-ready]').waitFor()
      await page.keyboard.press(SECOND)
    })
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('Kantoor van de reclassering').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Het interview is afgerond' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    const [only, ...others] = await held(registrationId)
    expect(others).toEqual([])
    expect(only).toMatchObject({
      interviewer: 'I1',
      place: 'office',
      thirdPerson: false,
      language: 'nl',
      brokenOffOn: null,
    })
    expect(only?.completedOn).toEqual(new Date(MET))
    expect(await standing(world, only?.id ?? '')).toEqual(told)
    const asked = itemsOf(batteryNow(world.study.protocol, 'T1', 'client'))
    expect(Object.keys(told).length).toBe(asked.length)
    byKeyboard = told
  }, 120_000)

  test('the same by touch on a telephone, with the same answers; nothing is wider than the screen', async () => {
    const { pseudonym, registrationId } = await due('Fokkens')
    const page = await look(house.base, PHONE)
    await signInAs(page, 'interviewer')
    await passGate(page, pseudonym)
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    const told: Told = {}
    const small: string[] = []
    await sayAll(page, told, async (name) => {
      const label = page.locator('label.step', { has: page.locator(`input[name="${name}"][data-key="${SECOND}"]`) })
      const box = await label.boundingBox()
      if (!box || box.height < 44 || box.width < 44) small.push(name)
      await label.tap()
      await page.getByRole('button', { name: 'Verder', exact: true }).tap()
    })
    expect(small).toEqual([])
    expect(await overflow(page)).toBe(0)
    await finish(page)
    const [only, ...others] = await held(registrationId)
    expect(others).toEqual([])
    expect(await standing(world, only?.id ?? '')).toEqual(told)
    expect(told).toEqual(byKeyboard)
    expect(await world.db.voucher.count({ where: { registrationId, wave: 'T1', kind: 'handed_out' } })).toBe(1)
    await page.getByText('De cadeaubon is gegeven.').waitFor()
  }, 120_000)

  test('without JavaScript: answers, back, a note without names, another language, pause, broken off and taken up again', async () => {
    const { pseudonym, registrationId } = await due('Gerrits')
    const page = await look(house.base, { javaScriptEnabled: false })
    await signInAs(page, 'interviewer')
    await passGate(page, pseudonym)
    const next = page.getByRole('button', { name: 'Verder', exact: true })
    await page.getByText('Bent u een man of een vrouw?').waitFor()
    await page.getByLabel('Vrouw').check()
    await page.getByText('Opmerking bij deze vraag').click()
    await page.getByLabel('Opmerking', { exact: true }).fill(`${named('Gerrits').client.surname} lachte`)
    await next.click()
    await page.getByText('Hier staat een naam of nummer').waitFor()
    await page.getByLabel('Opmerking', { exact: true }).fill('Lachte hierbij')
    await next.click()
    await page.getByText('Hoe oud bent u?').waitFor()
    await page.getByRole('button', { name: 'Terug', exact: true }).click()
    await page.getByText('Bent u een man of een vrouw?').waitFor()
    expect(await page.getByLabel('Vrouw').isChecked()).toBe(true)
    await page.getByRole('button', { name: 'In English' }).click()
    await page.getByText('Are you a man or a woman?').waitFor()
    await page.getByRole('button', { name: 'In het Nederlands' }).click()
    await page.getByText('Bent u een man of een vrouw?').waitFor()
    await page.getByRole('button', { name: 'Pauze' }).click()
    await page.getByText('Niemand ziet ze nu').waitFor()
    expect(await page.content()).not.toContain('Bent u een man')
    await page.getByRole('link', { name: 'Ga verder' }).click()
    await page.getByRole('button', { name: 'Naar het einde' }).click()
    await page.getByRole('heading', { name: LAST }).waitFor()
    await page.getByRole('button', { name: 'Rond het interview af' }).click()
    await page.getByText('Het interview is nog niet afgerond').waitFor()
    await page.getByLabel('Kantoor van de reclassering').check()
    await page.getByRole('button', { name: 'Rond het interview af' }).click()
    await page.getByText('▲ nodig').first().waitFor()
    await page.getByText('Breek het interview af').first().click()
    await page.getByLabel('De tijd was op').check()
    await page.getByRole('button', { name: 'Breek het interview af' }).click()
    await page.getByText('Dit interview is afgebroken').waitFor()
    expect(await held(registrationId)).toMatchObject([{ completedOn: null, brokenOffOn: new Date(MET) }])
    await page.goto('/today')
    await page.getByRole('heading', { name: 'Begonnen interviews' }).waitFor()
    await page.getByRole('link', { name: `Interview T1 met ${pseudonym}` }).click()
    await page.getByLabel('Hoeveel gesprekken in persoon').fill('9')
    await page.getByRole('group', { name: 'Niet onder invloed' }).getByLabel('Ja').check()
    await page.getByRole('button', { name: 'Ga verder met het interview' }).click()
    await page.getByText('Dit interview kan niet meer verder').waitFor()
    await page.getByLabel('Hoeveel gesprekken in persoon').fill('4')
    await page.getByRole('button', { name: 'Ga verder met het interview' }).click()
    await page.getByText('Hoe oud bent u?').waitFor()
    const notes = await world.db.entryNote.findMany({ where: { entry: { measurement: { registrationId } } } })
    expect(notes).toMatchObject([{ item: 'gender', text: 'Lachte hierbij' }])
  })

  test('what a screen reader hears: number and words, once; the pictures say nothing of their own', async () => {
    const { pseudonym } = await due('Hendriks')
    const page = await look(house.base)
    await signInAs(page, 'interviewer')
    await passGate(page, pseudonym)
    await page.goto(`/interview/${pseudonym}/ask?item=i01`)
    const question = page.getByRole('group', { name: 'Mijn toezichthouder vindt mij een prettig mens.' })
    await question.waitFor()
    for (const name of [
      '1 Helemaal niet mee eens',
      '2 Niet mee eens',
      '3 Een beetje niet mee eens',
      '4 Neutraal',
      '5 Een beetje mee eens',
      '6 Mee eens',
      '7 Helemaal mee eens',
      'Geen antwoord',
    ])
      expect(await question.getByRole('radio', { name, exact: true }).count(), name).toBe(1)
    expect(await question.locator('svg:not([aria-hidden="true"])').count()).toBe(0)
    const drawn = await question.locator('svg').evaluateAll((all) => all.map(({ innerHTML }) => innerHTML))
    expect(new Set(drawn).size).toBe(7)
    expect(await faultsOf(page)).toEqual([])
  })

  test('at twice the size, in the dark, and for whoever wants nothing to move', async () => {
    const { pseudonym } = await unfinished()
    // a window of half the width is what a browser shows at 200 %
    const page = await look(house.base, {
      viewport: { width: 640, height: 512 },
      colorScheme: 'dark',
      reducedMotion: 'reduce',
    })
    await signInAs(page, 'interviewer')
    for (const path of ['', '/ask?item=i01', '/ask?item=mark', '/ask?pause=mark', '/end', '/incident?kind=threat']) {
      await page.goto(`/interview/${pseudonym}${path}`)
      expect([path, await overflow(page), await faultsOf(page)]).toEqual([path, 0, []])
    }
  })

  test('something happens: what to do, and it is written down without names', async () => {
    const { pseudonym, registrationId } = await unfinished()
    const page = await look(house.base, PHONE)
    await signInAs(page, 'interviewer')
    await page.goto(`/interview/${pseudonym}/ask?item=mark`)
    await page.getByRole('link', { name: 'Er gebeurt iets' }).click()
    await page.getByRole('link', { name: 'Dreiging of geweld' }).click()
    await page.getByRole('heading', { name: 'Doe dit, in deze volgorde' }).waitFor()
    await page.getByRole('group', { name: 'Wat heeft u gedaan?' }).getByLabel('Ga de kamer uit').check()
    await page.getByLabel('Wat gebeurde er').fill('Quist werd bedreigd')
    await page.getByRole('button', { name: 'Leg het vast' }).click()
    await page.locator('#remark-mistake', { hasText: 'Hier staat een naam of nummer' }).waitFor()
    await page.getByLabel('Wat gebeurde er').fill('Werd boos en stond op')
    await page.getByRole('button', { name: 'Leg het vast' }).click()
    await page.getByText('Het is vastgelegd').waitFor()
    expect(await world.db.incident.findMany({ where: { registrationId } })).toMatchObject([
      { kind: 'threat', steps: ['left_room'], interviewer: 'I1', remark: 'Werd boos en stond op' },
    ])
  })

  test('a criterion that is not met opens nothing, and says what can be done', async () => {
    const { pseudonym, registrationId } = await due('Aalders')
    const page = await look(house.base, { javaScriptEnabled: false })
    await signInAs(page, 'interviewer')
    await page.goto(`/interview/${pseudonym}`)
    await page.getByLabel('Hoeveel gesprekken in persoon').fill('1')
    await page.getByRole('group', { name: 'Niet onder invloed' }).getByLabel('Ja').check()
    await page.getByRole('button', { name: 'Begin het interview' }).click()
    await page
      .getByText(/2 tot en met 4/)
      .first()
      .waitFor()
    await page.getByRole('group', { name: 'Niet onder invloed' }).getByLabel('Nee').check()
    await page.getByRole('button', { name: 'Begin het interview' }).click()
    await page.getByText('Vandaag geen interview').waitFor()
    expect(await held(registrationId)).toEqual([])
    await page.getByRole('button', { name: 'Het blijft zo' }).click()
    await page.waitForURL('**/today')
    expect(await world.db.departure.findMany({ where: { registrationId } })).toMatchObject([
      { reason: 'intoxicated_or_confused' },
    ])
  })

  test('of an interview of somebody else there is nothing here', async () => {
    const { pseudonym, registrationId } = await unfinished()
    await world.db.measurement.updateMany({
      where: { registrationId, perspective: 'client' },
      data: { interviewer: 'I2' },
    })
    const page = await look(house.base)
    await signInAs(page, 'interviewer')
    for (const path of ['ask', 'end', 'incident'])
      expect((await page.goto(`/interview/${pseudonym}/${path}`))?.status(), path).toBe(404)
    await page.goto(`/interview/${pseudonym}`)
    await page.getByText('Een andere interviewer is hiermee begonnen').waitFor()
    for (const who of ['coordinator', 'analist', 'beheer']) {
      const other = await look(house.base)
      await signInAs(other, who)
      expect((await other.goto(`/interview/${pseudonym}`))?.status(), who).toBe(404)
    }
  })
})
