import type { Day } from '../../protocol/day'
import type { ReleasableCase } from '../../protocol/released'
import type { Instrument, Perspective } from '../../protocol/study'
import type { Row, Table } from '../table/table'

/** What has a number of its own in a release. */
export type Numbered = 'dyad' | 'client' | 'supervisor' | 'interviewer' | 'location'

/** What rows are made from: a releasable case, the numbers of the release, and up to when the register is known. */
export type Subject = {
  readonly one: ReleasableCase
  /** The number that the release gives to an id, code or name: the same wherever it is asked for again. */
  readonly number: (kind: Numbered, id: string) => string
  readonly followedTo: Day
}

/** A table, and the rows that a subject has in it, in the order of the table's key. */
export type Shape = { readonly table: Table; readonly rowsOf: (subject: Subject) => readonly Row[] }

/** What a side was ever asked at a wave: of each name the newest version first. */
export type Asked = (wave: string, perspective: Perspective) => readonly Instrument[]
