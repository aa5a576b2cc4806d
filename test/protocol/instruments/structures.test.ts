import { describe, expect, test } from 'vitest'
import { choice, howStepsUnknown } from '../../../app/protocol/instruments/choices'
import { fitsStructure } from '../../../app/protocol/instruments/fits-structure'
import { type Structure, structureNamed, structures } from '../../../app/protocol/instruments/structures'
import { waGk } from '../../../app/protocol/instruments/wa-gk'
import type { Instrument, Item } from '../../../app/protocol/study'

const words = { nl: 'Een zin.', en: 'A sentence.' }

/** Somebody's wording of a structure; where no range is known, on seven steps. */
const worded = ({ perspective, items }: Structure, steps = 7): Instrument => ({
  name: 'licensed',
  version: 1,
  perspective: perspective ?? 'client',
  title: words,
  agreement: [],
  items: items.map(
    ({ code, ends }): Item => ({ code, kind: 'agreement', ...(ends ?? { min: 1, max: steps }), text: words }),
  ),
})

const the = (name: string) => structureNamed(name) as Structure
const countOf = (name: string) => the(name).items.length

describe('structures with a licence (protocol §7.2)', () => {
  test('have the numbers of items that the protocol names, and no words', () => {
    expect(['motivation', 'wai-short-form', 'wai-sr'].map(countOf)).toEqual([14, 12, 12])
    expect(['dri-r-client', 'dri-r-supervisor'].map(countOf)).toEqual([25, 28])
    expect(['added-client', 'added-supervisor'].map(countOf)).toEqual([22, 31])
    expect(['wa-gk-client', 'wa-gk-supervisor'].map(countOf)).toEqual([20, 23])
    for (const { items } of structures) expect(new Set(items.map(({ code }) => code)).size).toBe(items.length)
    expect(structureNamed('other')).toBeUndefined()
  })

  test('can stand in one battery: no code is in two of them, but for the two short forms of one', () => {
    for (const side of ['client', 'supervisor'] as const) {
      const asked = structures.filter(({ name, perspective }) => name !== 'wai-sr' && (perspective ?? side) === side)
      const codes = asked.flatMap(({ items }) => items.map(({ code }) => code))
      expect(new Set(codes).size).toBe(codes.length)
    }
  })

  test('say a dimension only where it is known: four items each', () => {
    const known = structures.filter(({ items }) => items.some(({ dimension }) => dimension))
    expect(known.map(({ name }) => name)).toEqual(['wai-sr'])
    const dimensions = the('wai-sr').items.map(({ dimension }) => dimension)
    for (const name of ['goal', 'task', 'bond']) expect(dimensions.filter((one) => one === name)).toHaveLength(4)
  })
})

describe('an instrument fits a structure', () => {
  test.each(structures.map((one) => [one.name, one] as const))('%s, when it has its items', (_, structure) =>
    expect(fitsStructure(worded(structure), structure)).toEqual([]),
  )

  test('our own wording fits the alliance', () => {
    for (const own of waGk) expect(fitsStructure(own, the(own.name))).toEqual([])
  })

  test('with "I don’t know" beside the steps', () => {
    const structure = the('motivation')
    const items = structure.items.map(({ code }) => choice(code, words, howStepsUnknown))
    expect(fitsStructure({ ...worded(structure), items }, structure)).toEqual([])
  })

  test('or it is said of each line in what it does not', () => {
    const structure = the('wa-gk-supervisor')
    const { items } = worded(structure)
    const [first, second, ...rest] = items as [Item, Item, ...Item[]]
    const other = { ...worded(structure), perspective: 'client' as const }
    const changed = [{ ...second, max: 5 }, ...rest, { ...first, code: 'i02' }]
    expect(fitsStructure({ ...other, items: changed }, structure)).toEqual([
      { what: 'other_perspective', item: '' },
      { what: 'lacking', item: 'i01' },
      { what: 'other_range', item: 'i04' },
      { what: 'too_much', item: 'i02' },
    ])
  })

  test('also where no range is known: the first item’s goes for all', () => {
    const structure = the('dri-r-client')
    const five = worded(structure, 5)
    expect(fitsStructure(five, structure)).toEqual([])
    const items = five.items.map((item) => (item.code === 'dri07' ? { ...item, max: 7 } : item))
    expect(fitsStructure({ ...five, items }, structure)).toEqual([{ what: 'other_range', item: 'dri07' }])
    const gap = [1, 3].map((code) => ({ code, name: `${code}`, label: words }))
    const holed = five.items.map((item) => (item.code === 'dri01' ? choice('dri01', words, gap) : item))
    expect(fitsStructure({ ...five, items: holed }, structure)).toHaveLength(25)
    expect(fitsStructure({ ...five, items: [] }, structure)).toHaveLength(25)
  })
})
