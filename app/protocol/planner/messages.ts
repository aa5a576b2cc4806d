import { addDays, type Day } from '../day'
import type { StudyProtocol } from '../study'
import { waveNamed } from '../waves'
import type { Course } from './course'
import { because, type Ended, type Piece } from './piece'
import { plan } from './plan'

/** Messages that a day brings by itself, in the order in which a case can come to them. */
export const MESSAGE_KINDS = [
  'inquiry_reminder',
  'questionnaire_reminder',
  'window_opens',
  'appointment_reminder',
  'closing_warning',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** A message that the course of a case asks for. */
export type PlannedMessage = {
  readonly kind: MessageKind
  readonly wave: string
  /** Counted from 1; 0 for what is said once. Of a warning the days that are left. */
  readonly round: number
  /** The day as planned; nights, weekends and holidays may bring it later. */
  readonly on: Day
  readonly because: Piece['because']
  /** What made it needless before its day; null: it goes. */
  readonly needless: Ended | { readonly how: 'dropped'; readonly fact: 'talk_planned'; readonly on: Day } | null
}

/**
 * All messages of the ladders and windows of a case, each with its day and the fact that made it (§2.2, §3, §4.3), also those that
 * became needless. They hang on the work of the case: what is done needs no reminder.
 */
export function messages(study: StudyProtocol, course: Course): readonly PlannedMessage[] {
  return plan(study, course).flatMap((piece) => {
    switch (piece.kind) {
      case 'inquiry':
        return ladder(study.inquiry.reminders, 'inquiry_reminder', piece)
      case 'questionnaire':
        return ladder(waveNamed(study, piece.wave).questionnaire.reminders, 'questionnaire_reminder', piece)
      case 'appointment':
        return ofWindow(study, course, piece)
      default:
        return []
    }
  })
}

/** Reminders so many days after the question. */
function ladder(days: readonly number[], kind: MessageKind, piece: Piece): PlannedMessage[] {
  return days.map((after, at) => {
    const on = addDays(piece.opens, after)
    return { kind, wave: piece.wave, round: at + 1, on, because: piece.because, needless: endedBy(piece, on) }
  })
}

/**
 * That the window opened, questions for a day while there is none, and warnings before it closes (§4.3). Up to the last day of a
 * talk, planned or fallen through, nothing of it is needed; when that day passes with no interview, the supervisor is asked
 * once more the day after, and the last warning that was passed over is given then.
 */
function ofWindow(study: StudyProtocol, course: Course, piece: Piece): PlannedMessage[] {
  const { wave: name, opens, closes } = piece
  const wave = waveNamed(study, name)
  const { appointmentOn = null, fellThrough = [] } = course.waves[name] ?? {}
  const talks = [...new Set([...fellThrough, ...(appointmentOn ? [appointmentOn] : [])])]
    .filter((on) => on >= opens)
    .sort()
  const last = talks.at(-1)
  const at = (kind: MessageKind, round: number, on: Day): PlannedMessage => ({
    ...{ kind, wave: name, round, on, because: because('anchor_held', piece.because.on) },
    needless: endedBy(piece, on) ?? (last && on <= last ? { how: 'dropped', fact: 'talk_planned', on: last } : null),
  })
  const ladder = wave.appointmentReminders.map((after, index) =>
    at('appointment_reminder', index + 1, addDays(opens, after)),
  )
  const days = new Set(ladder.map(({ on }) => on))
  const another = talks
    .map((on) => addDays(on, 1))
    .filter((on) => !days.has(on) && closes !== null && on <= closes)
    .map((on, index) => at('appointment_reminder', ladder.length + index + 1, on))
  const warnings = closes ? wave.closingWarnings.map((left) => at('closing_warning', left, addDays(closes, -left))) : []
  return [
    at('window_opens', 0, opens),
    ...ladder,
    ...another,
    ...warnings,
    ...warnedLate(warnings, { last, closes, at }),
  ]
}

type Late = {
  readonly last: Day | undefined
  readonly closes: Day | null
  readonly at: (kind: MessageKind, round: number, on: Day) => PlannedMessage
}

/** The last of the warnings that a talk made needless: the day after it, when no other one is given then. */
function warnedLate(warnings: readonly PlannedMessage[], { last, closes, at }: Late): PlannedMessage[] {
  const passed = warnings.filter(({ on }) => last && on <= last).sort((a, b) => a.round - b.round)[0]
  if (!last || !passed) return []
  const on = addDays(last, 1)
  if (closes === null || on > closes || warnings.some((one) => one.on === on)) return []
  return [at('closing_warning', passed.round, on)]
}

const endedBy = ({ ended }: Piece, on: Day): Ended | null => (ended && ended.on <= on ? ended : null)
