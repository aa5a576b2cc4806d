import type { Day } from '../day'
import { type WorkState, workState } from '../work'
import type { Piece } from './piece'

/** Where a piece of work stands: what there is to do, or that there is nothing yet or any more. */
export type PieceState = WorkState | 'later' | 'missed' | 'done' | 'dropped'

/**
 * Where a piece of work stands on a day: what closed without having been done was missed. `warning` as `workState` takes it.
 */
export function stateOf(
  piece: Pick<Piece, 'opens' | 'due' | 'closes' | 'ended'>,
  on: Day,
  warning: number,
): PieceState {
  const { opens, closes, ended } = piece
  if (ended && ended.on <= on) return ended.how
  if (on < opens) return 'later'
  if (closes !== null && on > closes) return 'missed'
  return workState(piece, on, warning)
}
