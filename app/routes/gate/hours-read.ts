import type { Hours } from '../../protocol/appointments/clashes'
import { readTime } from '../../protocol/appointments/clock-time'
import { done, type Result, refuse } from '../../protocol/refusal'
import { numberOf, textOf } from './form'

/** A part of a weekday as a form sends it, in the fields weekday, from and until; a refusal names the field. */
export function hoursIn(form: FormData): Result<Hours> {
  const [from, until] = [readTime(textOf(form, 'from')), readTime(textOf(form, 'until'))]
  if (from === undefined) return refuse('no_time', { field: 'from' })
  if (until === undefined) return refuse('no_time', { field: 'until' })
  return done({ weekday: numberOf(form, 'weekday') ?? 0, from, until })
}
