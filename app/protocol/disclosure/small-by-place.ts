import { type Shown, type Sum, smallCells } from './small-cells'

/** The counts of one location. */
export type Local = { readonly region: string; readonly location: string; readonly counts: ReadonlyMap<string, number> }
/** Which part of a study is asked for; all of it without. */
type Asked = { readonly region?: string | undefined; readonly location?: string | undefined }

/**
 * `smallCells` for a study with its regions and locations, which are all hidden in together: none of them tells by
 * subtraction what another hides. `sums` hold within each part; what is wider is left out last.
 */
export function smallByPlace(
  locals: readonly Local[],
  sums: readonly Sum[],
  rank: (cell: string) => number,
): (asked: Asked) => ReadonlyMap<string, Shown> {
  const cells = [...new Set(locals.flatMap(({ counts }) => [...counts.keys()]))]
  const regions = [...new Set(locals.map(({ region }) => region))]
  const nodes = [
    { name: 'all', width: 2, of: regions.map((region) => `r/${region}`) },
    ...regions.map((region) => ({
      name: `r/${region}`,
      width: 1,
      of: locals.filter((one) => one.region === region).map(leafOf),
    })),
    // a location of several regions is asked for by itself too
    ...several(locals).map((location) => ({
      name: `l/${location}`,
      width: 1,
      of: locals.filter((one) => one.location === location).map(leafOf),
    })),
    ...locals.map((one) => ({ name: leafOf(one), width: 0, of: [] })),
  ]
  const counts = new Map<string, number>()
  for (const one of locals) for (const cell of cells) counts.set(keyOf(leafOf(one), cell), one.counts.get(cell) ?? 0)
  for (const { name, of } of [...nodes].reverse())
    if (of.length > 0)
      for (const cell of cells)
        counts.set(
          keyOf(name, cell),
          of.reduce((sum, part) => sum + (counts.get(keyOf(part, cell)) ?? 0), 0),
        )
  const across = nodes
    .filter(({ of }) => of.length > 0)
    .flatMap(({ name, of }) =>
      cells.map((cell) => ({ total: keyOf(name, cell), parts: of.map((part) => keyOf(part, cell)) })),
    )
  const inside = nodes.flatMap(({ name }) =>
    sums.map(({ total, parts }) => ({ total: keyOf(name, total), parts: parts.map((part) => keyOf(name, part)) })),
  )
  const widths = new Map(nodes.map(({ name, width }) => [name, width]))
  const ranked = (key: string) => {
    const [name = '', cell = ''] = key.split(BETWEEN)
    return (widths.get(name) ?? 0) * WIDER + rank(cell)
  }
  const shown = smallCells(counts, [...inside, ...across], ranked)
  return (asked) => {
    const node = nodeOf(locals, asked)
    return new Map(
      cells.flatMap((cell) => {
        const one = shown.get(keyOf(node, cell))
        return one === undefined ? [] : [[cell, one] as const]
      }),
    )
  }
}

const BETWEEN = '\u0000'
/** More than any rank of a cell. */
const WIDER = 100
const keyOf = (node: string, cell: string) => `${node}${BETWEEN}${cell}`
const leafOf = ({ region, location }: Pick<Local, 'region' | 'location'>) => `p/${region}/${location}`

const several = (locals: readonly Local[]): string[] => {
  const names = locals.map(({ location }) => location)
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
}

function nodeOf(locals: readonly Local[], { region, location }: Asked): string {
  if (location === undefined) return region === undefined ? 'all' : `r/${region}`
  const here = locals.filter((one) => one.location === location && (region === undefined || one.region === region))
  return here.length === 1 && here[0] ? leafOf(here[0]) : `l/${location}`
}
