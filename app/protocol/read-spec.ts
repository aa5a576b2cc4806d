import { parseDay } from './day'
import { readSteps } from './disclosure/read-steps'
import { coarsenable } from './disclosure/shared-numbers'
import { done, type Result, refuse } from './refusal'
import {
  FORMATS,
  type Nameable,
  type ReleaseFormat,
  type ReleasePopulation,
  type ReleaseSpec,
  ruleName,
  TABLES,
  type TableName,
} from './release-spec'

/** Characters that a purpose has at most. */
export const LONGEST_PURPOSE = 500
/** Instruments can come from a file: their names have this shape, and a study need not know them. */
const INSTRUMENT = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * Reads what was asked of a release, from a form, a command line or the row it is kept in. Refuses with the field that is
 * not there, or names what this study does not have: `unknown_choice`, `required`, `no_day`, `too_long`. An answer is in
 * the order of the study, each once.
 */
export function readSpec(study: Nameable, given: unknown): Result<ReleaseSpec> {
  if (!isRecord(given)) return refuse('required', { field: 'tables' })
  const unknown = Object.keys(given).find((key) => !KEYS.includes(key))
  if (unknown !== undefined) return refuse('unknown_choice', { field: unknown })
  const field = fieldsOf(given)
  const spec = {
    tables: field.some('tables', TABLES) as TableName[] | undefined,
    waves: field.some(
      'waves',
      study.waves.map(({ name }) => name),
    ),
    instruments: given.instruments === null ? null : field.shaped('instruments', INSTRUMENT),
    definitions: field.any(
      'definitions',
      study.scaleDefinitions.map(({ name }) => name),
    ),
    outcomes: field.any('outcomes', study.outcomes.map(ruleName)),
    leftOut: field.any('leftOut', Object.keys(study.registerEvents.ended?.kinds ?? {})),
    dates: field.one('dates', ['days', 'calendar']) as ReleaseSpec['dates'] | undefined,
    formats: withCsv(field.some('formats', FORMATS) as ReleaseFormat[] | undefined),
    language: field.one('language', ['nl', 'en']) as ReleaseSpec['language'] | undefined,
    purpose: typeof given.purpose === 'string' ? given.purpose.trim() : '',
  }
  const lacking = Object.entries(spec).find(([, value]) => value === undefined)
  if (lacking) return refuse('unknown_choice', { field: lacking[0] })
  if (spec.purpose === '') return refuse('required', { field: 'purpose' })
  if (spec.purpose.length > LONGEST_PURPOSE) return refuse('too_long', { field: 'purpose', max: LONGEST_PURPOSE })
  const population = readPopulation(study, given.population)
  if (!population.ok) return population
  const coarsening = readSteps(coarsenable(study), given.coarsening)
  // nothing is undefined here: that was refused
  return coarsening.ok
    ? done({ ...spec, population: population.value, coarsening: coarsening.value } as ReleaseSpec)
    : coarsening
}

/** What a spec says: a slip in one of these would otherwise ask for more than was meant. */
const KEYS: readonly string[] = [
  ...['tables', 'waves', 'instruments', 'definitions', 'outcomes', 'leftOut', 'dates', 'coarsening', 'population'],
  ...['formats', 'language', 'purpose'],
]
const OF_WHOM: readonly string[] = ['region', 'location', 'interviewedAt', 'startedFrom', 'startedTo']

/** What reads or describes the CSV files asks for them. */
const OF_CSV: readonly ReleaseFormat[] = ['sps', 'r', 'datapackage', 'ddi']

const withCsv = (formats: readonly ReleaseFormat[] | undefined): readonly ReleaseFormat[] | undefined =>
  formats && !formats.includes('csv') && formats.some((one) => OF_CSV.includes(one)) ? ['csv', ...formats] : formats

function readPopulation(study: Nameable, given: unknown): Result<ReleasePopulation> {
  if (!isRecord(given)) return refuse('required', { field: 'population' })
  const said = Object.entries(given).filter(([, value]) => value !== undefined && value !== null && value !== '')
  for (const [field, value] of said) {
    if (typeof value !== 'string') return refuse('unknown_choice', { field })
    if (!OF_WHOM.includes(field)) return refuse('unknown_choice', { field })
    if (field === 'region' || field === 'location') continue
    if (field === 'startedFrom' || field === 'startedTo') {
      if (!parseDay(value)) return refuse('no_day', { field })
    } else if (field !== 'interviewedAt' || !study.waves.some(({ name }) => name === value))
      return refuse('unknown_choice', { field })
  }
  const population = Object.fromEntries(said) as ReleasePopulation
  const { startedFrom, startedTo } = population
  if (startedFrom && startedTo && startedTo < startedFrom)
    return refuse('ends_before_it_begins', { field: 'startedTo' })
  return done(population)
}

const isRecord = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

/** Readers of single fields; undefined when a field is not there, or has something that may not stand in it. */
function fieldsOf(given: Readonly<Record<string, unknown>>) {
  const texts = (name: string): readonly string[] | undefined => {
    const value = given[name]
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined
  }
  const any = (name: string, known: readonly string[]) => {
    const said = texts(name)
    return said?.every((one) => known.includes(one)) ? known.filter((one) => said.includes(one)) : undefined
  }
  return {
    any,
    some: (name: string, known: readonly string[]) => {
      const said = any(name, known)
      return said && said.length > 0 ? said : undefined
    },
    one: (name: string, known: readonly string[]) => known.find((one) => one === given[name]),
    shaped: (name: string, shape: RegExp) => {
      const said = texts(name)
      return said && said.length > 0 && said.every((one) => shape.test(one)) ? [...new Set(said)].sort() : undefined
    },
  }
}
