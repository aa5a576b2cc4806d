import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { personalLink } from '../../app/platform/personal-link'
import { canLook, faultsOf, look, overflow } from './browser'
import { passDoor } from './door'
import { type House, openHouse, playedStudy } from './house'

const UNTIL = '2012-06-20'

describe.runIf(canLook)('what a supervisor may know and decide', () => {
  let house: House
  /** Links of supervisors who filled in a questionnaire; each test takes its own. */
  const links: { path: string; supervisorId: string; registrationId: string; measurementId: string }[] = []
  const next = () => links.shift() ?? Promise.reject(new Error('no supervisor is left'))

  beforeAll(async () => {
    house = await openHouse()
    const { study } = await playedStudy(house, UNTIL)
    const filled = await house.database.study.measurement.findMany({
      where: { studyId: study.id, perspective: 'supervisor', completedOn: { not: null } },
      include: { registration: { include: { inquiry: true } } },
    })
    for (const { id, registration } of filled) {
      const supervisorId = registration.supervisorId ?? ''
      if (links.some((one) => one.supervisorId === supervisorId)) continue
      const path = `/answer/${personalLink(house.desk.linkKey, 'measurement', id)}`
      links.push({ path, supervisorId, registrationId: registration.id, measurementId: id })
    }
  })

  type Link = (typeof links)[number]
  const read = async (page: Page, { path }: Link) => {
    await page.goto(`${path}/rights`)
    await page.getByRole('heading', { level: 1, name: 'Over u en dit onderzoek' }).waitFor()
  }
  const enter = async (page: Page, one: Link) => {
    await passDoor(page, house, `${one.path}/rights?step=answers`, one.supervisorId)
    await page.getByRole('heading', { level: 1, name: 'Wat u hebt geantwoord' }).waitFor()
    await read(page, one)
  }
  const codes = () => house.database.vault.accessCode.count()
  const choose = async (page: Page, what: string) => {
    await page.getByRole('link', { name: what, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: what }).waitFor()
    await page.getByRole('button', { name: 'Ja, doe dit' }).click()
  }

  test('the link only opens what they should know; what they answered and erasing it take a code', async () => {
    const one = await next()
    const page = await look(house.base)
    await page.goto(one.path)
    await page.getByRole('link', { name: /^Over u en dit onderzoek/ }).click()
    await page.getByText('Uw naam en adres: 6 maanden na onze laatste vraag aan u.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    for (const closed of [
      'Zien wat ik heb geantwoord',
      'Wis mijn antwoorden over deze cliënt',
      'Wis al mijn antwoorden',
    ]) {
      await page.getByRole('link', { name: closed }).click()
      await page.getByRole('button', { name: 'Mail mij een code' }).waitFor()
      expect([await page.getByRole('button', { name: 'Ja, doe dit' }).count(), await faultsOf(page)]).toEqual([0, []])
      await page.getByRole('link', { name: 'Over u en dit onderzoek' }).click()
    }
    const sent = await fetch(`${house.base}${one.path}/rights`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: house.base, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'decision=erase-all',
    })
    expect([sent.status, sent.headers.get('Location')]).toEqual([303, `${one.path}/rights?step=erase-all`])
    expect(await house.database.study.answerWithdrawal.count({ where: { supervisorId: one.supervisorId } })).toBe(0)
    for (const as of ['csv', 'json'])
      expect((await page.request.get(`${one.path}/rights/answers?as=${as}`)).status()).toBe(404)
  })

  test('what they should know, on a telephone, in both languages', async () => {
    const page = await look(house.base, { viewport: { width: 390, height: 800 } })
    await read(page, await next())
    await page.getByText('Uw naam en adres: 6 maanden na onze laatste vraag aan u.').waitFor()
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Do I have to take part?' }).waitFor()
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await page.getByRole('link', { name: 'Not at all any more' }).click()
    await page.getByRole('button', { name: 'Yes, do this' }).waitFor()
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
  })

  test('they read what they answered and take it with them', async () => {
    const one = await next()
    const page = await look(house.base, { viewport: { width: 390, height: 800 }, acceptDownloads: true })
    await enter(page, one)
    await page.getByRole('link', { name: 'Zien wat ik heb geantwoord' }).click()
    await page.getByRole('heading', { name: 'Vragenlijst T1' }).first().waitFor()
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    const answers = await house.database.study.answer.findMany({ where: { measurementId: one.measurementId } })
    const taken = async (link: string) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()])
      return readFileSync(await file.path(), 'utf8')
    }
    const csv = await taken('CSV')
    expect(csv.split('\n')[0]).toBe('client,about,day,item,question,value,answer')
    for (const { item, value } of answers) expect(csv).toMatch(new RegExp(`,${item},.*,${value},`))
    const json = JSON.parse(await taken('JSON'))
    const given = Object.fromEntries(answers.map(({ item, value }) => [item, value]))
    expect(json.questionnaires).toContainEqual(expect.objectContaining({ answers: given, wave: 'T1' }))
  })

  test('they decline for one client without a code and without JavaScript; twice is told', async () => {
    const one = await next()
    const page = await look(house.base, { javaScriptEnabled: false })
    const before = await codes()
    await read(page, one)
    await choose(page, 'Niet voor deze cliënt')
    await page.getByText('Wij vragen u niets meer over deze cliënt.').waitFor()
    const { registrationId, supervisorId } = one
    const { study } = house.database
    expect(await study.declining.count({ where: { registrationId, supervisorId } })).toBe(1)
    expect((await study.supervisor.findUniqueOrThrow({ where: { id: supervisorId } })).declinedOn).toBeNull()
    const [entry] = await study.auditEntry.findMany({ where: { subjectId: registrationId, verb: 'decline_for' } })
    expect(entry?.actor).toBe(`supervisor:${supervisorId}`)
    await choose(page, 'Niet voor deze cliënt')
    await page.getByText('Deze toezichthouder doet niet mee.').waitFor()
    expect(await codes()).toBe(before)
  })

  test('they decline altogether, after a page that says what that means', async () => {
    const one = await next()
    const page = await look(house.base)
    await read(page, one)
    await page.getByRole('link', { name: 'Helemaal niet meer' }).click()
    await page.getByRole('link', { name: 'Nee, terug' }).click()
    const supervisor = () => house.database.study.supervisor.findUniqueOrThrow({ where: { id: one.supervisorId } })
    expect((await supervisor()).declinedOn).toBeNull()
    await choose(page, 'Helemaal niet meer')
    await page.getByText('Wij vragen u niets meer.', { exact: true }).waitFor()
    expect((await supervisor()).declinedOn).not.toBeNull()
  })

  test('they have answers erased, and then nothing is there to erase', async () => {
    const one = await next()
    const page = await look(house.base)
    await enter(page, one)
    await choose(page, 'Wis mijn antwoorden over deze cliënt')
    await page.getByText('Uw antwoorden over deze cliënt zijn gewist.').waitFor()
    expect(await house.database.study.answer.count({ where: { measurementId: one.measurementId } })).toBe(0)
    await page.getByRole('link', { name: 'Zien wat ik heb geantwoord' }).click()
    await page.getByText('Deze antwoorden zijn gewist.').first().waitFor()
    await page.getByRole('link', { name: 'Over u en dit onderzoek' }).click()
    await choose(page, 'Wis mijn antwoorden over deze cliënt')
    await page.getByText('Er zijn geen antwoorden om te wissen.').waitFor()
  })
})
