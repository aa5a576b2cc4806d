import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { type Say, speak } from '../../i18n/speak'
import type { StudyDb } from '../../platform/database'
import type { Day } from '../../protocol/day'
import type { PieceState } from '../../protocol/planner/state'
import { planOfCase, type StandingPiece } from '../../records/work/plan-of-case'
import { unreached } from '../../records/work/unreached'
import type { Entrance } from './enter'
import { whoseWork } from './whose-work'
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
  /** The pseudonym of whoever does not get our mail, while that is to be mended; null for other work. */
  readonly supervisor: string | null
}

/**
 * All that was, is and will be to be done about a case, in the reader's words; of it what their role does, and null for who has
 * no work here.
 */
export async function planShown(
  db: StudyDb,
  { visitor, study, occasion }: Entrance,
  { registrationId, language }: { readonly registrationId: string; readonly language: Language },
): Promise<ToldPiece[] | null> {
  if (!scopeOf(visitor.role, 'see_work')) return null
  const role = whoseWork(visitor.role)
  const say = speak(language)
  const pieces = await planOfCase(db, occasion, { registrationId, role })
  const astray = pieces.some(({ kind, ended }) => kind === 'address' && !ended)
  const whose = await unreached(db, astray ? [registrationId] : [])
  return pieces.map((piece) => ({
    key: `${piece.kind} ${piece.wave}`,
    what: workNamed(say, piece),
    state: piece.state,
    due: piece.due,
    more: more(say, piece),
    why: whyOf(say, study.protocol, piece),
    supervisor: (piece.kind === 'address' && whose.get(registrationId)) || null,
  }))
}

function more(say: Say, { state, wave, opens, closes, ended }: StandingPiece): string | null {
  const { workPlan: w, workEndings } = words
  const over = state === 'done' || state === 'missed' || state === 'dropped'
  if (over && ended) return say(workEndings[ended.fact], { wave, on: ended.on })
  if (over) return closes && say(w.notInTime, { on: closes })
  if (state === 'later') return say(w.opens, { on: opens })
  return closes && say(w.closes, { on: closes })
}
