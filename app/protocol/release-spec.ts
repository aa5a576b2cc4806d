import type { Day } from './day'
import type { Steps } from './disclosure/quasi-identifier'
import type { StudyProtocol } from './study'

/** The tables of a release, one for each grain, in the order in which they are listed. */
export const TABLES = ['wide', 'individual', 'pairwise', 'items', 'events', 'person_time'] as const
export type TableName = (typeof TABLES)[number]

/** In what a release can be written; the codebook and the manifest are always there. */
export const FORMATS = ['csv', 'sav', 'sps', 'dta', 'r', 'parquet', 'datapackage', 'odm', 'ddi'] as const
export type ReleaseFormat = (typeof FORMATS)[number]

/** What stands in the tables of a release. */
export type ReleaseChoice = {
  readonly tables: readonly TableName[]
  readonly waves: readonly string[]
  /** Names of instruments; null is whatever was asked. */
  readonly instruments: readonly string[] | null
  /** Names of scale definitions (protocol §7.1). */
  readonly definitions: readonly string[]
  /** Outcome rules (protocol §5), each as `outcome.variant`. */
  readonly outcomes: readonly string[]
  /** Kinds of ending that are neither "yes" nor "no" of negative dropout (protocol §5). */
  readonly leftOut: readonly string[]
  /** Days as days since the first interview, or as dates. */
  readonly dates: 'days' | 'calendar'
  /** How much less precisely quasi-identifiers are told, so that more people are alike. */
  readonly coarsening: Steps
}

/** Whom a release is about: all who may be released, or those of whom each of these is true. */
export type ReleasePopulation = {
  readonly region?: string
  readonly location?: string
  /** A wave at which the client was interviewed. */
  readonly interviewedAt?: string
  /** Supervision started on this day or after it, and on this day or before it. */
  readonly startedFrom?: Day
  readonly startedTo?: Day
}

/** All that is asked of a release. Plain JSON, as it is kept with it. */
export type ReleaseSpec = ReleaseChoice & {
  readonly population: ReleasePopulation
  readonly formats: readonly ReleaseFormat[]
  /** The language of labels in files that have room for one. */
  readonly language: 'nl' | 'en'
  readonly purpose: string
}

/** What the spec of a release may name of a study. */
export type Nameable = Pick<
  StudyProtocol,
  'waves' | 'scaleDefinitions' | 'outcomes' | 'registerEvents' | 'quasiIdentifiers'
>

/** How a rule is named in a spec. */
export const ruleName = ({ outcome, variant }: { readonly outcome: string; readonly variant: string }): string =>
  `${outcome}.${variant}`

/** A purpose, however it is spaced or capitalised: a slip in that must not make it another one. */
export const samePurpose = (typed: string): string => typed.trim().replace(/\s+/g, ' ').toLowerCase()

/** Everything that a study can release, in every format: what is changed to ask for less. */
export const wholeRelease = (study: Nameable, purpose: string): ReleaseSpec => ({
  tables: TABLES,
  waves: study.waves.map(({ name }) => name),
  instruments: null,
  definitions: study.scaleDefinitions.map(({ name }) => name),
  outcomes: study.outcomes.map(ruleName),
  leftOut: [...new Set(study.outcomes.flatMap(({ comparison }) => comparison?.leftOut ?? []))],
  dates: 'days',
  coarsening: {},
  population: {},
  formats: FORMATS,
  language: 'nl',
  purpose,
})

/** A spec as it was kept: before coarsening could be asked for there was none. */
export const keptSpec = (kept: unknown): ReleaseSpec => {
  const { coarsening = {}, ...asked } = kept as Omit<ReleaseSpec, 'coarsening'> & { readonly coarsening?: Steps }
  return { ...asked, coarsening }
}
