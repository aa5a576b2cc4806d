import { type Day, parseDay } from '../../protocol/day'
import { type Result, refuse } from '../../protocol/refusal'
import { textOf } from './form'

/** A day of a form that has to be there; a refusal names the field. */
export function dayIn(form: FormData, name: string): Result<Day> {
  const typed = textOf(form, name)
  const day = parseDay(typed)
  return day ? { ok: true, value: day } : refuse(typed ? 'no_day' : 'required', { field: name })
}

/** A day that has to be there, and one that may be left empty; a refusal names the field. */
export function daysIn(form: FormData, first: string, last: string): Result<{ from: Day; until: Day | null }> {
  const from = dayIn(form, first)
  if (!from.ok) return from
  if (textOf(form, last) === '') return { ok: true, value: { from: from.value, until: null } }
  const until = dayIn(form, last)
  return until.ok ? { ok: true, value: { from: from.value, until: until.value } } : until
}
