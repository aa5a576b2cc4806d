import type { Words } from './words'

/** Kinds of material that are kept for a time, and then deleted (protocol §6). */
export const RETAINED = [
  'names_never_took_part',
  'names_of_participants',
  'names_of_supervisors',
  'consent_forms',
  'mail_shown',
  'sessions',
  'refused_rows',
  'uploaded_files',
  'register_files',
  'answers',
  'audit',
] as const
export type Retained = (typeof RETAINED)[number]
/** The moment from which the time of keeping runs. */
export type RetentionFrom =
  | 'case_closed'
  | 'follow_up_over'
  | 'last_question_closed'
  | 'study_closed'
  | 'sent'
  | 'begun'
  | 'received'
  | 'taken_in'
/** For how long a kind of material is kept, from which moment, and why; `decided` where the protocol does not say. */
export type Retention = {
  readonly cite: string
  readonly label: Words
  readonly why: Words
  readonly from: RetentionFrom
  readonly keep: { readonly hours: number } | { readonly days: number } | { readonly months: number }
  readonly decided: boolean
}
