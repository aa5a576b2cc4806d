/** A mean with its standard deviation, and over how many. */
type PublishedScore = { readonly mean: number; readonly sd: number; readonly n: number }
/** Of so many how many. */
type PublishedShare = { readonly yes: number; readonly n: number }

/**
 * What a study's publications print, to stand beside what is found here. Sides go by wave and perspective: `T1 client`. It is
 * data to compare with and never to compute with; what they do not print is not in it.
 */
export type PublishedFigures = {
  readonly cite: string
  readonly scores: Readonly<Record<string, Readonly<Record<string, PublishedScore>>>>
  readonly alpha: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Correlations within pairs, by wave. */
  readonly correlations: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** By outcome, as the rule called `published` counts. */
  readonly outcomes: Readonly<Record<string, PublishedShare>>
  /** How many came to each step or wave; who was lost to one, by reason. */
  readonly flow: {
    readonly cite: string
    readonly steps: Readonly<Record<string, number>>
    readonly lost: Readonly<Record<string, Readonly<Record<string, number>>>>
  }
}
