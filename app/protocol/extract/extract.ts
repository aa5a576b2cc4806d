import type { Day } from '../day'
import type { Words } from '../words'

/** What a file tells: new supervisions, supervisors' replies, what interviewers met with (protocol §2), how supervision went (§5). */
export type ExtractKind = 'register' | 'replies' | 'fieldwork' | 'followup'

/** One of the things that a choice can mean, and how files write it. */
export type Meaning = { readonly label: Words; readonly words: readonly string[] }

/**
 * How a cell is read. A code is at most four letters and five digits, so that no name can stand in its place. Days lie between `from` and `ahead` days after today (0 when not given).
 */
export type Reads =
  | { readonly as: 'text'; readonly max: number; readonly like?: 'email' | 'code' }
  | { readonly as: 'day'; readonly from: Day; readonly ahead?: number }
  | { readonly as: 'whole'; readonly min: number; readonly max: number }
  | Choice
export type Choice = { readonly as: 'choice'; readonly meanings: Readonly<Record<string, Meaning>> }

/** Something that a file of a kind can hold in a column. */
export type Field = {
  readonly name: string
  readonly label: Words
  readonly required: boolean
  readonly reads: Reads
  /** Headings that are known to mean it; accents, capitals, spaces and signs make no difference. */
  readonly heads: readonly string[]
  /** Holds a name, number or day of birth of a person: shown to nobody but who maps the file. */
  readonly named?: true
}

/** A kind of file: its fields, and which of them hold the number of the supervision and the day that a row is about. */
export type Extract = {
  readonly kind: ExtractKind
  readonly label: Words
  readonly number: string
  readonly day: string
  readonly fields: readonly Field[]
  /**
   * What is said of a file of this kind beside what stands in it (see `Origin`), unless somebody says otherwise. Without it
   * nothing is said, and what such a file tells stays as long as the rest.
   */
  readonly origin?: { readonly source: Words; readonly legalBasis: Words }
}

/** How the days of a file are written: 31-12-2012, 2012-12-31, or some so and others so. */
export const DAY_SHAPES = ['dmy', 'ymd', 'either'] as const
export type DayShape = (typeof DAY_SHAPES)[number]

/**
 * What the columns and words of somebody's files mean: plain JSON, kept by name; it holds no cell about a person. `values`
 * has, for each choice, texts and what they mean; an empty meaning reads the text as an empty cell.
 */
export type Mapping = {
  readonly columns: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly days: DayShape
}

/** The field with a name; undefined when the extract has none. */
export const fieldNamed = ({ fields }: Extract, name: string): Field | undefined =>
  fields.find((field) => field.name === name)
