import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../app/platform/id'
import { toColumn } from '../../app/protocol/day'
import { batteryNow, itemsOf } from '../../app/protocol/instruments/battery'
import { queries } from '../../app/records/queries/list'
import { MET } from '../people'
import { must, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import type { House } from './house'
import { paperHouse } from './paper-house'

const PLAIN = { viewport: { width: 390, height: 800 }, javaScriptEnabled: false }
const QUESTION = 'Vanaf hier staat vijf keer of vaker hetzelfde antwoord'
/** How the doubtful answer is worded on a page of who may read it. */
const ANSWER = 'Een beetje mee eens'

describe.runIf(canLook)('questions about answers', () => {
  let house: House
  let world: World
  let elsewhere: World
  let registrationId: string
  let measurementId: string
  const pages: Record<string, Page> = {}

  const as = async (who: string) => {
    const page = pages[who] ?? (await look(house.base))
    if (!pages[who]) await signInAs(page, who)
    pages[who] = page
    return page
  }
  const faults = async (page: Page) => {
    const found = [...(await faultsOf(page))]
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      if ((await overflow(page)) > 0) found.push(`wider than a screen of ${width}`)
    }
    return found
  }
  const raised = async (rule: string) => {
    const { items } = await queries(world.db, world.study.id, { limit: 50 })
    const found = items.find((one) => one.rule === rule && one.state !== 'closed')
    if (!found) throw new Error(`no question ${rule}`)
    return found
  }
  const raise = (rule: string, item = '', more: { measurementId?: string; studyId?: string } = {}) =>
    world.db.query.create({
      data: {
        ...{ id: newId(), studyId: world.study.id, measurementId, rule, item, raisedBy: 'rule' },
        raisedOn: toColumn(MET),
        ...more,
      },
    })

  beforeAll(async () => {
    const opened = await paperHouse()
    house = opened.house
    world = opened.world
    elsewhere = opened.elsewhere
  })

  test('an empty list says what would stand there, and who has no code is told', async () => {
    const coordinator = await as('coordinator')
    await coordinator.goto('/queries')
    await coordinator.getByText('Geen vragen', { exact: true }).waitFor()
    await coordinator.getByText('Zodra een regel iets vreemds vindt').waitFor()
    expect(await faults(coordinator)).toEqual([])
    const nobody = await as('zonder')
    await nobody.goto('/queries')
    await nobody.getByText('U heeft nog geen interviewercode').waitFor()
    expect(await faults(nobody)).toEqual([])
  })

  test('who runs the study sees which question it is, and nowhere an answer', async () => {
    ;({ registrationId } = await world.interviewed('Evers'))
    const items = itemsOf(batteryNow(world.study.protocol, 'T1', 'client'))
    const same = items.filter(({ kind }) => kind === 'agreement').map(({ code }) => [code, 5] as const)
    must(await world.answered('Evers', 'client', { answers: Object.fromEntries(same) }))
    measurementId = (await world.db.measurement.findFirstOrThrow({ where: { registrationId, perspective: 'client' } }))
      .id
    const page = await as('coordinator')
    await page.goto('/queries')
    await page.getByRole('link', { name: QUESTION }).waitFor()
    expect(await faults(page)).toEqual([])
    await page.getByRole('link', { name: QUESTION }).click()
    await page.getByText('De interviewer die het gesprek hield').waitFor()
    expect(await page.getByRole('button', { name: 'Beantwoorden' }).count()).toBe(0)
    expect(await page.getByText('Wat er nu staat').count()).toBe(0)
    // also not in what the page sent along for its scripts
    const html = await (await page.request.get(page.url())).text()
    for (const part of [ANSWER, '"stands"', '"history"', '"options"']) expect(html).not.toContain(part)
    expect(await faults(page)).toEqual([])
  })

  test('who held the interview sees the answer, and a form that was refused keeps what was filled in', async () => {
    const page = await look(house.base, PLAIN)
    await signInAs(page, 'interviewer')
    await page.goto('/queries')
    await page.getByRole('link', { name: QUESTION }).click()
    await page.getByText('Wat er nu staat').getByText(ANSWER).waitFor()
    expect(await overflow(page)).toBe(0)
    await page.getByLabel('Wat het moet zijn').selectOption('2')
    await page.getByRole('button', { name: 'Beantwoorden' }).click()
    await page.getByRole('alert').getByText('Dit is nodig').waitFor()
    expect(await page.getByLabel('Wat het moet zijn').inputValue()).toBe('2')
    const seeing = await as('interviewer')
    await seeing.goto(page.url())
    expect(await faults(seeing)).toEqual([])
    await page.getByText('Het is verkeerd ingetikt.').click()
    await page.getByRole('button', { name: 'Beantwoorden' }).click()
    // the rule looked again, and finds nothing any more
    await page.getByText('de regel vindt het niet meer').waitFor()
    await page.getByRole('cell', { name: 'verbetering, I1' }).waitFor()
    expect(await page.getByRole('button', { name: 'Beantwoorden' }).count()).toBe(0)
    await seeing.goto(page.url())
    expect(await faults(seeing)).toEqual([])
  })

  test('answered without a correction, it is looked at and closed by who runs the study', async () => {
    const { id } = await raise('too_fast')
    const page = await as('interviewer')
    await page.goto('/queries?state=open')
    await page.getByRole('link', { name: 'Het invullen duurde korter' }).click()
    await page.getByText('de hele lijst').waitFor()
    expect(await page.getByLabel('Wat het moet zijn').count()).toBe(0)
    await page.getByLabel('Het ging snel').check()
    await page.getByRole('button', { name: 'Beantwoorden' }).click()
    await page.getByText('Vastgelegd').waitFor()
    expect(await page.getByRole('button', { name: 'sluiten' }).count()).toBe(0)

    const coordinator = await as('coordinator')
    await coordinator.goto(`/queries`)
    await coordinator.getByLabel('Stand').selectOption('answered')
    await coordinator.getByRole('button', { name: 'Tonen' }).click()
    await coordinator.waitForURL(/state=answered/)
    expect(await coordinator.getByLabel('Stand').inputValue()).toBe('answered')
    await coordinator.locator('tbody tr').getByText('beantwoord').waitFor()
    expect(await coordinator.locator('tbody tr').count()).toBe(1)
    await coordinator.getByRole('link', { name: 'Het invullen duurde korter' }).click()
    expect(await faults(coordinator)).toEqual([])
    await coordinator.getByRole('button', { name: 'Bekeken, sluiten' }).click()
    await coordinator.getByText('Vastgelegd').waitFor()
    expect(await world.db.query.findUnique({ where: { id } })).toMatchObject({ state: 'closed', closedBy: 'account' })
  })

  test('nobody else finds one: not who held another interview, no other role, not of another study', async () => {
    const { id } = await raise('impossible_date')
    const other = await as('tweede')
    await other.goto('/queries')
    await other.getByText('Geen vragen', { exact: true }).waitFor()
    for (const who of ['tweede', 'zonder']) expect((await (await as(who)).goto(`/queries/${id}`))?.status()).toBe(404)
    for (const who of ['analist', 'beheer', 'privacy'])
      for (const path of ['/queries', `/queries/${id}`])
        expect([who, path, (await (await as(who)).goto(path))?.status()]).toEqual([who, path, 404])
    const theirs = await elsewhere.interviewed('Fokkens')
    const about = await elsewhere.db.measurement.findFirstOrThrow({
      where: { registrationId: theirs.registrationId, perspective: 'client' },
    })
    const forged = await raise('too_fast', '', { measurementId: about.id, studyId: elsewhere.study.id })
    const page = await as('interviewer')
    for (const path of [forged.id, `${id}x`, 'nonsense', '%00', newId()])
      expect((await page.goto(`/queries/${path}`))?.status()).toBe(404)
  })

  test('whatever is sent is refused or taken in once', async () => {
    const { id } = await raise('contradictory', 'i05')
    const page = await as('interviewer')
    const post = async (form: Record<string, string>) => {
      const sent = await page.request.post(`/queries/${id}`, { form, headers: { Origin: house.base }, maxRedirects: 0 })
      return sent.status()
    }
    for (const correction of ['abc', '1.5', '9e99', '-1', '99999', 'x'.repeat(5_000)])
      expect([correction.slice(0, 5), await post({ deed: 'answer', reason: 'mistyped', correction })]).toEqual([
        correction.slice(0, 5),
        400,
      ])
    expect(await post({ deed: 'answer', reason: 'x'.repeat(5_000) })).toBe(400)
    // no form at all, and a deed that is not theirs
    const bare = await page.request.post(`/queries/${id}`, { headers: { Origin: house.base }, data: 'x' })
    expect(bare.status()).toBe(400)
    expect(await post({ deed: 'close' })).toBe(404)
    // nobody types the character that a database does not keep: nothing was typed
    const twice = { deed: 'answer', reason: 'as_answered\0', correction: '\0' }
    expect((await Promise.all([post(twice), post(twice)])).sort()).toEqual([303, 400])
  })

  test('the pages are there in English, in the dark', async () => {
    const page = await look(house.base, { colorScheme: 'dark' })
    await signInAs(page, 'interviewer')
    await page.getByRole('button', { name: 'English' }).click()
    await page.goto('/queries')
    await page.getByRole('heading', { level: 1, name: 'Queries' }).waitFor()
    expect(await faults(page)).toEqual([])
    const { id } = await raised('impossible_date')
    await page.goto(`/queries/${id}`)
    await page.getByText('The day lies before supervision started').first().waitFor()
    expect(await faults(page)).toEqual([])
  })

  test('of ten thousand questions a page shows fifty', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => ({
      ...{ id: newId(), studyId: world.study.id, measurementId, rule: 'contradictory', item: 'i05', seq: at + 2 },
      ...{ raisedBy: 'rule', raisedOn: toColumn(MET) },
    }))
    await world.db.query.createMany({ data: rows })
    for (const who of ['coordinator', 'interviewer']) {
      const page = await as(who)
      await page.goto('/queries?state=open')
      await page.getByRole('navigation').getByRole('link', { name: 'Volgende' }).click()
      await page.waitForURL(/after=/)
      expect(await page.locator('tbody tr').count()).toBe(50)
    }
  })
})
