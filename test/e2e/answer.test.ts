import { beforeAll, describe, expect, test } from 'vitest'
import { trailOf } from '../../app/identity/trail'
import { personalLink } from '../../app/platform/personal-link'
import { addDays, day } from '../../app/protocol/day'
import { canLook, faultsOf, look, overflow } from './browser'
import { passDoor } from './door'
import { type House, openHouse, playedStudy } from './house'
import { tapAll } from './questionnaire-house'

const UNTIL = '2012-03-20'

describe.runIf(canLook)('the personal link of a supervisor', () => {
  let house: House
  let inquiry: { id: string; registrationId: string; supervisorId: string }
  let questionnaire: { id: string; supervisorId: string }

  const link = (kind: 'inquiry' | 'measurement', id: string) => `/answer/${personalLink(house.desk.linkKey, kind, id)}`

  beforeAll(async () => {
    house = await openHouse()
    await playedStudy(house, UNTIL)
    const { study } = house.database
    const today = day(UNTIL)
    // whoever the files leave without an answer: both questions are opened again, as if they were sent today
    const open = await study.inquiry.findFirstOrThrow({ where: { repliedOn: null } })
    await study.inquiry.update({
      where: { id: open.id },
      data: { sentOn: new Date(`${addDays(today, -3)}T00:00:00Z`) },
    })
    inquiry = open
    const given = await study.measurement.findFirstOrThrow({
      where: { perspective: 'supervisor', wave: 'T1', answers: { none: {} } },
    })
    await study.measurement.update({
      where: { id: given.id },
      data: { closedOn: null, openedOn: new Date(`${addDays(today, -3)}T00:00:00Z`) },
    })
    const { supervisorId } = await study.registration.findUniqueOrThrow({ where: { id: given.registrationId } })
    questionnaire = { id: given.id, supervisorId: supervisorId ?? '' }
  })

  test('a wrong number keeps what was typed; a right one is taken in, once', async () => {
    const page = await look(house.base, { javaScriptEnabled: false })
    await passDoor(page, house, link('inquiry', inquiry.id), inquiry.supervisorId)
    await page.getByText(/^Het gaat om [A-Z].+, onderzoeksnummer .{11}\.$/).waitFor()
    const { vault, keys } = house.database
    const looks = (await trailOf({ db: vault, keys }, inquiry.registrationId)).filter(
      ({ verb }) => verb === 'show_client',
    )
    expect(looks.map(({ actor }) => actor)).toEqual([`supervisor:${inquiry.supervisorId}`])
    await page.getByRole('radio', { name: 'Ja', exact: true }).check()
    await page.getByLabel('Wanneer is het volgende gesprek?').fill('2012-03-25')
    await page.getByRole('button', { name: 'Versturen' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.locator('#contacts-mistake').textContent()).toBe('Dit is nodig.')
    expect(await page.getByRole('radio', { name: 'Ja', exact: true }).isChecked()).toBe(true)
    expect(await page.getByLabel('Wanneer is het volgende gesprek?').inputValue()).toBe('2012-03-25')
    await page.getByLabel('Hoeveel gesprekken').fill('2')
    await page.getByRole('button', { name: 'Versturen' }).click()
    await page.getByRole('heading', { name: 'Dank u wel' }).waitFor()
    const kept = await house.database.study.inquiry.findUniqueOrThrow({ where: { id: inquiry.id } })
    expect([kept.isSupervisor, kept.contacts]).toEqual([true, 2])
    await page.goto(link('inquiry', inquiry.id))
    await page.getByRole('heading', { name: 'Dank u wel' }).waitFor()
  })

  test('a questionnaire at 390 pixels, in both languages, from the first page to the last', async () => {
    const page = await look(house.base, { viewport: { width: 390, height: 800 } })
    await passDoor(page, house, link('measurement', questionnaire.id), questionnaire.supervisorId)
    await page.getByRole('heading', { name: 'Vragenlijst over de samenwerking' }).waitFor()
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Questionnaire on working together' }).waitFor()
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await page.goto(`${link('measurement', questionnaire.id)}?look=end`)
    const send = page.getByRole('button', { name: 'Sign off and send' })
    await send.click()
    await page.getByText('Answer at least one question.').waitFor()
    await page.goto(link('measurement', questionnaire.id))
    await page.getByRole('link', { name: 'Begin' }).click()
    let asked = 0
    for (let number = 1; (await page.getByRole('heading', { name: 'Almost done' }).count()) === 0; number++) {
      expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
      asked += await tapAll(page, (what) => what.click())
      await page.getByRole('button', { name: 'Keep and go on', exact: true }).click()
      await page.getByText(new RegExp(`^(Page ${number + 1} of |\\d+ of \\d+ questions)`)).waitFor()
    }
    await page.getByText('You have answered everything.').waitFor()
    await send.click()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    const kept = await house.database.study.answer.findMany({ where: { measurementId: questionnaire.id } })
    expect(kept.filter(({ value }) => value !== null)).toHaveLength(asked)
  })

  test.each([
    ['cut off', (token: string) => token.slice(0, -1)],
    ['changed', (token: string) => `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`],
    ['nonsense', () => 'nonsense'],
  ])('a link that was %s is a page that does not exist', async (_, spoil) => {
    const page = await look(house.base)
    const response = await page.goto(`/answer/${spoil(personalLink(house.desk.linkKey, 'inquiry', inquiry.id))}`)
    expect(response?.status()).toBe(404)
  })

  test('after the last day the question is closed', async () => {
    const old = await house.database.study.inquiry.findFirstOrThrow({
      where: { repliedOn: null, id: { not: inquiry.id }, sentOn: { lt: new Date('2012-02-20T00:00:00Z') } },
    })
    const page = await look(house.base)
    await page.goto(link('inquiry', old.id))
    await page.getByRole('heading', { name: 'Deze vraag is gesloten' }).waitFor()
    expect(await page.getByRole('button', { name: 'Versturen' }).count()).toBe(0)
  })
})
