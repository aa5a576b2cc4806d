import type { Words } from '../words'

/** A value by which somebody could be recognised; null is not known, which is a value of its own. */
export type QuasiValue = string | number | null
/** One value for each quasi-identifier, by its name. */
export type QuasiValues = Readonly<Record<string, QuasiValue>>
/** How many rungs of its ladder each quasi-identifier was taken up; one that is not named stays as it is. Plain JSON. */
export type Steps = Readonly<Record<string, number>>

/** What the register says of a case and a release passes on. */
export type Covariate =
  | 'gender'
  | 'age_at_start'
  | 'location'
  | 'region'
  | 'organisation'
  | 'supervision_level'
  | 'risk_category'
/** A column of a release that tells a quasi-identifier: of the register, or an answer by the name of its option. */
export type Source =
  | { readonly covariate: Covariate }
  | {
      readonly item: string
      readonly wave: string
      readonly perspective: 'client' | 'supervisor'
      /** Options that the register calls otherwise. */
      readonly named?: Readonly<Record<string, string>>
    }

/** Values that become one: those named, or the numbers from the first to the last. */
export type Group = {
  readonly name: string
  readonly label: Words
  readonly holds: readonly string[] | { readonly from: number; readonly to: number }
}
/** One coarser way to tell a quasi-identifier. */
export type Rung = {
  readonly name: string
  readonly label: Words
  /** What an analyst loses by this rung beside the one below it, as whole numbers that are compared within a study. */
  readonly cost: number
  /** Groups of the values of the rung below; null leaves the quasi-identifier out. */
  readonly groups: readonly Group[] | null
}
/** What others may know of somebody and recognise them by, and in which steps a release can tell less of it. */
export type QuasiIdentifier = {
  readonly name: string
  readonly cite: string
  readonly label: Words
  /** Every column that tells it; its value is the first of them that is known. */
  readonly from: readonly Source[]
  /** The words of its values; of one that is not here the value itself is said, such as a region. */
  readonly values: Readonly<Record<string, Words>>
  readonly ladder: readonly Rung[]
  /** Others that it would tell: it is left out as soon as one of these is told less precisely. */
  readonly tells?: readonly string[]
}

/** Steps with those that follow from them. */
export const stepsIn = (
  identifiers: readonly Pick<QuasiIdentifier, 'name' | 'ladder' | 'tells'>[],
  steps: Steps,
): Steps => ({
  ...steps,
  ...Object.fromEntries(
    identifiers
      .filter(({ tells = [] }) => tells.some((name) => (steps[name] ?? 0) > 0))
      .map(({ name, ladder }) => [name, ladder.length]),
  ),
})

/** The last rung of every ladder. */
export const leftOut = (cost: number): Rung => ({
  name: 'left_out',
  label: { nl: 'weglaten', en: 'leave out' },
  cost,
  groups: null,
})
