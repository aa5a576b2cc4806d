import { type Day, dayAt, parseDay } from '../protocol/day'

/** The instant that KOPPEL_NOW names; noon, when it names a day, so that the day is the same in every European zone. */
function pinned(): Date | undefined {
  const { KOPPEL_NOW: text, KOPPEL_MODE: mode } = process.env
  if (!text || (mode !== 'demo' && mode !== 'test')) return undefined
  const instant = new Date(parseDay(text) ? `${text}T12:00:00Z` : text)
  if (Number.isNaN(instant.getTime())) throw new Error('KOPPEL_NOW is neither a day (2012-06-01) nor an instant')
  return instant
}

/**
 * Machine time: sessions, limits, the queue, the audit. The only place that asks the machine what time it is.
 * KOPPEL_NOW stands in for it when KOPPEL_MODE is demo or test, and is ignored otherwise.
 */
export const now = (): Date => pinned() ?? new Date()

/** The day on an Amsterdam wall: protocol time of a study whose clock nobody moves. */
export const systemToday = (): Day => dayAt(now())
