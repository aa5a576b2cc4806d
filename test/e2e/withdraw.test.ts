import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { auditIsWhole } from '../../app/platform/audit/whole'
import { flow } from '../../app/records/flow'
import { openWindows } from '../../app/records/sweeps/windows'
import { openQueue } from '../../jobs/queues'
import { type ClientName, FINALLY, OPENS } from '../people'
import { namedWorld, type World } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { type House, openHouse, openWorkroom } from './house'

describe.runIf(canLook)('withdrawing', () => {
  let house: House
  let world: World

  beforeAll(async () => {
    house = await openHouse()
    world = await namedWorld(house.database)
    // the demo's clock stands still on the day on which the second wave opens
    const clock = { studyId: world.study.id, today: new Date(OPENS), target: new Date(OPENS) }
    await world.db.clock.createMany({ data: clock })
  })

  const pseudonymsOf = async (clientId: string) => {
    const { pseudonym: client } = await world.db.client.findUniqueOrThrow({ where: { id: clientId } })
    const { pseudonym: dyad } = await world.db.dyad.findFirstOrThrow({ where: { clientId } })
    return { client, dyad }
  }
  /** A client who was interviewed and answered, and an interviewer who has signed in. */
  async function asked(name: ClientName, options: Parameters<typeof look>[1] = {}) {
    const ids = await world.interviewed(name)
    await world.answered(name, 'client')
    const pseudonyms = await pseudonymsOf(ids.clientId)
    const page = await look(house.base, options)
    await signInAs(page, 'interviewer')
    return { ...ids, ...pseudonyms, page }
  }
  const wish = (page: Page, label: RegExp) => page.getByRole('radio', { name: label }).check()
  const onwards = (page: Page, button = 'Verder') => page.getByRole('button', { name: button }).click()
  const named = async (clientId: string) => {
    const id = await world.inVault(clientId)
    return (await world.vault.db.person.findUniqueOrThrow({ where: { id } })).surname !== null
  }

  test('an interviewer withdraws a client with everything erased: mail that waited does not go, names go, counts stay', async () => {
    const { page, clientId, registrationId, client, dyad } = await asked('Evers')
    const other = await world.interviewed('Fokkens')
    await openWindows(world.db, world.on(OPENS))
    const lines = (id: string) => world.db.mailLine.findMany({ where: { registrationId: id, kind: 'window_opens' } })
    expect([await lines(registrationId), await lines(other.registrationId)]).toMatchObject([
      [{ state: 'planned' }],
      [{ state: 'planned' }],
    ])
    const { t2, steps: _, ...before } = await flow(world.db, world.study, FINALLY)

    await page.goto(`/dyads/${dyad}`)
    await page.getByRole('link', { name: 'Stoppen vastleggen' }).click()
    await page.getByRole('heading', { level: 1, name: `Stoppen: ${client}` }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await wish(page, /alles wissen/)
    await onwards(page)
    await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor()
    await page.getByText('Naam, nummers, geboortedag en telefoonnummer worden gewist').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await named(clientId)).toBe(true)
    await onwards(page, 'Ja, leg dit vast')
    await page.getByText('Dit is vastgelegd.').waitFor()
    await page.getByText('De antwoorden en de naam zijn gewist.').waitFor()
    expect(await faultsOf(page)).toEqual([])

    const queue = openQueue({ jobsUrl: house.database.jobsUrl })
    await openWorkroom(house)
    await queue.enqueue('minute', {})
    await expect.poll(async () => (await lines(other.registrationId))[0]?.state, { timeout: 20_000 }).toBe('sent')
    await queue.close()
    expect(await lines(registrationId)).toMatchObject([{ state: 'cancelled', reason: 'withdrawn' }])
    expect([await named(clientId), await named(other.clientId)]).toEqual([false, true])
    const { steps, ...after } = await flow(world.db, world.study, FINALLY)
    expect(after).toEqual({ ...before, t2: { ...t2, lost: { withdrew: 1 } } })
    expect(steps.find(({ step }) => step === 'T1')).toMatchObject({ left: 1, reasons: { withdrew: 1 } })
    expect(await auditIsWhole(house.database.urls.owner, world.vault.keys)).toMatchObject({ ok: true, faults: [] })
    await page.goto(`/withdraw/${dyad}`)
    await page.getByText('Deze cliënt is gestopt op donderdag 13 september 2012.').waitFor()
    expect(await page.getByRole('radio').count()).toBe(0)
  })

  test('without JavaScript, in English: a single consent is taken back, once, however often it is sent', async () => {
    const { page, clientId, client } = await asked('Gerrits', { javaScriptEnabled: false })
    await page.goto(`/withdraw/${client.toLowerCase()}`)
    await onwards(page)
    await page.getByText('Kies wat de cliënt wil.').waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await wish(page, /take a consent back/)
    await onwards(page, 'Go on')
    await page.getByText('Choose what the client takes back.').waitFor()
    expect(await page.getByRole('radio', { name: /take a consent back/ }).isChecked()).toBe(true)
    await page.getByRole('checkbox', { name: 'You may call me.' }).check()
    await onwards(page, 'Go on')
    await page.getByRole('heading', { name: 'Is this right?' }).waitFor()
    await onwards(page, 'No, go back')
    expect(await page.getByRole('checkbox', { name: 'You may call me.' }).isChecked()).toBe(true)
    await onwards(page, 'Go on')
    const twice = await page.context().newPage()
    const sent = { wish: 'some', scopes: 'phone', step: 'record' }
    await onwards(page, 'Yes, record this')
    await page.getByText('This has been recorded.').waitFor()
    await page.getByText('taken back on 13 Sep 2012').waitFor()
    const again = await twice.request.post(`/withdraw/${client}`, {
      form: sent,
      headers: { Origin: house.base },
      maxRedirects: 0,
    })
    expect([again.status(), again.headers().location]).toEqual([302, `/withdraw/${client}?done=done`])
    const ended = await world.vault.db.consentAnswer.findMany({
      where: { answer: 'ended', form: { personId: await world.inVault(clientId) } },
    })
    expect(ended).toHaveLength(1)
    expect(await world.db.withdrawal.count({ where: { clientId } })).toBe(0)
    await page.goto(`/withdraw/${client}`)
    expect(await page.getByRole('checkbox', { name: 'You may call me.' }).count()).toBe(0)
  })

  test('who first let it stay is erased on asking later, after asking back; the other way round is refused', async () => {
    const { page, clientId, client } = await asked('Dekker')
    const at = `/withdraw/${client}`
    const send = (form: Record<string, string>) =>
      page.request.post(at, { form, headers: { Origin: house.base }, maxRedirects: 0 })
    await page.goto(at)
    await wish(page, /mogen onder een nummer blijven/)
    await onwards(page)
    await onwards(page, 'Ja, leg dit vast')
    await page.getByText('De antwoorden van daarvoor blijven onder een nummer.').waitFor()
    // the telephone ended with everything; linkage is kept for what was collected
    expect((await send({ wish: 'some', scopes: 'phone', step: 'record' })).status()).toBe(302)
    expect((await send({ wish: 'some', scopes: 'register_linkage', step: 'record' })).status()).toBe(409)
    expect((await send({ wish: 'keep', step: 'record' })).headers().location).toBe(`${at}?done=done`)
    await page.goto(at)
    expect(await page.getByRole('radio').count()).toBe(0)
    await onwards(page, 'De cliënt wil alles laten wissen')
    await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor()
    expect(await page.getByText('Niemand benadert of belt').count()).toBe(0)
    await page.getByText('Wissen kan niet ongedaan worden gemaakt.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await onwards(page, 'Nee, terug')
    await onwards(page, 'De cliënt wil alles laten wissen')
    expect(await named(clientId)).toBe(true)
    await onwards(page, 'Ja, leg dit vast')
    await page.getByText('Wat eerst mocht blijven, is op verzoek van de cliënt gewist op').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await named(clientId)).toBe(false)
    expect(await world.db.answer.count({ where: { measurement: { registration: { clientId } } } })).toBe(0)
    expect((await send({ wish: 'erase', step: 'record' })).headers().location).toBe(`${at}?done=done`)
    const refused = await send({ wish: 'keep', step: 'record' })
    expect([refused.status(), await refused.text()]).toEqual([409, expect.stringContaining('niet vastgelegd')])
    expect(await page.getByRole('button', { name: 'De cliënt wil alles laten wissen' }).count()).toBe(0)
  })

  test('a supervisor has no such page, and neither does who may not record it', async () => {
    const { supervisorId } = await world.approached('Hendriks')
    const page = await look(house.base)
    await signInAs(page, 'coordinator')
    const { pseudonym } = await world.db.supervisor.findUniqueOrThrow({ where: { id: supervisorId ?? '' } })
    expect((await page.goto(`/withdraw/${pseudonym}`))?.status()).toBe(404)
    const analyst = await look(house.base)
    await signInAs(analyst, 'analist')
    const { dyad } = await pseudonymsOf((await world.approached('Hendriks')).clientId)
    expect((await analyst.goto(`/withdraw/${dyad}`))?.status()).toBe(404)
  })
})
