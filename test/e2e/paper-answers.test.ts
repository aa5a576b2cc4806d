import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../app/platform/id'
import { addDays } from '../../app/protocol/day'
import { type ClientName, MET } from '../people'
import type { World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import type { House } from './house'
import { paperHouse } from './paper-house'

const PHONE = { viewport: { width: 390, height: 800 } }

describe.runIf(canLook)('answers from paper', () => {
  let house: House
  let world: World
  let elsewhere: World
  /** Both interviewers type without JavaScript; axe looks along in another browser of the first one. */
  let one: Page
  let other: Page
  let seeing: Page
  let coordinator: Page

  const papers = new Map<ClientName, { id: string; pseudonym: string; registrationId: string }>()
  /** An interview that was held, with nothing typed in yet. */
  const held = async (name: ClientName) => {
    const { registrationId } = await world.interviewed(name)
    const { pseudonym } = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
    const { id } = await world.db.measurement.findFirstOrThrow({ where: { registrationId, perspective: 'client' } })
    papers.set(name, { id, pseudonym, registrationId })
    return { id, pseudonym, registrationId }
  }
  const paperOf = (name: ClientName) => papers.get(name) as { id: string; pseudonym: string; registrationId: string }

  const faults = async (page: Page, path: string) => {
    await page.goto(path)
    const found = [...(await faultsOf(page))]
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      if ((await overflow(page)) > 0) found.push(`wider than a screen of ${width}`)
    }
    return found
  }
  const typeIn = async (page: Page, answers: Readonly<Record<string, string>>, on: string = MET) => {
    await page.getByLabel('Dag op het papier').fill(on)
    for (const [item, answer] of Object.entries(answers)) await page.locator(`#a_${item}`).fill(answer)
    await page.getByRole('button', { name: 'Invoeren' }).click()
  }
  const told = (page: Page, what: string) => page.getByText(what).waitFor()

  beforeAll(async () => {
    ;({ house, world, elsewhere } = await paperHouse())
    one = await look(house.base, { ...PHONE, javaScriptEnabled: false })
    await signInAs(one, 'interviewer')
    other = await look(house.base, { javaScriptEnabled: false })
    await signInAs(other, 'tweede')
    seeing = await look(house.base)
    await signInAs(seeing, 'interviewer')
    coordinator = await look(house.base)
    await signInAs(coordinator, 'coordinator')
  })

  test('nothing to do is said, also to who has no code', async () => {
    await one.goto('/paper')
    await told(one, 'Er wacht geen papier op u.')
    await told(one, 'Van elk gesprek zijn er antwoorden.')
    await one.locator('.fact', { hasText: 'Gelijk' }).getByText('nog niets').waitFor()
    expect(await faults(seeing, '/paper')).toEqual([])
    const nobody = await look(house.base)
    await signInAs(nobody, 'zonder')
    expect(await faults(nobody, '/paper')).toEqual([])
    await told(nobody, 'U heeft nog geen interviewercode')
    expect(await nobody.getByRole('button', { name: 'Openen' }).count()).toBe(0)
  })

  test('a paper is found by what stands on it; what is wrong keeps what was typed', async () => {
    const { pseudonym, id } = await held('Evers')
    await one.goto('/paper')
    await one.getByRole('button', { name: 'Openen' }).click()
    await one.getByRole('alert').getByText('Dit is nodig').waitFor()
    const find = one.locator('form', { hasText: 'Een papier invoeren' })
    await find.getByLabel('Nummer op het papier').fill('AB-verkeerd')
    await find.getByLabel('T1').check()
    await find.getByLabel('cliënt').check()
    await find.getByRole('button').click()
    await find.getByText('Dit onderzoeksnummer is er niet.').waitFor()
    expect(await find.getByLabel('Nummer op het papier').inputValue()).toBe('AB-verkeerd')
    expect([await find.getByLabel('T1').isChecked(), await find.getByLabel('cliënt').isChecked()]).toEqual([true, true])
    await find.getByLabel('Nummer op het papier').fill(pseudonym)
    await find.getByLabel('T2').check()
    await find.getByRole('button').click()
    await find.getByText('is voor deze meting niets geopend').waitFor()
    await find.getByLabel('T1').check()
    await find.getByLabel('Nummer op het papier').fill(pseudonym.toLowerCase().replaceAll('-', ' '))
    await find.getByRole('button').click()
    await one.getByRole('heading', { level: 1, name: `Papier van ${pseudonym}` }).waitFor()
    expect(new URL(one.url()).pathname).toBe(`/paper/${id}`)
    expect(await overflow(one)).toBe(0)
    expect(await faults(seeing, `/paper/${id}`)).toEqual([])
  })

  test('what is no number is said at the question, and nothing typed is lost', async () => {
    const { id } = paperOf('Evers')
    await one.goto(`/paper/${id}`)
    await typeIn(one, { i01: 'zes', i04: '5', i05: '9', i06: '-' })
    await one
      .locator('.field', { has: one.locator('#a_i01') })
      .getByText('Typ een heel getal')
      .waitFor()
    expect(await one.locator('#a_i01').getAttribute('aria-invalid')).toBe('true')
    const kept = ['i01', 'i04', 'i05', 'i06'].map((item) => one.locator(`#a_${item}`).inputValue())
    expect(await Promise.all(kept)).toEqual(['zes', '5', '9', '-'])
    await typeIn(one, { i01: '6' })
    await one
      .locator('.field', { has: one.locator('#a_i05') })
      .getByText('van 1 tot en met 7')
      .waitFor()
    await typeIn(one, { i05: '3' }, addDays(MET, 1))
    await one.getByText('Deze dag is nog niet geweest.').waitFor()
    await typeIn(one, {}, '')
    await one
      .locator('.field', { has: one.locator('#on') })
      .getByText('Dit is nodig')
      .waitFor()
    await typeIn(one, {})
    await told(one, 'Ingevoerd. De antwoorden tellen mee.')
    const answers = await world.db.answer.findMany({
      where: { measurementId: id, item: { in: ['i01', 'i05', 'i06'] } },
    })
    expect(Object.fromEntries(answers.map(({ item, value, missing }) => [item, value ?? missing]))).toEqual({
      ...{ i01: 6, i05: 3, i06: 'no_answer' },
    })
    await one.goto(`/paper/${id}`)
    await told(one, 'Van dit papier zijn de antwoorden er al.')
    expect(await one.getByRole('button', { name: 'Invoeren' }).count()).toBe(0)
  })

  test('who runs the study sets which part is typed in twice, sees how equal it is, and no paper', async () => {
    await coordinator.goto('/paper')
    const share = coordinator.locator('form', { hasText: 'Welk deel wordt twee keer getypt' })
    for (const wrong of ['101', '-1', 'veel', '']) {
      await share.getByLabel('Van elke honderd').fill(wrong)
      await share.getByRole('button').click()
      await share.getByText('van 0 tot en met 100').waitFor()
      expect(await share.getByLabel('Van elke honderd').inputValue()).toBe(wrong)
    }
    await share.getByLabel('Van elke honderd').fill('100')
    await share.getByRole('button').click()
    await told(coordinator, 'Vastgelegd')
    expect(await share.getByLabel('Van elke honderd').inputValue()).toBe('100')
    expect(await coordinator.getByRole('button', { name: 'Openen' }).count()).toBe(0)
    expect(await faults(coordinator, '/paper')).toEqual([])
    expect((await coordinator.goto(`/paper/${paperOf('Evers').id}`))?.status()).toBe(404)
  })

  test('a drawn paper is typed in by two, without a mouse', async () => {
    const { pseudonym, id } = await held('Fokkens')
    await one.goto('/paper')
    await one.getByRole('link', { name: pseudonym }).click()
    await typeIn(one, { i01: '6', i04: '5' })
    await told(one, 'Dit papier is geloot')
    await one.goto(`/paper/${id}`)
    await typeIn(one, { i01: '6', i04: '5' })
    await told(one, 'U hebt dit papier zelf al ingevoerd.')
    await one.goto('/paper')
    expect(await one.getByRole('link', { name: pseudonym }).count()).toBe(0)

    await other.goto('/paper')
    const { keyboard } = other
    await toFocus(other, other.getByRole('link', { name: pseudonym }))
    await keyboard.press('Enter')
    await other.getByRole('heading', { level: 1, name: pseudonym }).waitFor()
    await toFocus(other, other.getByLabel('Dag op het papier'))
    // in which order a day is typed is the browser's own affair
    await other.getByLabel('Dag op het papier').fill(MET)
    await toFocus(other, other.locator('#a_i01'))
    await keyboard.type('6')
    await keyboard.press('Tab')
    await keyboard.type('5')
    await keyboard.press('Enter')
    await told(other, 'Ingevoerd. De antwoorden tellen mee.')
    expect(await world.db.answer.count({ where: { measurementId: id, value: { not: null } } })).toBe(2)
  })

  test('two that differ are decided, and how equal they were is shown', async () => {
    const { pseudonym, id } = await held('Gerrits')
    await one.goto(`/paper/${id}`)
    await typeIn(one, { i01: '6', i04: '5', i05: '-' })
    await told(one, 'Dit papier is geloot')
    await other.goto(`/paper/${id}`)
    await typeIn(other, { i01: '2', i04: '5', i05: '-' })
    await told(other, 'De twee keer verschillen')
    await other.getByRole('link', { name: 'Naar de botsingen' }).click()
    await other.getByRole('link', { name: pseudonym }).click()
    const choices = other.locator('fieldset')
    await choices.first().waitFor()
    expect(await choices.count()).toBe(1)
    await choices.getByRole('radio').nth(1).check()
    await other.getByRole('button', { name: 'Leg vast wat ik koos' }).click()
    await told(other, 'Het besluit is vastgelegd')
    expect(await world.db.answer.findMany({ where: { measurementId: id, item: 'i01' } })).toMatchObject([{ value: 2 }])
    await coordinator.goto('/paper')
    const fact = (label: string) => coordinator.locator('.fact', { hasText: label })
    await fact('Papieren die twee keer zijn getypt').getByText('2', { exact: true }).waitFor()
    await fact('Antwoorden vergeleken').getByText('5', { exact: true }).waitFor()
    await fact('Gelijk').getByText('4 (80').waitFor()
  })

  test('the paper of a supervisor is not for who interviewed the client', async () => {
    const { registrationId } = paperOf('Evers')
    const where = { registrationId_wave_perspective: { registrationId, wave: 'T1', perspective: 'supervisor' } }
    const { id } = await world.db.measurement.findUniqueOrThrow({ where })
    await one.goto(`/paper/${id}`)
    await told(one, 'U hield het gesprek met deze cliënt.')
    expect(await one.getByRole('button', { name: 'Invoeren' }).count()).toBe(0)
    await other.goto(`/paper/${id}`)
    await typeIn(other, { i01: '6' })
    await told(other, 'Dit papier is geloot')
    await one.goto('/paper')
    await told(one, 'Er wacht geen papier op u.')
  })

  test('nobody else comes here, and nothing of another study is found', async () => {
    const who = await look(house.base)
    const { id } = paperOf('Evers')
    for (const role of ['analist', 'beheer', 'privacy']) {
      await who.context().clearCookies()
      await signInAs(who, role)
      for (const path of ['/paper', `/paper/${id}`])
        expect([role, path, (await who.goto(path))?.status()]).toEqual([role, path, 404])
    }
    await elsewhere.interviewed('Hendriks')
    const forged = await elsewhere.db.measurement.findFirstOrThrow({ where: { studyId: elsewhere.study.id } })
    for (const path of [forged.id, `${id}x`, 'nonsense', '%00', newId()])
      expect([path, (await one.goto(`/paper/${path}`))?.status()]).toEqual([path, 404])
    const theirs = await elsewhere.db.dyad.findFirstOrThrow({ where: { studyId: elsewhere.study.id } })
    const post = async (path: string, form: Record<string, string>) => {
      const sent = await one.request.post(path, { form, headers: { Origin: house.base }, maxRedirects: 0 })
      return sent.status()
    }
    const find = { deed: 'find', wave: 'T1', side: 'client' }
    for (const pseudonym of [theirs.pseudonym, '\0', 'x'.repeat(5_000), ''])
      expect(await post('/paper', { ...find, pseudonym })).toBe(400)
    expect(await post('/paper', { deed: 'share', percent: '5' })).toBe(404)
    expect(await post('/paper', {})).toBe(400)
    expect((await one.request.post('/paper', { headers: { Origin: house.base }, data: 'x' })).status()).toBe(400)
    const { id: fresh } = await held('Hendriks')
    expect(await post(`/paper/${forged.id}`, { on: MET, a_i01: '6' })).toBe(404)
    for (const a_i01 of ['x'.repeat(5_000), '99999', '6\t6'])
      expect(await post(`/paper/${fresh}`, { on: MET, a_i01 })).toBe(400)
    const twice = { on: MET, a_i01: '6\0', a_nothing: '1' }
    const both = await Promise.all([post(`/paper/${fresh}`, twice), post(`/paper/${fresh}`, twice)])
    expect(both.sort()).toEqual([303, 400])
  })

  test('the pages are there in English, in the dark', async () => {
    const page = await look(house.base, { colorScheme: 'dark' })
    await signInAs(page, 'tweede')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Nederlands' }).waitFor()
    for (const [path, title] of [
      ['/paper', 'Answers from paper'],
      [`/paper/${paperOf('Hendriks').id}`, 'Paper of'],
    ] as const) {
      expect(await faults(page, path)).toEqual([])
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
    }
  })
})

/** Goes there by the tabulator, as who has no mouse does. */
async function toFocus(page: Page, where: Locator): Promise<void> {
  for (let at = 0; at < 120; at++) {
    await page.keyboard.press('Tab')
    if (await where.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('it cannot be reached by keyboard')
}
