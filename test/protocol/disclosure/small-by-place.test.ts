import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Local, smallByPlace } from '../../../app/protocol/disclosure/small-by-place'
import { FEW } from '../../../app/protocol/disclosure/small-cells'

const PLACES = [
  { region: 'North', location: 'Alkmaar' },
  { region: 'North', location: 'Haarlem' },
  { region: 'South', location: 'Breda' },
  { region: 'South', location: 'Haarlem' },
] as const
const locals = fc
  .array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: PLACES.length, maxLength: PLACES.length })
  .map((counts): Local[] =>
    PLACES.map((place, at) => {
      const [stayed, left] = counts[at] ?? [0, 0]
      return {
        ...place,
        counts: new Map([
          ['stayed', stayed],
          ['left', left],
          ['came', stayed + left],
        ]),
      }
    }),
  )
const sums = [{ total: 'came', parts: ['stayed', 'left'] }]
const rank = (cell: string) => (cell === 'came' ? 1 : 0)
const total = (all: readonly Local[], cell: string) => all.reduce((sum, { counts }) => sum + (counts.get(cell) ?? 0), 0)
type Asked = { readonly region?: string; readonly location?: string }

test('a part is the sum of its places, and shows no count of one to four', () => {
  fc.assert(
    fc.property(locals, (all) => {
      const shown = smallByPlace(all, sums, rank)
      for (const { asked, of } of [
        { asked: {}, of: all },
        { asked: { region: 'South' }, of: all.filter(({ region }) => region === 'South') },
        { asked: { location: 'Haarlem' }, of: all.filter(({ location }) => location === 'Haarlem') },
        { asked: { region: 'North', location: 'Haarlem' }, of: all.slice(1, 2) },
      ])
        for (const cell of ['came', 'stayed', 'left']) {
          const one = shown(asked).get(cell)
          const n = total(of, cell)
          if (n > 0 && n < 5) expect(one).toBe(FEW)
          else expect([n, FEW, '*']).toContain(one)
        }
    }),
  )
})

test('no place follows from the others and their region, nor a region from the whole', () => {
  fc.assert(
    fc.property(locals, (all) => {
      const shown = smallByPlace(all, sums, rank)
      const inside = (region: string) => all.filter((one) => one.region === region)
      const split: { asked: Asked; parts: { asked: Asked; of: Local[] }[] }[] = [
        { asked: {}, parts: ['North', 'South'].map((region) => ({ asked: { region }, of: inside(region) })) },
        { asked: { region: 'North' }, parts: inside('North').map((one) => ({ asked: one, of: [one] })) },
        { asked: { region: 'South' }, parts: inside('South').map((one) => ({ asked: one, of: [one] })) },
      ]
      for (const cell of ['came', 'stayed', 'left'])
        for (const { asked, parts } of split) {
          const hidden = parts.filter((part) => typeof shown(part.asked).get(cell) !== 'number')
          const n = hidden.length === 1 ? total(hidden[0]?.of ?? [], cell) : 0
          if (n > 0 && n < 5) expect(shown(asked).get(cell)).not.toBeTypeOf('number')
        }
    }),
  )
})

test('what is wider is left out last; of a place that is nowhere there is nothing', () => {
  const all = PLACES.slice(0, 3).map((place, at) => ({ ...place, counts: new Map([['came', at === 0 ? 3 : 9]]) }))
  const shown = smallByPlace(all, [], rank)
  const at = (asked: Asked) => shown(asked).get('came')
  expect([at(PLACES[0]), at(PLACES[1]), at({ region: 'North' }), at({})]).toEqual([FEW, '*', 12, 21])
  expect(at({ region: 'South', location: 'Alkmaar' })).toBeUndefined()
})
