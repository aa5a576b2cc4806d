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

/** That the window opened, questions for a day while there is none, and warnings before it closes (§4.3). */
function ofWindow(study: StudyProtocol, course: Course, piece: Piece): PlannedMessage[] {
  const { wave: name, opens, closes } = piece
  const wave = waveNamed(study, name)
  const appointmentOn = course.waves[name]?.appointmentOn
  const planned = appointmentOn ? ({ how: 'dropped', fact: 'talk_planned', on: appointmentOn } as const) : null
  const at = (kind: MessageKind, round: number, on: Day, needless: PlannedMessage['needless']) => ({
    ...{ kind, wave: name, round, on, needless },
    because: because('anchor_held', piece.because.on),
  })
  return [
    at('window_opens', 0, opens, endedBy(piece, opens) ?? planned),
    ...wave.appointmentReminders.map((after, index) => {
      const on = addDays(opens, after)
      return at('appointment_reminder', index + 1, on, endedBy(piece, on) ?? planned)
    }),
    ...wave.closingWarnings.flatMap((left) => {
      if (!closes) return []
      const on = addDays(closes, -left)
      return [at('closing_warning', left, on, endedBy(piece, on) ?? planned)]
    }),
  ]
}

const endedBy = ({ ended }: Piece, on: Day): Ended | null => (ended && ended.on <= on ? ended : null)
