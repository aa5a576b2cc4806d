import type { Asked } from '../../app/exports/shapes/shape'
import type { Row, Table, Value, Variable } from '../../app/exports/table/table'
import { pinOf } from '../../app/protocol/instruments/battery'

// Made-up tables as large as those of a release of 100,000 pairs, for how long each format takes.

/** A table, and the rows of pair n. */
export type Made = { readonly table: Table; readonly rowsOf: (pair: number) => Row[] }

const ITEMS = 60
const SIDES = ['client', 'supervisor'] as const
const WAVES = ['T1', 'T2'] as const
const SCORES = 20
const words = (text: string) => ({ nl: text, en: text })
const AGREEMENT = ['never', 'rarely', 'sometimes', 'often', 'always'].map((label, at) => ({
  code: at + 1,
  label: words(label),
}))
const MISSING = [
  { code: -8, label: words('not asked') },
  { code: -9, label: words('no answer') },
]

const text = (name: string, width: number): Variable => ({
  name,
  label: words(name),
  kind: 'text',
  measure: 'nominal',
  width,
})
const counted = (name: string, kind: 'integer' | 'number' = 'integer'): Variable => ({
  name,
  label: words(name),
  kind,
  measure: 'scale',
  width: 0,
})
const answer = (name: string): Variable => ({
  ...counted(name),
  measure: 'ordinal',
  values: AGREEMENT,
  missing: MISSING,
  question: words(`How often does the supervisor do what ${name} says?`),
})
const SIDE_BY_SIDE = WAVES.flatMap((wave) => SIDES.map((side) => `${wave.toLowerCase()}_${side}`))

/** The same numbers in every run, spread as if drawn: the nth of pair n, below `end`. */
const drawn = (pair: number, place: number, end: number): number => {
  let mixed = Math.imul(pair ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(place + 1, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return ((mixed ^ (mixed >>> 13)) >>> 0) % end
}
const number = (kind: string, of: number) => `${kind}-${String(of).padStart(7, '0')}`
const given = (pair: number, place: number): Value => {
  const draw = drawn(pair, place, 100)
  if (draw < 3) return null
  return draw < 8 ? (draw % 2 ? -8 : -9) : 1 + (draw % 5)
}

/** One row a pair: numbers of the release, 60 items of each side at each wave, means of them, a text that somebody coded. */
export function wideTable(): Made {
  const answers = SIDE_BY_SIDE.flatMap((where) =>
    Array.from({ length: ITEMS }, (_, item) => answer(`${where}_item_${item + 1}`)),
  )
  const scores = SIDE_BY_SIDE.flatMap((where) =>
    Array.from({ length: SCORES / SIDE_BY_SIDE.length }, (_, scale) =>
      counted(`${where}_scale_${scale + 1}`, 'number'),
    ),
  )
  const numbers = ['dyad', 'client', 'supervisor', 'location'].map((name) => text(name, 11))
  const variables = [...numbers, text('told', 300), counted('days'), ...answers, ...scores]
  const rowOf = (pair: number): Row => [
    number('D', pair),
    number('C', drawn(pair, 0, 1_000_000)),
    number('S', drawn(pair, 1, 4_000)),
    number('L', drawn(pair, 2, 30)),
    drawn(pair, 3, 4) ? null : `told the interviewer, coded ${drawn(pair, 4, 90)}, as was agreed`,
    drawn(pair, 5, 900) - 100,
    ...answers.map((_, place) => given(pair, 10 + place)),
    ...scores.map((_, place) => (drawn(pair, 500 + place, 20) ? 1 + drawn(pair, 600 + place, 49) / 12 : null)),
  ]
  const described = { name: 'wide', label: words('Dyads'), grain: words('One row per dyad'), key: ['dyad'] } as const
  return { table: { ...described, variables }, rowsOf: (pair) => [rowOf(pair)] }
}

/** One row for each question that the study asks a pair, as an ODM is written from. */
export function itemsTable(asked: Asked): Made {
  const questions = WAVES.flatMap((wave) =>
    SIDES.flatMap((side) =>
      asked(wave, side).flatMap((instrument) =>
        instrument.items.map(({ code }) => [side, wave, pinOf(instrument), code] as const),
      ),
    ),
  )
  const names = ['dyad', 'perspective', 'wave', 'instrument', 'item']
  const variables = [...names.map((name) => text(name, 40)), counted('value'), text('missing', 20), counted('day')]
  const rowsOf = (pair: number) =>
    questions.map(([side, wave, instrument, item], place): Row => {
      const value = given(pair, place)
      const why = value === null || (value as number) < 0 ? 'no_answer' : null
      return [number('D', pair), side, wave, instrument, item, why ? null : value, why, wave === 'T1' ? 0 : 180]
    })
  const described = { name: 'items', label: words('Answers'), grain: words('One row per answer') } as const
  return { table: { ...described, variables, key: names }, rowsOf }
}
