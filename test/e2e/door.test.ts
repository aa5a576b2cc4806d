import { beforeAll, describe, expect, test } from 'vitest'
import { now } from '../../app/platform/clock'
import { personalLink } from '../../app/platform/personal-link'
import { addDays, day } from '../../app/protocol/day'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { codeFor, handOn, passDoor } from './door'
import { type House, openHouse, openWorkroom, playedStudy } from './house'

const UNTIL = '2012-03-20'
const NAME = /Het gaat om [A-Z]/

describe.runIf(canLook)('the door before a name', () => {
  let house: House
  /** Two open questions to two supervisors. */
  let mine: { path: string; supervisorId: string }
  let theirs: typeof mine
  const codes = () => house.database.vault.accessCode.count()

  beforeAll(async () => {
    house = await openHouse()
    await playedStudy(house, UNTIL)
    const { study } = house.database
    const open = await study.inquiry.findMany({ where: { repliedOn: null }, distinct: ['supervisorId'], take: 2 })
    const sentOn = new Date(`${addDays(day(UNTIL), -3)}T00:00:00Z`)
    await study.inquiry.updateMany({ where: { id: { in: open.map(({ id }) => id) } }, data: { sentOn } })
    const [first, second] = open.map(({ id, supervisorId }) => ({
      path: `/answer/${personalLink(house.desk.linkKey, 'inquiry', id)}`,
      supervisorId,
    }))
    if (!first || !second) throw new Error('two supervisors are needed')
    mine = first
    theirs = second
    await openWorkroom(house)
  })

  test('looking at a link sends nothing and shows no name, whoever looks and however often', async () => {
    const before = await codes()
    for (const method of ['GET', 'HEAD'] as const)
      for (let turn = 0; turn < 3; turn++) {
        const response = await fetch(house.base + mine.path, { method })
        expect(response.status).toBe(200)
        expect(response.headers.get('Cache-Control')).toBe('no-store')
        expect(await response.text()).not.toMatch(NAME)
      }
    expect(await codes()).toBe(before)
  })

  test.each([true, false])(
    'a new device takes two taps and six digits, a known one takes none (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const page = await look(house.base, { viewport: { width: 390, height: 800 }, javaScriptEnabled })
      expect(await passDoor(page, house, mine.path, mine.supervisorId)).toEqual({ taps: 2, keys: 6 })
      await page.getByText(NAME).waitFor()
      const hand = handOn(page)
      await page.goto(mine.path)
      await page.getByText(NAME).waitFor()
      expect(hand.done).toEqual({ taps: 0, keys: 0 })
      const device = (await page.context().cookies()).find(({ name }) => name.endsWith('-device'))
      expect(device).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
      expect(Math.round(((device?.expires ?? 0) - now().getTime() / 1000) / 86_400)).toBe(180)
      // another supervisor's link does not open with it
      await page.goto(theirs.path)
      await page.getByRole('button', { name: 'Mail mij een code' }).waitFor()
      expect(await page.content()).not.toMatch(NAME)
    },
  )

  test('a visitor of the demo finds the code in the mailbox within seconds, and no name in it', async () => {
    const supervisor = await look(house.base, { javaScriptEnabled: false })
    await supervisor.goto(theirs.path)
    await supervisor.getByRole('button', { name: 'Mail mij een code' }).click()
    const coordinator = await look(house.base)
    await signInAs(coordinator, 'coordinator')
    const { pseudonym } = await house.database.study.supervisor.findUniqueOrThrow({
      where: { id: theirs.supervisorId },
    })
    const mail = coordinator.locator('tr', { hasText: pseudonym }).getByRole('link', { name: 'Uw code' })
    await expect
      .poll(async () => (await coordinator.goto('/mailbox')) && (await mail.count()), { timeout: 20_000 })
      .toBeGreaterThan(0)
    await mail.first().click()
    const text = (await coordinator.locator('.letter').textContent()) ?? ''
    const code = /\d{3} \d{3}/.exec(text)?.[0] ?? ''
    expect(code.replace(' ', '')).toBe(await codeFor(house, theirs.supervisorId))
    // typed with its space, in a browser without JavaScript
    await supervisor.getByLabel('Code').fill(` ${code} `)
    await supervisor.getByRole('button', { name: 'Verder' }).click()
    await supervisor.getByText(NAME).waitFor()
    const whom = /Het gaat om .*? (\S+), onderzoeksnummer/.exec((await supervisor.textContent('main')) ?? '')?.[1] ?? ''
    expect(whom.length).toBeGreaterThan(1)
    expect(text).not.toContain(whom)
  })

  test('a wrong code says so, in both languages, without faults; five end it and a new one opens', async () => {
    const page = await look(house.base, { viewport: { width: 390, height: 800 } })
    await page.goto(theirs.path)
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Mail me a code' }).click()
    await page.getByText('The code is on its way').waitFor()
    const field = page.getByLabel('Code')
    expect(await field.getAttribute('inputmode')).toBe('numeric')
    expect(await field.getAttribute('autocomplete')).toBe('one-time-code')
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    const right = await codeFor(house, theirs.supervisorId)
    const wrong = `${right.startsWith('1') ? 2 : 1}${right.slice(1)}`
    const open = page.getByRole('button', { name: 'Go on' })
    await field.fill('12')
    await open.click()
    await page.getByText('A code has six digits.').waitFor()
    for (const left of ['4 more times', '3 more times', '2 more times', '1 more time.']) {
      await field.fill(wrong)
      await open.click()
      await page.getByText(left).waitFor()
    }
    expect(await faultsOf(page)).toEqual([])
    await field.fill(wrong)
    await open.click()
    await page.getByText('This code no longer works. Ask for a new one.').waitFor()
    expect([await field.count(), await faultsOf(page)]).toEqual([0, []])
    await page.getByRole('button', { name: 'Mail me a code' }).click()
    await field.fill(await codeFor(house, theirs.supervisorId))
    await open.click()
    await page.getByRole('heading', { name: 'Is this your client?' }).waitFor()
  })

  test('what is sent to a closed door changes nothing', async () => {
    const { study } = house.database
    const before = await study.auditEntry.count()
    const send = (body: string) =>
      fetch(house.base + mine.path, {
        method: 'POST',
        redirect: 'manual',
        headers: { Origin: house.base, 'Content-Type': 'application/x-www-form-urlencoded' },
        body,
      })
    expect((await send('is_supervisor=no&contacts=0')).status).toBe(303)
    expect((await send('step=enter-code&code=')).status).toBe(400)
    expect(await study.auditEntry.count()).toBe(before)
  })

  test('the sixth code of an hour is refused', async () => {
    const page = await look(house.base)
    await page.goto(mine.path)
    const button = page.getByRole('button', { name: /^Mail mij een (nieuwe )?code$/ })
    const refused = page.getByText('U vroeg al 5 codes in een uur.')
    for (let turn = 0; turn < 6 && (await refused.count()) === 0; turn++) {
      await button.click()
      await page.waitForLoadState()
    }
    await refused.waitFor()
  })
})
