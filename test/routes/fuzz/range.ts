import type { Address } from '../../../app/access/pages'
import type { Learned } from './learned'
import type { Sessions } from './sessions'

/** What the run knows of the house that it shoots at. */
export type Range = {
  readonly base: string
  readonly concrete: (address: Address) => string
  readonly learned: Learned
  /** Ids and pseudonyms, of this study and of the one that nobody here may see. */
  readonly ids: readonly string[]
} & Pick<Sessions, 'cookieOf' | 'spareOf'>
