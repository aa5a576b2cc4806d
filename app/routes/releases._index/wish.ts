import type { ReleaseSpec } from '../../protocol/release-spec'
import { freeTextOf } from '../gate/form'

/** What a form says of a release, by field: every box that is ticked, or what was typed. */
export type Wish = Readonly<Record<string, readonly string[]>>

/** In a form, whether instruments are chosen: else whatever was asked. */
const SOME = 'some'
export const INSTRUMENTS = { field: 'which', all: 'all', some: SOME } as const

/** The field of how much less precisely something is told: how many rungs of its ladder. */
export const coarser = (name: string): string => `${COARSER}${name}`
const COARSER = 'coarsening.'

/** What is asked for, as a form says it. */
export function wishOf(spec: ReleaseSpec): Wish {
  const { tables, waves, instruments, definitions, outcomes, leftOut, dates, formats, language, purpose } = spec
  const narrowed = Object.entries(spec.population).map(([field, value]) => [field, [value]])
  const steps = Object.entries(spec.coarsening).map(([name, rungs]) => [coarser(name), [`${rungs}`]])
  return {
    ...{ tables, waves, definitions, outcomes, leftOut, formats },
    ...{ dates: [dates], language: [language], purpose: [purpose], instruments: instruments ?? [] },
    [INSTRUMENTS.field]: [instruments ? SOME : INSTRUMENTS.all],
    ...Object.fromEntries([...narrowed, ...steps]),
  }
}

/** What was sent, to be shown again. */
export const wishSent = (form: FormData): Wish =>
  Object.fromEntries([...new Set(form.keys())].map((field) => [field, form.getAll(field).map(String)]))

/** What was sent, for `readSpec` to judge. */
export function specSent(form: FormData): Readonly<Record<string, unknown>> {
  const all = (field: string) => form.getAll(field)
  const one = (field: string) => freeTextOf(form, field)
  return {
    purpose: one('purpose'),
    tables: all('tables'),
    waves: all('waves'),
    instruments: one(INSTRUMENTS.field) === SOME ? all('instruments') : null,
    definitions: all('definitions'),
    outcomes: all('outcomes'),
    leftOut: all('leftOut'),
    dates: one('dates'),
    population: Object.fromEntries(POPULATION.map((field) => [field, one(field)])),
    coarsening: Object.fromEntries(
      [...form.keys()]
        .filter((field) => field.startsWith(COARSER) && one(field) !== '')
        .map((field) => [field.slice(COARSER.length), Number(one(field))]),
    ),
    formats: all('formats'),
    language: one('language'),
  }
}
const POPULATION = ['region', 'location', 'interviewedAt', 'startedFrom', 'startedTo'] as const
