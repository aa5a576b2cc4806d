import { beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../app/identity/accounts'
import { recordRefusal } from '../../app/records/fieldwork/refusal'
import { type House, openHouse } from '../e2e/house'
import { MET } from '../people'
import { must, namedWorld } from '../world'
import { handedOver } from './handed-over'

let house: House
beforeAll(async () => {
  house = await openHouse()
  const world = await namedWorld(house.database)
  for (const name of ['Aalders', 'Evers'] as const) {
    await world.interviewed(name)
    must(await world.answered(name, 'client'))
    must(await world.answered(name, 'supervisor'))
  }
  const { registrationId } = await world.approached('Berends')
  must(await recordRefusal(world.db, world.on(MET), { registrationId, wave: 'T1', on: MET, reason: 'no_time' }))
  await world.registered('Fokkens', { gender: 'female', riskCategory: 'high', region: 'Noord-Holland' })
}, 120_000)

async function report(who: string): Promise<string> {
  const signedIn = await fetch(`${house.base}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: house.base },
    body: new URLSearchParams({ email: `${who}@koppel.example`, password: DEMO_PASSWORD }),
  })
  const cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  const response = await fetch(`${house.base}/report`, { headers: { Cookie: cookie } })
  expect(response.status).toBe(200)
  return response.text()
}

/** Numbers of one to four that stand by themselves, beside those that are in print anyway. */
const shownIn = (page: string): string[] =>
  (page.split('<script')[0] ?? '')
    // the masthead counts what somebody has to do
    .replace(/<header[\s\S]*?<\/header>/, '')
    .replace(/<td data-label="Gepubliceerd[^>]*>[^<]*<\/td>/g, '')
    .match(/>\s*[1-4]\s*</g) ?? []

const OWN = 'loaderData.routes/report.'
/** What is handed over as a number of one to four: where people are counted, not what is printed or where a scale begins. */
const givenIn = (page: string): string[] =>
  handedOver(page)
    .filter(({ path, value }) => path.startsWith(OWN) && [1, 2, 3, 4].includes(value as number))
    .map(({ path }) => path.slice(OWN.length))
    .filter((path) => !/^(published|ranges)\./.test(path))

test('an analyst sees in no chapter of the report that a count is one to four, and is not handed it', async () => {
  const page = await report('analist')
  expect(shownIn(page)).toEqual([])
  expect(givenIn(page)).toEqual([])
  for (const chapter of ['flow', 'response', 'scales', 'outcomes', 'attrition', 'sample']) {
    const [, text = ''] = page.split(`<h2 id="${chapter}">`)
    expect([chapter, /&lt;5|niet getoond/.test(text.split('</section>')[0] ?? '')]).toEqual([chapter, true])
  }
})

test('a coordinator, who runs the study, sees them as they are', async () => {
  const page = await report('coordinator')
  expect(page).not.toContain('&lt;5')
  expect(shownIn(page).length).toBeGreaterThan(10)
  const given = givenIn(page)
  for (const part of ['boxes', 'counted', 'sample', 'outcomes', 'attrition'])
    expect([part, given.some((path) => path.startsWith(part))]).toEqual([part, true])
})
