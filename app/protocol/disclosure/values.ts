import type { ReleasedCase, ReleasedMeasurement } from '../released'
import type { StudyProtocol } from '../study'
import type { Covariate, QuasiIdentifier, QuasiValue, Source } from './quasi-identifier'

/** What of a case the values are read from. */
type Told = Pick<
  ReleasedCase,
  'gender' | 'birthYear' | 'startedOn' | 'location' | 'region' | 'organisation' | 'supervisionLevel' | 'riskCategory'
> & { readonly measurements: readonly Pick<ReleasedMeasurement, 'wave' | 'perspective' | 'answers'>[] }

const COVARIATES = {
  gender: ({ gender }) => gender,
  age_at_start: ({ birthYear, startedOn }) => (birthYear === null ? null : Number(startedOn.slice(0, 4)) - birthYear),
  location: ({ location }) => location,
  region: ({ region }) => region,
  organisation: ({ organisation }) => organisation,
  supervision_level: ({ supervisionLevel }) => supervisionLevel,
  risk_category: ({ riskCategory }) => riskCategory,
} satisfies Record<Covariate, (one: Told) => QuasiValue>

/**
 * A reader of the quasi-identifiers of a study: of each the first column that knows it. An answer is told by the name of its
 * option, as the ladders have it; of what was never asked with options there is none.
 */
export function quasiValuesOf(study: StudyProtocol): (one: Told) => Record<string, QuasiValue> {
  const readers = study.quasiIdentifiers.map(
    ({ name, from }) => [name, from.map((source) => readerOf(study, source))] as const,
  )
  return (one) =>
    Object.fromEntries(
      readers.map(([name, columns]) => {
        for (const read of columns) {
          const value = read(one)
          if (value !== null) return [name, value]
        }
        return [name, null]
      }),
    )
}

function readerOf(study: StudyProtocol, source: Source): (one: Told) => QuasiValue {
  if ('covariate' in source) return COVARIATES[source.covariate]
  const { wave, perspective, item } = source
  const names = optionsOf(study, source)
  return ({ measurements }) => {
    const measured = measurements.find((one) => one.wave === wave && one.perspective === perspective)
    const code = measured?.answers[item]
    return code === undefined ? null : (names[code] ?? null)
  }
}

/** The names of the options of an asked column by code, as the ladder of its quasi-identifier has them. */
function optionsOf(study: StudyProtocol, source: Exclude<Source, { covariate: Covariate }>): Record<number, string> {
  const { item, perspective, named = {} } = source
  const asked = study.instruments.filter((one) => one.perspective === perspective).flatMap(({ items }) => items)
  const options = asked.filter(({ code }) => code === item).flatMap((one) => one.options ?? [])
  return Object.fromEntries(options.map(({ code, name }) => [code, named[name] ?? name]))
}

/** The quasi-identifier that a column of the register tells, if it tells one. */
export const identifierOfCovariate = (study: StudyProtocol, covariate: string): QuasiIdentifier | undefined =>
  study.quasiIdentifiers.find(({ from }) => from.some((one) => 'covariate' in one && one.covariate === covariate))

/** The quasi-identifier that an asked column tells, if it tells one, with the names of its codes. */
export function identifierOfItem(
  study: StudyProtocol,
  at: { readonly wave: string; readonly perspective: string; readonly item: string },
): { readonly identifier: QuasiIdentifier; readonly names: Record<number, string> } | undefined {
  for (const identifier of study.quasiIdentifiers)
    for (const source of identifier.from)
      if (
        'item' in source &&
        source.item === at.item &&
        source.wave === at.wave &&
        source.perspective === at.perspective
      )
        return { identifier, names: optionsOf(study, source) }
  return undefined
}
