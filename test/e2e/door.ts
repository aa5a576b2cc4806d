import type { Locator, Page } from 'playwright-core'
import { codeOf } from '../../app/identity/access-codes'
import { vaultIdOf } from '../../app/identity/tie'
import type { House } from './house'

/** The code that was asked for last for a supervisor (the study's id), as their mail would say it. */
export async function codeFor({ database: { vault, keys } }: House, supervisorId: string): Promise<string> {
  const owner = (await vaultIdOf(vault, keys, supervisorId)) ?? ''
  const row = await vault.accessCode.findFirstOrThrow({ where: { supervisorId: owner, state: { not: 'past' } } })
  return codeOf(keys, row.id)
}

/** What a hand does, counted: taps on things, and keys into whatever has the focus. */
export function handOn(page: Page) {
  const done = { taps: 0, keys: 0 }
  return {
    done,
    tap: async (what: Locator) => {
      done.taps++
      await what.click()
    },
    type: async (text: string) => {
      done.keys += text.length
      await page.keyboard.type(text)
    },
  }
}

/** Opens a personal link in a browser that nobody knows yet, and shows that it is the supervisor's. Gives what it took. */
export async function passDoor(page: Page, house: House, path: string, supervisorId: string) {
  const hand = handOn(page)
  await page.goto(path)
  await hand.tap(page.getByRole('button', { name: 'Mail mij een code' }))
  await page.getByText('De code is onderweg').waitFor()
  await hand.type(await codeFor(house, supervisorId))
  await hand.tap(page.getByRole('button', { name: 'Verder' }))
  await page.getByLabel('Code').waitFor({ state: 'detached' })
  return hand.done
}
