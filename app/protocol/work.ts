import { type Day, daysBetween } from './day'
import { RECONCILIATION_CITE } from './reconciliation'

/** What somebody has to do about a case (protocol §2 to §5), or about the numbers of a month (§6). */
export const WORK_KINDS = [
  'inquiry',
  'screening',
  'interview',
  'questionnaire',
  'appointment',
  'resume',
  'follow_up',
  'address',
  'reconciliation',
] as const
export type WorkKind = (typeof WORK_KINDS)[number]
/** Work about a case: all but that about the numbers of a month. */
export type CaseWorkKind = Exclude<WorkKind, 'reconciliation'>
/** What stands where a wave does in work that is of none: before the first, after the last, about a month. */
export const INTAKE = 'intake'
export const FOLLOW_UP = 'follow_up'
const NO_WAVES = [INTAKE, FOLLOW_UP, 'reconciliation']

/** What something is called, with the wave that it is of when it is of one. */
export const withWave = (name: string, wave: string): string => (NO_WAVES.includes(wave) ? name : `${name} ${wave}`)

/** Where a piece of work stands, the most pressing first: it should have been done, it is today's, the time for it runs out, or it may wait. */
export const WORK_STATES = ['overdue', 'due', 'closing', 'open'] as const
export type WorkState = (typeof WORK_STATES)[number]

/** Which rule makes each kind of work. */
export const WORK_CITES: Readonly<Record<WorkKind, string>> = {
  inquiry: '§2.2',
  screening: '§2.1',
  interview: '§3',
  questionnaire: '§3',
  appointment: '§4.3',
  resume: '§3',
  follow_up: '§5',
  address: '§2.2',
  reconciliation: RECONCILIATION_CITE,
}

/** Which work each role sees: an interviewer meets clients and must not learn what supervisors owe (protocol, table of people). */
export const WORK_OF: Readonly<Record<'coordinator' | 'interviewer', readonly WorkKind[]>> = {
  coordinator: WORK_KINDS,
  interviewer: ['interview', 'appointment', 'resume'],
}

/** Work that is a talk to be begun; one that was broken off is taken up again where it stands. */
export const TALKS: readonly WorkKind[] = ['interview', 'appointment']

/**
 * Where work that can be done stands on a day. Work with a window that closes (`closes`) is closing when no more than
 * `warning` days are left, both days included.
 */
export function workState(
  { due, closes }: { readonly due: Day; readonly closes: Day | null },
  on: Day,
  warning: number,
): WorkState {
  if (due < on) return 'overdue'
  if (due === on) return 'due'
  return closes !== null && daysBetween(on, closes) <= warning ? 'closing' : 'open'
}
