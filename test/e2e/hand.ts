import type { Page } from 'playwright-core'

/** A tablet, held upright, that is touched. */
export const TABLET = { viewport: { width: 810, height: 1080 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 }

/** Signs with a finger on the pad of a field: a slanted line over half of the board. */
export async function signByFinger(page: Page, field: string): Promise<void> {
  const pad = page.locator(`#${field}`)
  const board = pad.locator('canvas')
  await board.scrollIntoViewIfNeeded()
  const box = await board.boundingBox()
  if (!box) throw new Error(`there is no board at ${field}`)
  const at = (part: number) => ({ x: box.x + part * box.width, y: box.y + part * box.height })
  const hand = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', [at(0.2)])
  for (let step = 1; step <= 10; step++) await touch('touchMove', [at(0.2 + step * 0.05)])
  await touch('touchEnd', [])
  await hand.detach()
  await pad.getByText(/^(Getekend|Signed)$/).waitFor()
}
