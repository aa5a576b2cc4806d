import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { namedWorld } from '../world'
import { canLook, faultsOf, look, overflow, signInAs } from './browser'
import { type House, openHouse } from './house'
import { scan } from './scanner'

const PEOPLE = ['Evers', 'Fokkens', 'Gerrits'] as const
/** Two neighbours that differ, swapped. */
const swapped = (pseudonym: string) => {
  const bare = pseudonym.replaceAll('-', '')
  const at = [...bare].findIndex((character, index) => index > 0 && character !== bare[index - 1])
  return bare.slice(0, at - 1) + bare[at] + bare[at - 1] + bare.slice(at + 1)
}

describe.runIf(canLook)('labels', () => {
  let house: House
  let code: string
  let dyads: string[]
  let clients: string[]

  beforeAll(async () => {
    house = await openHouse()
    const world = await namedWorld(house.database)
    for (const name of PEOPLE) await world.approached(name)
    const rows = await world.db.dyad.findMany({
      where: { studyId: world.study.id },
      include: { registration: { include: { client: true } } },
      orderBy: { pseudonym: 'asc' },
    })
    code = world.study.code
    dyads = rows.map(({ pseudonym }) => pseudonym)
    clients = rows.map(({ registration }) => registration.client.pseudonym)
  })

  /** A page with a list typed and sent. */
  async function asked(list: readonly string[], options: Parameters<typeof look>[1] = {}): Promise<Page> {
    const page = await look(house.base, options)
    await signInAs(page, 'interviewer')
    await page.goto('/labels')
    await page.getByLabel('Nummers voor de etiketten').fill(list.join('\n'))
    await page.getByRole('button', { name: 'Etiketten maken' }).click()
    await page.locator('.sheet, .mistakes').first().waitFor()
    // the first sheet can be there while the rest is on its way
    await page.waitForLoadState()
    return page
  }

  test('each slip is said with its line, in both languages, and what was typed stays; without JavaScript', async () => {
    const [right = '', other = ''] = dyads
    const bare = right.replaceAll('-', '')
    const list = [
      right.toLowerCase().replaceAll('-', ' '),
      '',
      bare.slice(1),
      `${right}${right.slice(0, 2)}`,
      `${bare.slice(0, 3)}o${bare.slice(4)}`,
      `${bare.slice(0, 8)}l`,
      `${bare.slice(0, 3)}.${bare.slice(3)}`,
      swapped(other),
    ]
    const page = await asked(list, { javaScriptEnabled: false })
    const said = await page.locator('.mistakes li').allTextContents()
    expect(said).toEqual([
      'Regel 3: Te kort: 8 van de 9 tekens. Er ontbreekt er één.',
      'Regel 4: Te lang: 11 tekens in plaats van 9. Haal er 2 weg.',
      expect.stringMatching(
        /^Regel 5: Het 4e teken, “O”, komt in geen nummer voor: de nul en de letter O zijn er niet/,
      ),
      expect.stringMatching(/^Regel 6: Het 9e teken, “L”, komt in geen nummer voor: de een en de letters I en L/),
      'Regel 7: Het 4e teken, “.”, komt in geen nummer voor.',
      expect.stringMatching(/^Regel 8: Dit nummer bestaat niet: er is één teken mis, of twee tekens zijn omgewisseld/),
    ])
    expect(await page.getByLabel('Nummers voor de etiketten').inputValue()).toBe(list.join('\n'))
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByLabel('Pseudonyms for the labels').fill('abc\n7KM-2QX-9R4')
    await page.getByRole('button', { name: 'Make labels' }).click()
    await page.getByText('Line 1: Too short: 3 of 9 characters. 6 are missing.').waitFor()
    await page.getByLabel('Pseudonyms for the labels').fill('7KM-2QX-9R4')
    await page.getByRole('button', { name: 'Make labels' }).click()
    await page.getByText('Line 1: 7KM-2QX-9R4 is of no dyad or client in this study.').waitFor()
  })

  test('every label reads as exactly its pseudonym, on the screen in any colours and on paper', async () => {
    const list = [...dyads, ...clients]
    const page = await asked(list, { javaScriptEnabled: false, deviceScaleFactor: 2, colorScheme: 'dark' })
    const labels = page.locator('.label')
    expect(await labels.count()).toBe(list.length)
    for (const [place, pseudonym] of list.entries()) {
      expect(await scan(await labels.nth(place).screenshot())).toEqual([pseudonym])
      expect(await labels.nth(place).textContent()).toBe(pseudonym + code)
    }
    await page.emulateMedia({ media: 'print' })
    expect((await scan(await page.screenshot({ fullPage: true }))).sort()).toEqual([...list].sort())
  })

  test.each([
    [1, 1],
    [24, 1],
    [25, 2],
    [200, 9],
  ])('%i labels come on %i sheets of A4, and nothing else does', async (count, sheets) => {
    const list = Array.from({ length: count }, (_, index) => dyads[index % dyads.length] as string)
    const page = await asked(list)
    const printed = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
    expect(printed.numPages).toBe(sheets)
    const { view } = await printed.getPage(1)
    expect(view.map((points) => Math.round((points / 72) * 25.4))).toEqual([0, 0, 210, 297])
    const { text } = await extractText(printed)
    const bare = text.join('').replace(/\s/g, '')
    expect(bare.match(/[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}/g)).toHaveLength(count)
    expect([...dyads, code].reduce((rest, known) => rest.replaceAll(known, ''), bare)).toBe('')
  })

  test('a search adds to what was typed, and the dyad’s page brings its two pseudonyms', async () => {
    const page = await look(house.base)
    await signInAs(page, 'coordinator')
    const list = page.getByLabel('Nummers voor de etiketten')
    await page.goto(`/dyads/${dyads[0]}`)
    await page.getByRole('link', { name: 'Etiketten maken' }).click()
    await expect.poll(() => list.inputValue()).toBe(`${dyads[0]}\n${clients[0]}`)
    const search = page.getByLabel('Zoek een nummer')
    await search.fill((dyads[1] as string).slice(0, 6).toLowerCase())
    await page.getByLabel('de cliënt').check()
    await search.press('Enter')
    await page.getByText('1 nummer toegevoegd').waitFor()
    await page.waitForLoadState()
    expect(await list.inputValue()).toBe(`${dyads[0]}\n${clients[0]}\n${clients[1]}`)
    await search.fill(swapped(dyads[1] as string))
    await search.press('Enter')
    await page.getByText('Dit nummer bestaat niet').waitFor()
    await page.waitForLoadState()
    expect(await list.inputValue()).toBe(`${dyads[0]}\n${clients[0]}\n${clients[1]}`)
    expect(await faultsOf(page)).toEqual([])
  })

  test('the list of dyads says which slip a whole pseudonym has, and still finds by a part', async () => {
    const page = await look(house.base, { javaScriptEnabled: false })
    await signInAs(page, 'coordinator')
    const search = page.getByLabel('Onderzoeksnummer')
    const ask = async (typed: string) => {
      await page.goto('/dyads')
      await search.fill(typed)
      await page.getByRole('button', { name: 'Zoeken' }).click()
      await page.waitForURL(/search=/)
      await page.waitForLoadState()
      expect(await search.inputValue()).toBe(typed)
      return page.locator('.mistake').allTextContents()
    }
    const [right = ''] = dyads
    expect(await ask(right.slice(0, 5).toLowerCase())).toEqual([])
    await page.getByRole('link', { name: right }).waitFor()
    expect(await ask(swapped(right))).toEqual([expect.stringMatching(/omgewisseld/)])
    expect(await ask(`${right}2`)).toEqual([expect.stringMatching(/^Te lang: 10 tekens/)])
    expect(await ask('0')).toEqual([expect.stringMatching(/^Het 1e teken, “0”/)])
    expect(await ask('7KM-2QX-9R4')).toEqual([])
    await page.getByText('Geen koppel of cliënt heeft een nummer dat zo begint.').waitFor()
  })

  test.each([390, 1280])('is without faults at %i pixels, empty, with slips and with labels', async (width) => {
    const viewport = { width, height: 800 }
    const page = await asked(['x', '0', dyads[0] as string], { viewport })
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    await page.goto('/labels')
    expect([await overflow(page), await faultsOf(page)]).toEqual([0, []])
    const made = await asked(dyads, { viewport, colorScheme: 'dark' })
    expect([await overflow(made), await faultsOf(made)]).toEqual([0, []])
  })
})
