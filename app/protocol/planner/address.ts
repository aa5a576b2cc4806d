import { INTAKE_STEPS } from '../stages'
import { because, ends, gone, INTAKE, type Rule } from './piece'

/** Mail to whoever is asked comes back: without another address nobody is reached (§2.2, decided). */
export const addressWork: Rule = (_, course) => {
  if (!course.undelivered) return []
  const opens = course.undelivered.on
  const left = gone(course).find(({ step }) => INTAKE_STEPS.some((one) => one === step))
  const ended = ends('dropped', 'case_left', left?.leftOn)
  return [
    { kind: 'address', wave: INTAKE, opens, due: opens, closes: null, because: because('mail_returned', opens), ended },
  ]
}
