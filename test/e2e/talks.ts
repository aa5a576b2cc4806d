import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { interviewerAccounts } from '../../app/identity/interviewers'
import { openInterview } from '../../app/records/fieldwork/open-interview'
import { type ClientName, MET } from '../people'
import { must, namedWorld, type World } from '../world'
import type { House } from './house'

/** What is said to every question, by the key that chooses it, and which answers these were. */
export type Told = Record<string, string>

/** A world whose interviewer of the demo holds interviews as I1. */
export async function interviewersWorld(house: House): Promise<World> {
  const world = await namedWorld(house.database)
  const accounts = await interviewerAccounts(world.vault, world.study.id)
  await world.qualified('I1', { account: accounts[0]?.hash ?? null })
  return world
}

/** Opens the first interview with a client at the server, as the gate does. Gives the number of the pair and of the interview. */
export async function opened(world: World, name: ClientName): Promise<{ pseudonym: string; measurementId: string }> {
  const { registrationId } = await world.approached(name)
  must(await world.consented(name))
  const criteria = world.study.protocol.waves[0]?.criteria ?? []
  const findings = Object.fromEntries(criteria.map((criterion) => [criterion, 'met'] as const))
  const who = { interviewer: 'I1', supervisedBy: null }
  const opening = { registrationId, wave: 'T1', contacts: 3, findings, language: 'nl', seed: 7, ...who } as const
  const came = must(await openInterview(world.db, world.on(MET), opening))
  if (came.state === 'not_met') throw new Error('a criterion was not met')
  const { pseudonym } = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
  return { pseudonym, measurementId: came.measurementId }
}

/** Types a PIN and sends it. */
export async function typePin(page: Page, pin: string, button: string): Promise<void> {
  await page.getByLabel('Pincode', { exact: true }).fill(pin)
  await page.getByRole('button', { name: button, exact: true }).click()
}

/** Takes an interview along on this device: the number of the pair stands behind the #. */
export async function takeAlong(page: Page, pseudonym: string, pin: string): Promise<void> {
  await page.goto(`/talk#${pseudonym}`)
  await page.getByLabel('Nog een keer').fill(pin)
  await typePin(page, pin, 'Begin het interview')
  await page.locator('form.talk[data-ready]').waitFor()
}

const END = 'Het einde van het interview'

/** The question in sight with the value that a key stands for; null on the last page. Waits until one of the two shows. */
async function inSight(page: Page, key: string, before: string | null) {
  const seen = await page.waitForFunction(
    ({ key, before, end }) => {
      const field = document.querySelector<HTMLInputElement>('form.talk[data-ready] fieldset.asked input')
      if (field && field.name !== before) {
        const chosen = document.querySelector<HTMLInputElement>(`input[name="${field.name}"][data-key="${key}"]`)
        return { name: field.name, value: chosen?.value ?? '' }
      }
      return document.querySelector('h1')?.textContent === end ? 'end' : false
    },
    { key, before, end: END },
  )
  const found = await seen.jsonValue()
  return found && found !== 'end' ? found : null
}

/**
 * Answers by the keyboard, `key` for every question, until the last page or so many times. Adds what was chosen to `told`, by the
 * code of the question.
 */
export async function answer(page: Page, key: string, told: Told, most = Number.POSITIVE_INFINITY): Promise<void> {
  let at = await inSight(page, key, null)
  for (let times = 0; at && times < most; times++) {
    told[at.name.replace('answer.', '')] = at.value
    await page.keyboard.press(key)
    // written down first, shown then: the next question says that this one lies there
    at = await inSight(page, key, at.name)
  }
}

/** Says on the last page how it was, and finishes. */
export async function finish(page: Page): Promise<void> {
  await page.getByRole('heading', { name: END }).waitFor()
  await page.getByLabel('Kantoor van de reclassering').check()
  await page.getByLabel('De cadeaubon is gegeven').check()
  await page.getByRole('button', { name: 'Rond af en verstuur' }).click()
}

/** All that this browser holds of the site, as text: databases, caches, storage. */
export const heldBy = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const texts: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie]
    const read = new TextDecoder('latin1')
    const flat = (value: unknown): string => {
      if (value instanceof Uint8Array) return read.decode(value)
      if (value && typeof value === 'object')
        return Object.entries(value)
          .map(([k, v]) => `${k} ${flat(v)}`)
          .join(' ')
      return String(value)
    }
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
      })
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => resolve(request.result)
        })
        texts.push(`store ${store}: ${rows.map(flat).join('\n')}`)
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const { pathname } = new URL(request.url)
        // files of the build are the same for everybody
        const body = pathname.startsWith('/assets/') ? '' : await (await cache.match(request))?.text()
        texts.push(`cached ${pathname}: ${body}`)
      }
    }
    return texts.join('\n')
  })

/** The answers of an interview as they stand in the database, by item; text, as a form has them. */
export async function standing(world: World, measurementId: string): Promise<Told> {
  const rows = await world.db.answer.findMany({ where: { measurementId, value: { not: null } } })
  expect(rows.length).toBeGreaterThan(0)
  return Object.fromEntries(rows.map(({ item, value }) => [item, `${value}`]))
}
