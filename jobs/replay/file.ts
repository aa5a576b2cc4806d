import type { Occasion } from '../../app/platform/occasion'
import type { Day } from '../../app/protocol/day'
import type { Result } from '../../app/protocol/refusal'
import type { Desk } from '../desk'
import type { Reader } from './column'

/** A cell's readers by column; what a row holds once every cell was read. */
export type Columns = Readonly<Record<string, Reader<unknown>>>
export type Cells<C extends Columns> = { readonly [K in keyof C]: ReturnType<C[K]> }

/** Where a row is played: the desk, the occasion of its day, and the case that its supervision number stands for. */
export type Stage = { readonly desk: Desk; readonly occasion: Occasion; readonly registrationId: string }

/** One kind of file of a cohort: how it is written, what its columns hold, and which verb each row is. */
export type CohortFile<C extends Columns = Columns> = {
  readonly name: string
  readonly delimiter: ',' | ';'
  readonly encoding: 'utf-8' | 'windows-1252'
  readonly columns: C
  /** The columns of the supervision's number and of the day on which the row is played. */
  readonly number: keyof C & string
  readonly day: keyof C & string
  /** Where on its day the row comes: register, reply, fieldwork, consent before interview, answers, losses, events. */
  readonly order: (cells: Cells<C>) => number
  readonly play: (stage: Stage, cells: Cells<C>) => Promise<Result<unknown>>
}

/** A row that was read, and where it stood. */
export type Row = {
  readonly file: string
  readonly line: number
  readonly number: string
  readonly on: Day
  readonly order: number
  readonly play: (stage: Stage) => Promise<Result<unknown>>
}

/** A row that was refused: where, which column, and a code of the catalogue; never the value, which may be a name. */
export type RefusedRow = {
  readonly file: string
  readonly line: number
  readonly column: string
  readonly code: string
}

/** Gives a file's description its own column types, and forgets them for whoever only reads rows. */
export const cohortFile = <C extends Columns>(file: CohortFile<C>): CohortFile => file as unknown as CohortFile
