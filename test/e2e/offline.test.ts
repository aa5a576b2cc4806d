import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../app/identity/accounts'
import { afterwards } from '../afterwards'
import { MET, named } from '../people'
import type { World } from '../world'
import { canLook, faultsOf, look, lookFrom, signInAs } from './browser'
import { type House, openHouse } from './house'
import { answer, finish, heldBy, interviewersWorld, opened, standing, type Told, takeAlong, typePin } from './talks'

const PIN = '840275'
/** A whole interview is some forty questions, each sealed and written down. */
const LONG = { timeout: 180_000 }

describe.runIf(canLook)('an interview on a device', () => {
  let house: House
  let world: World
  beforeAll(async () => {
    house = await openHouse({ KOPPEL_NOW: MET })
    world = await interviewersWorld(house)
  })

  /** Nothing of the person, of the pair or of what was said can be read there. */
  async function expectSealed(page: Page, pseudonym: string, name: 'Evers' | 'Fokkens') {
    const held = await heldBy(page)
    expect(held).toContain('cached /talk:')
    expect(held).toContain('store drafts:')
    const { surname, number, bornOn } = named(name).client
    const person = [pseudonym, pseudonym.replaceAll('-', ''), surname, number, bornOn]
    const talk = ['gender', 'earlier_supervision', 'measurementId', 'Bent u een man']
    for (const said of [...person, ...talk, 'interviewer@', 'Ilias']) expect(held, said).not.toContain(said)
    // nothing of any page but the shell and the one that leads to it
    const pages = [...held.matchAll(/^cached (\/[^:]*):/gm)].map(([, path]) => path ?? '')
    expect(pages.filter((path) => !path.startsWith('/assets/')).sort()).toEqual([
      '/favicon.svg',
      '/offline.css',
      '/offline.html',
      '/offline.js',
      '/talk',
    ])
  }

  test('goes on without a network, also after the browser was closed, and arrives once', LONG, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'koppel-device-'))
    afterwards(() => rmSync(folder, { recursive: true, force: true }))
    const { pseudonym, measurementId } = await opened(world, 'Evers')
    const told: Told = {}

    const before = await lookFrom(folder, house.base)
    await signInAs(before, 'interviewer')
    await takeAlong(before, pseudonym, PIN)
    expect(new URL(before.url()).hash).toBe('')
    expect(await faultsOf(before)).toEqual([])
    await answer(before, '2', told, 5)
    await before.context().setOffline(true)
    await answer(before, '2', told, 1)
    await expectSealed(before, pseudonym, 'Evers')
    await before.context().close()

    const page = await lookFrom(folder, house.base, { offline: true })
    await page.goto('/today')
    await page.getByRole('heading', { name: 'Er is geen verbinding' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'Naar de interviews op dit apparaat' }).click()
    await page.getByText('met 6 vragen beantwoord').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Openen' }).click()
    await typePin(page, '840276', 'Open het interview')
    await page.getByText('Dit is niet de pincode van dit interview.').waitFor()
    await typePin(page, PIN, 'Open het interview')
    await page.getByText('6 van ').waitFor()
    await answer(page, '1', told, 2)
    await page.getByRole('button', { name: 'Pauze' }).click()
    await typePin(page, PIN, 'Open het interview')
    await answer(page, '1', told)
    expect(await faultsOf(page)).toEqual([])
    await finish(page)
    await page.getByText('Er is nu geen verbinding').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect((await world.db.measurement.findUniqueOrThrow({ where: { id: measurementId } })).version).toBe(0)

    // the browser was closed: whoever sends signs in again
    await page.context().setOffline(false)
    await page.getByRole('link', { name: 'Meld u opnieuw aan' }).click()
    await page.locator('#email').fill('interviewer@koppel.example')
    await page.locator('#password').fill(DEMO_PASSWORD)
    await page.locator('main button[type=submit]').click()
    await page.getByText('Nog niet verstuurd').waitFor()
    // the first time the answer of the server is lost: it is sent again and changes nothing
    let lost = 0
    await page.route('**/talk/sync', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      await route.abort('internetdisconnected')
    })
    await page.getByRole('button', { name: 'Openen' }).click()
    await typePin(page, PIN, 'Open het interview')
    await page.getByRole('heading', { name: 'De antwoorden zijn aangekomen' }).waitFor()
    expect(lost).toBe(2)

    const all = await world.db.measurement.findMany({ where: { perspective: 'client', wave: 'T1' } })
    expect(all.map(({ id, version, interviewer, place }) => ({ id, version, interviewer, place }))).toEqual([
      { id: measurementId, version: 1, interviewer: 'I1', place: 'office' },
    ])
    expect(all[0]?.completedOn).not.toBeNull()
    expect(await standing(world, measurementId)).toEqual(told)
    expect(await world.db.entry.findMany({ where: { measurementId }, select: { state: true, way: true } })).toEqual([
      { state: 'in', way: 'interview' },
    ])
    expect(await world.db.voucher.count({ where: { kind: 'handed_out' } })).toBe(1)
    await page.getByRole('button', { name: 'Naar de interviews op dit apparaat' }).click()
    await page.getByText('Er ligt geen interview op dit apparaat').waitFor()
    await page.context().close()
  })

  test('on two devices ends in a choice, and nothing is written over', LONG, async () => {
    const { pseudonym, measurementId } = await opened(world, 'Fokkens')
    const told: Record<'one' | 'other', Told> = { one: {}, other: {} }
    const one = await look(house.base)
    const other = await look(house.base)
    for (const page of [one, other]) {
      await signInAs(page, 'interviewer')
      await takeAlong(page, pseudonym, PIN)
    }
    await expectSealed(other, pseudonym, 'Fokkens')
    await answer(one, '1', told.one)
    await finish(one)
    await one.getByRole('heading', { name: 'De antwoorden zijn aangekomen' }).waitFor()
    await answer(other, '2', told.other, 1)
    await answer(other, '1', told.other)
    await finish(other)
    await other.getByRole('heading', { name: 'Een ander apparaat ging met dit interview door' }).waitFor()
    expect(await faultsOf(other)).toEqual([])
    expect(await standing(world, measurementId)).toEqual(told.one)

    await other.getByRole('link', { name: 'Naar wat te besluiten is' }).click()
    expect(await faultsOf(other)).toEqual([])
    await other.getByRole('link', { name: pseudonym }).click()
    const choices = other.getByRole('group')
    await choices.first().waitFor()
    expect(await choices.count()).toBe(1)
    expect(await faultsOf(other)).toEqual([])
    await other.getByRole('button', { name: 'Leg vast wat ik koos' }).click()
    await other.getByText('Kies een van de twee.').first().waitFor()
    await choices.getByLabel('apart').check()
    await other.getByRole('button', { name: 'Leg vast wat ik koos' }).click()
    await other.getByText('Het besluit is vastgelegd').waitFor()
    expect(await standing(world, measurementId)).toEqual(told.other)
    const entries = await world.db.entry.findMany({ where: { measurementId }, orderBy: { id: 'asc' } })
    expect(entries.map(({ state, way, version }) => ({ state, way, version }))).toEqual([
      { state: 'in', way: 'interview', version: 1 },
      { state: 'dropped', way: 'interview', version: null },
      { state: 'in', way: 'decision', version: 2 },
    ])
  })
})
