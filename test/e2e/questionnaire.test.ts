import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { askedItems } from '../../app/protocol/instruments/asked'
import { batteryNow, itemsOf } from '../../app/protocol/instruments/battery'
import { type Given, NO_ANSWER, NOT_ASKED } from '../../app/protocol/study'
import { MET } from '../people'
import { canLook, faultsOf, look, overflow } from './browser'
import { passDoor } from './door'
import { questionnaireHouse, questionsOn, tapAll } from './questionnaire-house'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const NEXT = 'Bewaren en verder'
const END = 'Bijna klaar'

describe.runIf(canLook)('a supervisor’s questionnaire', () => {
  let given: Awaited<ReturnType<typeof questionnaireHouse>>

  beforeAll(async () => {
    given = await questionnaireHouse()
  })

  const next = (page: Page) => page.getByRole('button', { name: NEXT })
  const progress = (page: Page, number: number) => page.getByText(new RegExp(`^Pagina ${number} van `)).waitFor()
  const option = (page: Page, question: string, answer: string) =>
    page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true })
  const standing = async (measurementId: string): Promise<Given> => {
    const answers = await given.world.db.answer.findMany({ where: { measurementId } })
    const said = answers.map(({ item, value, missing }) => [item, value ?? missing] as const)
    return Object.fromEntries(said.filter(([, answer]) => answer !== null && answer !== NOT_ASKED)) as Given
  }
  const measured = (id: string) => given.world.db.measurement.findUniqueOrThrow({ where: { id } })

  test('all of T1 by touch on a telephone; after signing off nobody opens it any more', async () => {
    const { house, ask } = given
    const asked = await ask('Evers')
    const page = await look(house.base, PHONE)
    const sound = async () => expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await passDoor(page, house, asked.path, asked.supervisorId)
    await page.getByText('De cliënt ziet uw antwoorden niet').waitFor()
    await page.getByText('Het kost ongeveer tien minuten').waitFor()
    await sound()
    await page.getByRole('link', { name: 'Beginnen' }).tap()
    await progress(page, 1)
    await sound()
    // one question is left open, one is passed over in so many words
    await option(page, 'Bent u een man of een vrouw?', 'Dat zeg ik liever niet').tap()
    await page.getByLabel('Getal van 0 tot en met 60').first().fill('7')
    // the other language brings along what was typed
    await page.getByRole('button', { name: 'English' }).tap()
    await page.getByText(/^Page 1 of /).waitFor()
    expect(await page.getByLabel('Number from 0 to 60').first().inputValue()).toBe('7')
    await page.getByRole('button', { name: 'Nederlands' }).tap()
    await progress(page, 1)
    expect(await option(page, 'Bent u een man of een vrouw?', 'Dat zeg ik liever niet').isChecked()).toBe(true)
    await next(page).tap()
    await progress(page, 2)
    let number = 2
    for (; (await page.getByRole('heading', { name: END }).count()) === 0; number++) {
      await tapAll(page)
      await sound()
      await next(page).tap()
      await page.getByText(new RegExp(`^(Pagina ${number + 1} van |\\d+ van \\d+ vragen)`)).waitFor()
    }
    await sound()
    const stillOpen = page.getByRole('heading', { name: '5 vragen staan nog open' })
    await stillOpen.waitFor()
    await page.getByRole('link', { name: 'Hoe oud bent u?' }).tap()
    await progress(page, 1)
    await option(page, 'Hoe oud bent u?', '31 tot en met 40 jaar').tap()
    await page.getByRole('button', { name: 'Bewaren en later verder' }).tap()
    await page.getByText('Wat u tot nu toe invulde is bewaard.').waitFor()
    await page.getByRole('link', { name: 'Naar het einde' }).tap()
    await page.getByRole('heading', { name: '4 vragen staan nog open' }).waitFor()
    await page.getByText('Deze antwoorden gaan over Q.Z. Evers').waitFor()
    const answers = await standing(asked.measurementId)
    await page.getByRole('button', { name: 'Ondertekenen en versturen' }).tap()
    await page.getByRole('heading', { name: 'Dank u wel' }).waitFor()
    await page.getByText('Ongeveer 6 maanden na het gesprek').waitFor()
    await sound()
    const battery = batteryNow(given.world.study.protocol, 'T1', 'supervisor')
    const all = askedItems(battery, answers).length
    expect([Object.keys(answers).length, answers.gender, answers.age_band]).toEqual([all - 4, NO_ANSWER, 4])
    expect(await standing(asked.measurementId)).toEqual(answers)
    const { completedOn, language, itemOrder } = await measured(asked.measurementId)
    expect([completedOn, language, itemOrder.length]).toEqual([
      new Date(`${MET}T00:00:00Z`),
      'nl',
      itemsOf(battery).length,
    ])
    // back, a page of it by its address, and another browser of the same person: thanks, and no answer
    await page.goBack()
    await page.getByRole('heading', { name: 'Dank u wel' }).waitFor()
    for (const path of [asked.path, `${asked.path}?page=1`, `${asked.path}?look=end`]) {
      const response = await page.goto(path)
      expect(response?.headers()['cache-control']).toBe('no-store')
      await page.getByRole('heading', { name: 'Dank u wel' }).waitFor()
      expect([await questionsOn(page).count(), await page.content()]).toEqual([0, expect.not.stringContaining('Evers')])
    }
    const other = await look(house.base)
    await other.goto(`${asked.path}?page=1`)
    await other.getByRole('heading', { name: 'Dank u wel' }).waitFor()
    expect(await other.content()).not.toMatch(/Evers|Mail mij een code/)
  })

  test('without scripts: the server asks what comes up, a mistake keeps what was typed, and required is required', async () => {
    const { house, ask } = given
    const asked = await ask('Fokkens')
    const page = await look(house.base, { ...PHONE, javaScriptEnabled: false })
    await passDoor(page, house, asked.path, asked.supervisorId)
    await page.getByRole('link', { name: 'Beginnen' }).click()
    await option(page, 'Hoe oud bent u?', '51 tot en met 60 jaar').check()
    await page.getByLabel('Getal van 0 tot en met 60').nth(1).fill('99')
    await next(page).click()
    await page.getByText('Dit moet een getal zijn van 0 tot en met 60.').waitFor()
    expect(await option(page, 'Hoe oud bent u?', '51 tot en met 60 jaar').isChecked()).toBe(true)
    const wrong = page.getByLabel('Getal van 0 tot en met 60').nth(1)
    expect([await wrong.inputValue(), await wrong.getAttribute('autofocus')]).toEqual(['99', ''])
    expect((await measured(asked.measurementId)).version).toBe(0)
    await wrong.fill('9')
    await next(page).click()
    await progress(page, 2)
    expect(await page.getByRole('group', { name: 'Wat vindt de cliënt van die rechtszaak?' }).count()).toBe(0)
    await option(page, 'Heeft deze cliënt een rechtszaak gehad?', 'Ja').check()
    await next(page).click()
    await page.getByText('Er kwam een vraag bij').waitFor()
    await progress(page, 2)
    await page.getByRole('group', { name: 'Wat vindt de cliënt van die rechtszaak?' }).waitFor()
    // seen and left open: the page is not shown again for it
    await next(page).click()
    await progress(page, 3)
    await page.getByRole('button', { name: 'Terug', exact: true }).click()
    await progress(page, 2)
    await page.goto(`${asked.path}?look=end`)
    const sign = page.getByRole('button', { name: 'Ondertekenen en versturen' })
    await sign.click()
    await page.getByRole('alert').waitFor()
    await page.getByText('(nodig)').first().waitFor()
    expect((await measured(asked.measurementId)).completedOn).toBeNull()
    await page.goto(`${asked.path}?page=2`)
    for (const question of await questionsOn(page).all()) await question.locator('.none input').check()
    await next(page).click()
    await progress(page, 3)
    await page.goto(`${asked.path}?look=end`)
    await sign.click()
    await page.getByRole('heading', { name: 'Dank u wel' }).waitFor()
    expect(await standing(asked.measurementId)).toMatchObject({ age_band: 6, court_case: NO_ANSWER })
  })

  test('nothing is signed off while nothing was said', async () => {
    const { house, ask } = given
    const asked = await ask('Berends')
    const page = await look(house.base)
    await passDoor(page, house, `${asked.path}?look=end`, asked.supervisorId)
    await page.getByRole('button', { name: 'Ondertekenen en versturen' }).click()
    await page.getByText('Vul ten minste één antwoord in.').waitFor()
  })

  test('kept on one device, gone on with on another; the first is told, and nothing is written over', async () => {
    const { house, ask, world } = given
    const asked = await ask('Hendriks')
    const phone = await look(house.base, PHONE)
    await passDoor(phone, house, asked.path, asked.supervisorId)
    await phone.getByRole('link', { name: 'Beginnen' }).tap()
    await progress(phone, 1)
    await tapAll(phone)
    await next(phone).tap()
    await progress(phone, 2)
    await option(phone, 'Heeft deze cliënt een rechtszaak gehad?', 'Nee').tap()
    const desk = await look(house.base)
    await passDoor(desk, house, asked.path, asked.supervisorId)
    await desk.getByText('7 van', { exact: false }).first().waitFor()
    await desk.getByRole('link', { name: 'Verder waar u was' }).click()
    await progress(desk, 2)
    await option(desk, 'Heeft deze cliënt een rechtszaak gehad?', 'Ja').check()
    await option(desk, 'Wat vindt de cliënt van die rechtszaak?', 'Negatief').check()
    await next(desk).click()
    await progress(desk, 3)
    const before = await standing(asked.measurementId)
    expect(before).toMatchObject({ court_case: 1, court_case_how: 2 })
    await next(phone).tap()
    await phone.getByText('U ging ergens anders verder').waitFor()
    expect(await faultsOf(phone)).toEqual([])
    expect(await option(phone, 'Heeft deze cliënt een rechtszaak gehad?', 'Ja').isChecked()).toBe(true)
    expect(await standing(asked.measurementId)).toEqual(before)
    const aside = await world.db.entry.findMany({ where: { measurementId: asked.measurementId, state: 'aside' } })
    expect(aside.map(({ why, way }) => [why, way])).toEqual([['two_devices', 'link']])
    // from here it goes on
    await next(phone).tap()
    await progress(phone, 3)
  })

  test('the last day passes while somebody types: it is said plainly, and what was kept in time is there', async () => {
    const { house, ask, onDay } = given
    const asked = await ask('Gerrits')
    const page = await look(house.base, PHONE)
    await passDoor(page, house, asked.path, asked.supervisorId)
    await page.getByRole('link', { name: 'Beginnen' }).tap()
    await progress(page, 1)
    await option(page, 'Hoe oud bent u?', '31 tot en met 40 jaar').tap()
    await next(page).tap()
    await progress(page, 2)
    try {
      await onDay(addDays(MET, 21))
      await option(page, 'Heeft deze cliënt een rechtszaak gehad?', 'Nee').tap()
      await next(page).tap()
      await progress(page, 3)
      await onDay(addDays(MET, 22))
      await tapAll(page)
      await next(page).tap()
      await page.getByText('Deze pagina is niet bewaard').waitFor()
      await page.getByText('Wat u tot dan bewaarde, is aangekomen.').waitFor()
      expect(await faultsOf(page)).toEqual([])
      expect(await standing(asked.measurementId)).toEqual({ age_band: 4, court_case: 0 })
    } finally {
      await onDay(MET)
    }
  })

  test('twice as large, nothing is out of sight sideways', async () => {
    const { house, ask } = given
    const asked = await ask('Aalders')
    const page = await look(house.base, { viewport: { width: 640, height: 480 } })
    await passDoor(page, house, asked.path, asked.supervisorId)
    for (const look of ['', '?page=1', '?page=2', '?page=5', '?look=end']) {
      await page.goto(asked.path + look)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect([look, await overflow(page)]).toEqual([look, 0])
    }
  })
})
