import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, expect } from 'vitest'
import { DEMO_PASSWORD } from '../../app/identity/accounts'
import { needs } from '../require'

const executablePath = needs('chromium')
/** Whether there is a browser to look with. Under REQUIRE_ALL=1 a missing one has thrown by now. */
export const canLook = executablePath !== null

const FLAGS = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking'
const QUIET = '--disable-component-update --disable-sync'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Promise<Browser> | undefined
let complaints: string[] = []
const lasting = new Set<BrowserContext>()

afterAll(async () => {
  await (await browser)?.close()
  for (const context of lasting) await context.close()
})
// whatever a test looked at: an error in the console or a breach of the content policy fails it
afterEach(() => {
  const heard = complaints
  complaints = []
  expect(heard).toEqual([])
})

/** A page of a fresh visitor. Errors that it logs fail the test; the browser's line about a 4xx does not. */
export async function look(base: string, options: BrowserContextOptions = {}): Promise<Page> {
  const args = [...FLAGS.split(' '), ...QUIET.split(' ')]
  browser ??= chromium.launch({ executablePath: executablePath as string, args })
  const context = await (await browser).newContext({ baseURL: base, locale: 'nl-NL', ...options })
  context.setDefaultTimeout(15_000)
  return heard(await context.newPage())
}

/** A page of a browser that keeps what it has in a folder, as a device does; the next one there goes on with it. */
export async function lookFrom(folder: string, base: string, options: BrowserContextOptions = {}): Promise<Page> {
  const args = [...FLAGS.split(' '), ...QUIET.split(' ')]
  const own = { baseURL: base, locale: 'nl-NL', executablePath: executablePath as string, args, ...options }
  const context = await chromium.launchPersistentContext(folder, own)
  lasting.add(context)
  context.once('close', () => lasting.delete(context))
  context.setDefaultTimeout(15_000)
  const [first] = context.pages()
  return heard(first ?? (await context.newPage()))
}

/** What a browser says when there is no network is no error of ours, nor is an answer that refuses. */
const EXPECTED = /Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/

function heard(page: Page): Page {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`)
  })
  return page
}

/** Signs in as one of the demo's people, by the form. */
export async function signInAs(page: Page, who: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('#email').fill(`${who}@koppel.example`)
  await page.locator('#password').fill(DEMO_PASSWORD)
  await page.locator('main button[type=submit]').click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** What axe finds wrong with the page: rule and element, one line each. The page must be allowed its scripts. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run
    type AxeResults = { violations: { id: string; nodes: { html: string }[] }[] }
    const { violations } = await run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))
  })
}

/** By how many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
