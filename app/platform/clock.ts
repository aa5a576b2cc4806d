import { type Day, dayAt, parseDay } from '../protocol/day'

/** When each KOPPEL_NOW that runs on was first read here, in milliseconds of this process. */
const begun = new Map<string, number>()

/**
 * The instant that KOPPEL_NOW names; noon, when it names a day, so that the day is the same in every European zone.
 * With a `+` behind it (2012-03-25T00:59:30Z+) time runs on from there, since this process first asked.
 */
function pinned(): Date | undefined {
  const { KOPPEL_NOW: text, KOPPEL_MODE: mode } = process.env
  if (!text || (mode !== 'demo' && mode !== 'test')) return undefined
  const named = text.replace(/\+$/, '')
  const instant = new Date(parseDay(named) ? `${named}T12:00:00Z` : named)
  if (Number.isNaN(instant.getTime()))
    throw new Error('KOPPEL_NOW is neither a day (2012-06-01) nor an instant, with or without a + behind it')
  if (named === text) return instant
  const since = begun.get(text) ?? performance.now()
  begun.set(text, since)
  return new Date(instant.getTime() + performance.now() - since)
}

/**
 * Machine time: sessions, limits, the queue, the audit. The only place that asks the machine what time it is.
 * KOPPEL_NOW stands in for it when KOPPEL_MODE is demo or test, and is ignored otherwise.
 */
export const now = (): Date => pinned() ?? new Date()

/** How many milliseconds KOPPEL_NOW moves time, for who asks a machine elsewhere what time it is; 0 in production. */
export const aheadMs = (): number => {
  const at = pinned()
  return at ? at.getTime() - Date.now() : 0
}

/** The day on an Amsterdam wall: protocol time of a study whose clock nobody moves. */
export const systemToday = (): Day => dayAt(now())
