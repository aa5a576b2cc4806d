import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { staff } from '../people'
import { must, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import type { House } from './house'
import { paperHouse } from './paper-house'

describe.runIf(canLook)('another supervisor', () => {
  let house: House
  let world: World
  let page: Page
  let seeing: Page
  let registrationId: string
  let supervisorId: string
  /** The pseudonyms of the pair, the first one first. */
  const pairs: string[] = []

  const pairNow = async () => (await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })).pseudonym
  const pseudonymOf = async (id: string) => (await world.db.supervisor.findUniqueOrThrow({ where: { id } })).pseudonym
  const faults = async (path: string) => {
    await seeing.goto(path)
    const found = [...(await faultsOf(seeing))]
    for (const width of [390, 1280]) {
      await seeing.setViewportSize({ width, height: 800 })
      if ((await overflow(seeing)) > 0) found.push(`wider than a screen of ${width}`)
    }
    return found
  }
  const form = () => page.locator('form', { hasText: 'De cliënt kreeg een andere toezichthouder' })
  const record = async (whom: string) => {
    await form().getByLabel('Nummer of e-mailadres').fill(whom)
    await form().getByRole('button').click()
  }

  beforeAll(async () => {
    const opened = await paperHouse()
    house = opened.house
    world = opened.world
    const held = await world.interviewed('Evers')
    registrationId = held.registrationId
    supervisorId = held.supervisorId ?? ''
    must(await world.answered('Evers', 'client'))
    pairs.push(await pairNow())
    page = await look(house.base, { viewport: { width: 390, height: 800 }, javaScriptEnabled: false })
    await signInAs(page, 'coordinator')
    seeing = await look(house.base)
    await signInAs(seeing, 'coordinator')
  })

  test('one pair has one number: nothing is said of others', async () => {
    await page.goto(`/dyads/${pairs[0]}`)
    const matrix = page.locator('section', { hasText: 'Wat er is gemeten' }).first()
    await matrix.getByRole('row', { name: /^T1/ }).getByText('compleet op').waitFor()
    await matrix.getByRole('row', { name: /^T1/ }).getByText('verwacht vanaf').waitFor()
    expect(await page.getByText('Dat is een nieuw koppel').count()).toBe(0)
    expect(await faults(`/dyads/${pairs[0]}`)).toEqual([])
  })

  test('who is not known is refused, and what was typed stays', async () => {
    await page.goto(`/cases/${registrationId}/inquiry`)
    const wrong = {
      '': 'Dit is nodig.',
      iemand: 'Deze toezichthouder is er niet.',
      'AAA-AAA-AAA': 'Deze toezichthouder is er niet.',
      'geen adres@': 'Dit is geen e-mailadres.',
      'iemand@ergens-anders.example': 'Op zo’n adres kent het onderzoek niemand.',
      [await pseudonymOf(supervisorId)]: 'Deze toezichthouder heeft de cliënt al.',
      [staff('Quist').email]: 'Deze toezichthouder heeft de cliënt al.',
    }
    for (const [typed, said] of Object.entries(wrong)) {
      await record(typed)
      await form().getByText(said).waitFor()
      expect(await form().getByLabel('Nummer of e-mailadres').inputValue()).toBe(typed)
    }
    expect(await pairNow()).toBe(pairs[0])
    expect(await overflow(page)).toBe(0)
    expect(await faults(`/cases/${registrationId}/inquiry`)).toEqual([])
  })

  test('by number: another pair, with the old one beside it', async () => {
    const { supervisorId: to } = await world.registered('Hendriks')
    await page.goto(`/cases/${registrationId}/inquiry`)
    await record((await pseudonymOf(to ?? '')).toLowerCase())
    await page.getByText('Vastgelegd', { exact: true }).waitFor()
    pairs.push(await pairNow())
    expect(pairs[1]).not.toBe(pairs[0])
    await page.goto(`/dyads/${pairs[0]}`)
    // whichever number stands in the address, it is the course of the pair of now
    await page.getByText('Dat is een nieuw koppel').waitFor()
    const list = page.locator('section', { hasText: 'Wat er is gemeten' }).first().getByRole('listitem')
    await list
      .filter({ hasText: pairs[0] ?? '' })
      .getByText('tot 13')
      .waitFor()
    await list
      .filter({ hasText: pairs[1] ?? '' })
      .getByText('nu', { exact: true })
      .waitFor()
    await page.getByRole('row', { name: /^T1/ }).getByText(`in koppel ${pairs[0]}`).first().waitFor()
    for (const pair of pairs) expect(await faults(`/dyads/${pair}`)).toEqual([])
  })

  test('by an address that is new, at a place that the study knows', async () => {
    await page.goto(`/cases/${registrationId}/inquiry`)
    await record('nieuw.iemand@reclassering.example')
    await page.getByText('Vastgelegd', { exact: true }).waitFor()
    pairs.push(await pairNow())
    await page.goto(`/dyads/${pairs[2]}`)
    const list = page.locator('section', { hasText: 'Wat er is gemeten' }).first().getByRole('listitem')
    await list
      .filter({ hasText: pairs[2] ?? '' })
      .getByText('nu', { exact: true })
      .waitFor()
    expect(await list.count()).toBe(3)
    expect(await page.content()).not.toContain('nieuw.iemand')
    expect(await faults(`/dyads/${pairs[2]}`)).toEqual([])
  })

  test('an interviewer sees the side of the client only, in every language', async () => {
    const interviewer = await look(house.base, { colorScheme: 'dark' })
    await signInAs(interviewer, 'interviewer')
    await interviewer.getByRole('button', { name: 'English' }).click()
    await interviewer.getByRole('button', { name: 'Nederlands' }).waitFor()
    await interviewer.goto(`/dyads/${pairs[2]}`)
    const matrix = interviewer.locator('section', { hasText: 'What was measured' }).first()
    await matrix.getByRole('row', { name: /^T1/ }).getByText('complete on').waitFor()
    expect(await matrix.getByRole('columnheader').allTextContents()).toEqual(['Wave', 'Client'])
    expect(await faultsOf(interviewer)).toEqual([])
    const html = await (await interviewer.request.get(interviewer.url())).text()
    expect(html).not.toContain('"supervisor":{"state"')
    expect((await interviewer.goto(`/cases/${registrationId}/inquiry`))?.status()).toBe(404)
  })

  test('whatever else is sent is refused', async () => {
    const post = async (colleague: string) => {
      const sent = await page.request.post(`/cases/${registrationId}/inquiry`, {
        form: { deed: 'change_supervisor', colleague },
        headers: { Origin: house.base },
        maxRedirects: 0,
      })
      return sent.status()
    }
    for (const colleague of ['\0', 'x'.repeat(5_000), `${'x'.repeat(5_000)}@reclassering.example`])
      expect(await post(colleague)).toBe(400)
    const back = await pseudonymOf(supervisorId)
    // sent twice at once it happens once
    expect((await Promise.all([post(back), post(back)])).sort()).toEqual([303, 400])
    expect(await world.db.dyadBefore.count({ where: { registrationId } })).toBe(3)
  })
})
