import type { Shown } from './styles'

const DAY_SECONDS = 86_400
/** Day 0 of the calendar that counts from 1900, as it stands from March 1900 on; the other is 1,462 days later. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const DAYS_TO_1904 = 1_462
/** Day 60 is 29 February 1900, which never was. */
const NEVER = 60
/** 31 December 9999. */
const LAST = 2_958_465

/** The text of a number: without the noise of binary fractions, as the day that it is shown as, or with its zeros. */
export function numberText(written: string, shown: Shown, from1904: boolean): string {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return written
  if (shown === 'day') return dayText(value, from1904) ?? numberText(written, 'number', from1904)
  const text = String(Number(value.toPrecision(15)))
  return shown === 'number' || !/^\d+$/.test(text) ? text : text.padStart(shown.digits, '0')
}

/** YYYY-MM-DD, with THH:MM:SS when there is a time; only the time within the first day. Undefined out of the calendar. */
function dayText(value: number, from1904: boolean): string | undefined {
  const seconds = Math.round(value * DAY_SECONDS)
  const count = Math.floor(seconds / DAY_SECONDS) + (from1904 ? DAYS_TO_1904 : 0)
  if (value < 0 || count > LAST) return undefined
  const ofDay = seconds % DAY_SECONDS
  const time = new Date(ofDay * 1_000).toISOString().slice(11, 19)
  if (value < 1 && ofDay > 0) return time
  const day = dayNumbered(count)
  return ofDay === 0 ? day : `${day}T${time}`
}

function dayNumbered(count: number): string {
  if (count === NEVER) return '1900-02-29'
  const days = count < NEVER ? count + 1 : count
  return new Date(DAY_ZERO + days * DAY_SECONDS * 1_000).toISOString().slice(0, 10)
}
