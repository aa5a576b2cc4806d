import type { LeftOut, Told, ToldScales } from '../../app/exports/codebook/told'
import { distributions } from '../../app/exports/distribution'
import type { Filled, Variable } from '../../app/exports/table/table'
import { figures } from '../../app/protocol/scale-figures'
import { scaleDefinitionNamed } from '../../app/protocol/scoring'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { filledWith, IMPRINT, tableOf, variable } from './made-tables'

/** A client's answers to one question: four, one of them none. */
const FRICTION: Variable = variable('integer', 4, {
  name: 't1_client_i04',
  measure: 'ordinal',
  label: { nl: 'Eerste meting, cliënt: moeite met voorwaarden', en: 'First measurement, client: effort & conditions' },
  question: { nl: 'Kost het <moeite>?', en: 'Does it cost “effort”?' },
  values: [1, 4, 7].map((code) => ({ code, label: { nl: `stap ${code} ë`, en: `step ${code}` } })),
  missing: [
    { code: -8, label: { nl: 'niet gevraagd', en: 'not asked' } },
    { code: -9, label: { nl: 'geen antwoord', en: 'no answer' } },
  ],
  note: { nl: 'Bij cliënten is deze schaal niet betrouwbaar.', en: 'For clients this scale is not reliable.' },
  cite: '§7.1',
})
const DYAD = variable('text', 1, { name: 'dyad', width: 8, label: { nl: 'Koppel', en: 'Dyad' } })

export const WIDE: Filled = filledWith(
  tableOf([DYAD, FRICTION, variable('number', 3), variable('day', 5)], { key: ['dyad'] }),
  [
    ['2AB', 1, 1.5, '2012-03-13'],
    ['3CD', 4, 2.25, null],
    ['4EF', -9, null, null],
    ['5GH', 4, 7, null],
  ],
)

const LEFT_OUT: readonly LeftOut[] = [{ why: { nl: 'Geen ja op het formulier', en: 'No yes on the form' }, count: 12 }]
const definition = scaleDefinitionNamed(werkalliantie, 'alpha')

/** Scales of a few people: enough for α. */
function scales(): ToldScales[] {
  return (['client', 'supervisor'] as const).map((perspective) => {
    const found = figures(definition, perspective)
    for (const shift of [0, 1, 2, 4])
      found.add(
        Object.fromEntries(
          definition.total[perspective].items.map(({ item }) => [
            `i${String(item).padStart(2, '0')}`,
            1 + ((item + shift * (item % 3)) % 7),
          ]),
        ),
      )
    return { wave: 'T1', perspective, definition, consistency: found.consistency() }
  })
}

/** All that is told of a release with these tables. */
export async function toldOf(filled: readonly Filled[], more: Partial<Told> = {}): Promise<Told> {
  return {
    imprint: { ...IMPRINT, purpose: 'Wat doet é, ë & <b>?' },
    study: werkalliantie,
    tables: await Promise.all(
      filled.map(async ({ table, count, rows }) => ({
        table,
        count,
        distributions: await distributions(table, rows()),
      })),
    ),
    people: 4,
    leftOut: LEFT_OUT,
    scales: scales(),
    outcomes: werkalliantie.outcomes,
    ...more,
  }
}
