import type { Day } from '../day'
import type { Answered } from '../instruments/asked'
import type { Instrument, Words } from '../study'

/** What a rule may look at of one measurement, on its way in or long after. */
export type Measured = {
  readonly battery: readonly Instrument[]
  /** As they stand; from a file or from paper also what the instrument does not allow. */
  readonly given: Answered
  /** The codes in the order in which they were asked; as written when that is not known. */
  readonly order: readonly string[]
  /** Items that mean the opposite of the others (see `reversedItems`). */
  readonly reversed: ReadonlySet<string>
  /** Seconds a part, and minutes in all; null when nobody kept them, as on paper. */
  readonly seconds: Readonly<Record<string, number>> | null
  readonly minutes: number | null
  /** Signed off as a whole; an interview that was broken off is not. */
  readonly complete: boolean
  readonly days: {
    readonly heldOn: Day
    /** The day on which the answers came in, and the one on which supervision started; null when not known. */
    readonly receivedOn: Day | null
    readonly startedOn: Day | null
  }
}

/** A doubt about one answer; `item` is '' when it is about the whole. It holds no value, so whoever may not read answers may see it. */
export type Doubt = { readonly rule: string; readonly item: string }

/** A rule that raises a question about answers, with its authority and its words. It gives the items that it doubts ('' for the whole). */
export type QueryRule = {
  readonly cite: string
  readonly label: Words
  readonly doubts: (measured: Measured) => readonly string[]
}
