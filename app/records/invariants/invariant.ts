import type { StudyRef } from '../../platform/occasion'
import type { Sql } from '../../platform/sql'
import type { Day } from '../../protocol/day'

/** Of which study, and as of which day. */
export type About = { readonly study: StudyRef; readonly on: Day }

/** Something that holds of every study at every moment between two changes, whatever people did. */
export type Invariant = {
  readonly name: string
  readonly cite: string
  /** In one sentence. */
  readonly says: string
  /** The rows of which it does not hold, as `id`: of a case, a person, an envelope; pseudonyms and ids only. */
  readonly broken: (about: About) => Sql
}
