import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../app/identity/accounts'
import { setTarget } from '../../app/records/sites/keeping'
import { type House, openHouse } from '../e2e/house'
import { MET } from '../people'
import { must, namedWorld } from '../world'
import { handedOver } from './handed-over'

let house: House
const cookies = new Map<string, string>()

beforeAll(async () => {
  house = await openHouse()
  const world = await namedWorld(house.database)
  await world.interviewed('Aalders')
  await world.interviewed('Evers')
  await world.approached('Berends')
  await world.registered('Fokkens', { region: 'Noord-Holland', location: 'Alkmaar' })
  must(await setTarget(world.db, world.on(MET), { location: 'Utrecht', month: '2012-03', target: 9 }))
  for (const who of ['coordinator', 'beheer', 'privacy', 'interviewer', 'analist', 'sleutel']) {
    const signedIn = await fetch(`${house.base}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: house.base },
      body: new URLSearchParams({ email: `${who}@koppel.example`, password: DEMO_PASSWORD }),
    })
    cookies.set(who, signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '')
  }
}, 120_000)

const read = async (who: string, path: string) => {
  const response = await fetch(house.base + path, { headers: { Cookie: cookies.get(who) ?? '' } })
  expect(response.status, path).toBe(200)
  return response.text()
}
const rows = (text: string): Record<string, string>[] => parse(text, { columns: true })
const small = (value: string | undefined) => /^[1-4]$/.test(value ?? '')
/** Numbers of one to four that stand by themselves. */
const shownIn = (page: string): string[] =>
  (page.split('<script')[0] ?? '')
    // the masthead counts what an interviewer has to do
    .replace(/<header[\s\S]*?<\/header>/, '')
    .match(/>\s*[1-4]\s*</g) ?? []

/**
 * Where a page hands the browser a number of one to four, as a number or within a text that it counts in, of all that is its own;
 * the days and addresses of what was asked are texts with other numbers.
 */
const givenIn = (page: string, route: string): string[] =>
  handedOver(page)
    .filter(({ path }) => path.startsWith(`loaderData.routes/${route}.`))
    .filter(({ value }) => [1, 2, 3, 4].includes(value as number) || /^[1-4]$/.test(`${value}`))
    .map(({ path }) => path.slice(`loaderData.routes/${route}.`.length))

const PLACES = ['', '?region=Utrecht', '?location=Alkmaar', '?region=Utrecht&location=Utrecht']

describe.each(['interviewer', 'analist', 'sleutel'])('%s', (who) => {
  test.each(PLACES)('sees no count of one to four in the flow%s, its table and its drawing', async (place) => {
    const lines = rows(await read(who, `/flow/csv${place}`))
    expect(lines.filter(({ n }) => small(n))).toEqual([])
    expect(lines.some(({ n }) => n === '<5')).toBe(true)
    expect(shownIn(await read(who, `/flow/svg${place}`))).toEqual([])
    const page = await read(who, `/flow${place}`)
    expect(shownIn(page)).toEqual([])
    expect(givenIn(page, 'flow')).toEqual([])
    expect(page).toContain('&lt;5')
  })

  test.each(PLACES)('sees none in the rates%s and their file, nor a rate that would tell one', async (place) => {
    const lines = rows(await read(who, `/rates/csv${place}`))
    expect(lines.filter(({ count, of, name }) => small(count) || (small(of) && name !== 'interviews'))).toEqual([])
    expect(lines.filter(({ part, count, value }) => part === 'rate' && count === '<5' && value !== '')).toEqual([])
    const page = await read(who, `/rates${place}`)
    expect(shownIn(page)).toEqual([])
    expect(givenIn(page, 'rates')).toEqual([])
  })
})

describe.each(['coordinator', 'beheer', 'privacy'])('%s', (who) => {
  test('sees them as they are', async () => {
    expect(rows(await read(who, '/flow/csv')).find(({ step, what }) => step === 'T1' && what === 'entered')?.n).toBe(
      '2',
    )
    expect(rows(await read(who, '/rates/csv')).find(({ name }) => name === 'RR1')).toMatchObject({
      count: '2',
      of: '4',
    })
    for (const path of ['/flow', '/flow/svg', '/rates']) {
      const page = await read(who, path)
      expect(shownIn(page).length, path).toBeGreaterThan(0)
      expect(page, path).not.toContain('&lt;5')
    }
    // what the test looks for in others is there
    for (const route of ['flow', 'rates'])
      expect(givenIn(await read(who, `/${route}`), route).length, route).toBeGreaterThan(0)
  })
})
