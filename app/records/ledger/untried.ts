import { sql } from '../../platform/sql'

/** Why an envelope waits of which no server ever got the text, though it was tried: refused before, or nobody was there. */
export const UNHEARD = 'unheard'

const ALIASES = { e: sql`e`, t: sql`t`, late: sql`late`, mail_envelope: sql`mail_envelope` }

/** Whether nobody can have read an envelope: it was never tried, or no server ever got its text. */
export const unread = (alias: keyof typeof ALIASES) =>
  sql`(${ALIASES[alias]}.attempts = 0 OR ${ALIASES[alias]}.reason IS NOT DISTINCT FROM ${UNHEARD})`

/** Whether an envelope takes lines: nobody can have read it, also when it was cancelled unsent. */
export const takesLines = (alias: keyof typeof ALIASES) =>
  sql`(${ALIASES[alias]}.state IN ('planned', 'cancelled') AND ${unread(alias)})`

/** What an envelope becomes that takes lines: planned, and when it was cancelled since this instant. */
export const openAgain = (instant: Date) => sql`
  state = 'planned', reason = CASE WHEN mail_envelope.reason = ${UNHEARD} THEN mail_envelope.reason END, ended_at = NULL,
  planned_at = CASE mail_envelope.state WHEN 'planned' THEN mail_envelope.planned_at ELSE ${instant}::timestamptz END`
