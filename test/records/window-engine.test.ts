import { expect, test } from 'vitest'
import { addDays, type Day, day, daysBetween } from '../../app/protocol/day'
import { windowOf } from '../../app/protocol/waves'
import { freshDatabase } from '../database'
import { connected } from '../platform/connect'
import { seeded } from '../protocol/calendar'

const DRAWS = 1_000_000
const AT_A_TIME = 50_000
const FIRST = day('1900-01-01')
const DAYS = daysBetween(FIRST, day('2199-12-31')) + 1
/** Four years on either side: leap years, and February from both. */
const MONTHS = 48

const database = await freshDatabase()

test('windows agree with the intervals of PostgreSQL on a million random days and months', {
  timeout: 120_000,
}, async () => {
  const seed = Math.trunc(Math.random() * 2 ** 31)
  const random = seeded(seed)
  const upTo = (count: number) => Math.floor(random() * count)
  const calendar = Array.from({ length: DAYS }, (_, at) => addDays(FIRST, at))
  const wrong: string[] = []
  const seen = new Set<Day>()
  let clamped = 0
  await connected(database.urls.owner, async (owner) => {
    for (let drawn = 0; drawn < DRAWS; drawn += AT_A_TIME) {
      const anchors = Array.from({ length: AT_A_TIME }, () => calendar[upTo(DAYS)] as Day)
      const after = anchors.map(() => upTo(2 * MONTHS + 1) - MONTHS)
      const lasts = anchors.map(() => upTo(MONTHS))
      const { rows } = await owner.query<[string, string]>({
        text: `SELECT (a + make_interval(months => o))::date::text, (a + make_interval(months => o + l))::date::text
                 FROM unnest($1::date[], $2::int[], $3::int[]) WITH ORDINALITY AS t (a, o, l, place) ORDER BY place`,
        values: [anchors, after, lasts],
        rowMode: 'array',
      })
      for (const [at, anchor] of anchors.entries()) {
        const opensAfterMonths = after[at] as number
        const window = { anchor: 'T1', opensAfterMonths, closesAfterMonths: opensAfterMonths + (lasts[at] as number) }
        const { opens, closes } = windowOf({ name: 'T2', window }, anchor)
        const [wantedOpens, wantedCloses] = rows[at] as [string, string]
        if (opens !== wantedOpens || closes !== wantedCloses) wrong.push(`${anchor} ${JSON.stringify(window)}`)
        if (opens.slice(8) !== anchor.slice(8)) clamped += 1
        seen.add(anchor)
      }
    }
  })
  expect(wrong.slice(0, 5), `seed ${seed}`).toEqual([])
  expect(seen.size).toBeGreaterThan(DAYS * 0.99)
  expect(clamped).toBeGreaterThan(DRAWS / 200)
})
