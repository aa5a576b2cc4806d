import { words } from '../../i18n/catalogue'
import type { Say } from '../../i18n/speak'
import type { Day } from '../../protocol/day'
import type { PieceState } from '../../protocol/planner/state'
import type { StudyProtocol } from '../../protocol/study'
import type { StandingPiece } from '../../records/work/plan-of-case'
import { whyOf, workNamed } from './why'

/** A piece of the plan of a case in the reader's words. */
export type ToldPiece = {
  readonly key: string
  readonly what: string
  readonly state: PieceState
  readonly due: Day
  /** From when or until when it can be done, or how it ended. */
  readonly more: string | null
  readonly why: string
}

/** The plan of a case in the reader's words: what, how it stands, why, and how it ended. */
export const tellPlan = (say: Say, protocol: StudyProtocol, pieces: readonly StandingPiece[]): ToldPiece[] =>
  pieces.map((piece) => ({
    key: `${piece.kind} ${piece.wave}`,
    what: workNamed(say, piece),
    state: piece.state,
    due: piece.due,
    more: more(say, piece),
    why: whyOf(say, protocol, piece),
  }))

function more(say: Say, { state, wave, opens, closes, ended }: StandingPiece): string | null {
  const { workPlan: w, workEndings } = words
  const over = state === 'done' || state === 'missed' || state === 'dropped'
  if (over && ended) return say(workEndings[ended.fact], { wave, on: ended.on })
  if (over) return closes && say(w.notInTime, { on: closes })
  if (state === 'later') return say(w.opens, { on: opens })
  return closes && say(w.closes, { on: closes })
}
