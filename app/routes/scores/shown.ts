import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { few, type Shown as ShownCount } from '../../protocol/disclosure/small-cells'
import { FEWEST } from '../../protocol/fewest'
import { itemCode } from '../../protocol/scoring'
import type { Perspective } from '../../protocol/study'
import { answered } from '../../records/answers'
import { scaleResults } from '../../records/scale-results'
import { nothingHere } from '../gate/enter'

/** Figures of so many people, of whom nobody here may see that they are one to four. */
const counted = <T extends { readonly n: number }>(of: T): Omit<T, 'n'> & { readonly n: ShownCount } => ({
  ...of,
  n: few(of.n),
})
const each = <T extends { readonly n: number }>(all: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(all).map(([scale, of]) => [scale, counted(of)]))

/** What the answers come to by the definition that the address names, else by the first of the study; by wave and side. */
export async function shownOf(request: Request, db: StudyDb, study: StudyRef) {
  const { scaleDefinitions, waves } = study.protocol
  const asked = new URL(request.url).searchParams.get('definition')
  const definition = asked ? scaleDefinitions.find(({ name }) => name === asked) : scaleDefinitions[0]
  if (!definition) throw nothingHere()
  const measurements = await answered(db, study.id)
  const sideOf = (wave: string, perspective: Perspective) => {
    const found = scaleResults(study, measurements, { wave, perspective, definition })
    return {
      ...counted(found),
      unreliable: few(found.unreliable),
      descriptives: each(found.descriptives),
      consistency: each(found.consistency),
      dyads: each(found.dyads),
      change: found.change && { ...found.change, scales: each(found.change.scales) },
      perspective,
      items: Object.fromEntries(
        definition.scales[perspective].map(({ name, items }) => [
          name,
          items.map(({ item, reversed }) => ({ code: itemCode(item), reversed })),
        ]),
      ),
    }
  }
  return {
    fewest: FEWEST,
    any: measurements.length > 0,
    definition: definition.name,
    definitions: scaleDefinitions.map(({ name, version }) => ({ name, version })),
    waves: waves.map(({ name, label }) => ({
      name,
      label,
      client: sideOf(name, 'client'),
      supervisor: sideOf(name, 'supervisor'),
    })),
  }
}
export type Shown = Awaited<ReturnType<typeof shownOf>>
export type ShownSide = Shown['waves'][number]['client']
