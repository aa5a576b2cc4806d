import type { CDPSession, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { drawn } from '../../app/platform/drawing'
import { readSignature } from '../../app/platform/signature'
import { canLook, faultsOf, look, overflow } from './browser'
import { type House, openHouse } from './house'

const TABLET = { viewport: { width: 810, height: 1080 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

describe.runIf(canLook)('the pieces of a consent page', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })

  const pad = (page: Page) => page.locator('#sign')
  const field = (page: Page) => page.locator('input[name=sign]')

  async function opened(options = {}): Promise<Page> {
    const page = await look(house.base, { ...TABLET, ...options })
    await page.goto('/components')
    return page
  }

  /** Where a part of the board lies on the screen; 0, 0 is its upper left corner and 1, 1 its lower right one. */
  async function boardOf(page: Page): Promise<(x: number, y: number) => { x: number; y: number }> {
    const board = pad(page).locator('canvas')
    await board.scrollIntoViewIfNeeded()
    const box = await board.boundingBox()
    if (!box) throw new Error('there is no board')
    return (x, y) => ({ x: box.x + x * box.width, y: box.y + y * box.height })
  }

  const touch = (hand: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints: points })

  async function drawByFinger(page: Page): Promise<void> {
    const at = await boardOf(page)
    const hand = await page.context().newCDPSession(page)
    await touch(hand, 'touchStart', [at(0.2, 0.2)])
    for (let step = 1; step <= 20; step++) await touch(hand, 'touchMove', [at(0.2 + step * 0.03, 0.2 + step * 0.03)])
    await touch(hand, 'touchEnd', [])
  }

  /** The grey of the server's drawing at parts of the board, as the browser decodes the PNG. */
  async function greysOf(page: Page, png: Buffer, parts: [number, number][]): Promise<number[]> {
    return page.evaluate(
      async ({ bytes, parts: wanted }) => {
        const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }))
        const sheet = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
        if (!sheet) throw new Error('no canvas')
        sheet.drawImage(picture, 0, 0)
        return wanted.map(([x, y]) => sheet.getImageData(x * picture.width, y * picture.height, 1, 1).data[0] ?? -1)
      },
      { bytes: [...png], parts },
    )
  }

  test('a finger signs without scrolling the page, and the server draws the same', async () => {
    const page = await opened()
    expect(await pad(page).locator('output').textContent()).toBe('Nog leeg')
    await boardOf(page)
    const before = await page.evaluate(() => window.scrollY)
    await drawByFinger(page)
    await pad(page).getByText('Getekend').waitFor()
    expect(await page.evaluate(() => window.scrollY)).toBe(before)
    await pad(page).getByRole('img', { name: 'Handtekening: Getekend' }).waitFor()
    const signature = readSignature(await field(page).inputValue())
    if (!signature.ok) throw new Error(signature.refusal.code)
    expect(signature.value.strokes).toHaveLength(1)
    const parts: [number, number][] = [
      [0.3, 0.3],
      [0.5, 0.5],
      [0.7, 0.7],
      [0.7, 0.3],
      [0.1, 0.1],
    ]
    expect(await greysOf(page, drawn(signature.value), parts)).toEqual([0, 0, 0, 255, 255])
    const inked = await pad(page)
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => {
        const pixel = (x: number, y: number) =>
          canvas.getContext('2d')?.getImageData(x * canvas.width, y * canvas.height, 1, 1).data[3]
        return { sharp: canvas.width === canvas.clientWidth * 2, on: pixel(0.5, 0.5), off: pixel(0.7, 0.3) }
      })
    expect(inked).toEqual({ sharp: true, on: 255, off: 0 })
  })

  test('the mouse signs in several strokes; clearing empties the field; a dot is no signature', async () => {
    const page = await opened({ hasTouch: false, isMobile: false })
    const at = await boardOf(page)
    const go = async (x: number, y: number) => page.mouse.move(at(x, y).x, at(x, y).y, { steps: 8 })
    for (const y of [0.3, 0.6]) {
      await go(0.2, y)
      await page.mouse.down()
      await go(1.4, y) // beyond the edge
      await page.mouse.up()
    }
    await pad(page).getByText('Getekend').waitFor()
    const signature = readSignature(await field(page).inputValue())
    if (!signature.ok) throw new Error(signature.refusal.code)
    expect(signature.value.strokes.map((points) => points.at(-2))).toEqual([1_200, 1_200])
    await pad(page).getByRole('button', { name: 'Wissen' }).click()
    await pad(page).getByText('Nog leeg').waitFor()
    expect(await field(page).inputValue()).toBe('')
    await go(0.5, 0.5)
    await page.mouse.down()
    await page.mouse.up()
    await pad(page).getByText('Getekend').waitFor()
    expect(readSignature(await field(page).inputValue())).toEqual({ ok: false, refusal: { code: 'not_drawn' } })
  })

  test('however long somebody scribbles, it fits the form', async () => {
    const page = await opened({ hasTouch: false, isMobile: false })
    const canvas = pad(page).locator('canvas')
    // twenty thousand moves: more than anybody waits for when they go through the browser's own input one by one
    await canvas.evaluate((board: HTMLCanvasElement) => {
      board.setPointerCapture = () => {}
      const box = board.getBoundingClientRect()
      const send = (type: string, step: number) =>
        board.dispatchEvent(
          new PointerEvent(type, {
            bubbles: true,
            pointerId: 1,
            clientX: box.left + box.width * (0.5 + 0.5 * Math.sin(step)),
            clientY: box.top + box.height * (0.5 + 0.5 * Math.cos(step * 1.3)),
          }),
        )
      send('pointerdown', 0)
      for (let step = 1; step < 20_000; step++) send('pointermove', step)
      send('pointerup', 0)
    })
    await pad(page).getByText('Getekend').waitFor()
    expect(readSignature(await field(page).inputValue()).ok).toBe(true)
  })

  test('what was drawn before comes back with the form', async () => {
    const page = await opened()
    await page.locator('#sign-drawn').getByText('Getekend').waitFor()
    expect(readSignature(await page.locator('input[name=sign-drawn]').inputValue()).ok).toBe(true)
  })

  test('a text is read sentence by sentence, by keys and by buttons', async () => {
    const page = await opened({ hasTouch: false, isMobile: false })
    const reading = page.getByRole('region', { name: 'Voorlezen' })
    await reading.getByText('Dit is een verzonnen tekst.').waitFor()
    expect(await reading.getByText('1 van 3').count()).toBe(1)
    await reading.getByRole('button', { name: 'Volgende' }).focus()
    await page.keyboard.press('ArrowRight')
    await reading.getByText('2 van 3').waitFor()
    await page.keyboard.press('Enter')
    await reading.getByText('3 van 3').waitFor()
    await page.keyboard.press('ArrowRight')
    await reading.getByText('Dit is de laatste zin.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Volgende')
    await page.keyboard.press('ArrowLeft')
    await reading.getByText('2 van 3').waitFor()
    await reading.getByRole('button', { name: 'Vorige' }).click()
    await reading.getByText('1 van 3').waitFor()
    // there is a button for a voice when, and only when, this device has one for Dutch
    const voices = await page.evaluate(
      () =>
        speechSynthesis.getVoices().filter(({ lang, localService }) => localService && lang.startsWith('nl')).length,
    )
    expect(await reading.getByRole('button', { name: 'Lees voor' }).count()).toBe(Math.min(voices, 1))
  })

  test('both are accessible, in light and dark, and fit the tablet', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await opened({ colorScheme })
      await pad(page).locator('canvas').waitFor()
      expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    }
  })

  test('without JavaScript the way is paper, and the text is a list', async () => {
    const page = await opened({ javaScriptEnabled: false })
    expect(await pad(page).locator('canvas, button').count()).toBe(0)
    expect(await pad(page).locator('noscript p').isVisible()).toBe(true)
    expect(await pad(page).getByRole('link', { name: 'het papieren formulier' }).count()).toBe(1)
    expect(await field(page).inputValue()).toBe('')
    const list = page.getByRole('list', { name: 'Voorlezen' })
    expect(await list.getByRole('listitem').count()).toBe(3)
  })
})
