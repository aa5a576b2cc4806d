import { nonResponseOn } from '../reminders'
import { INTAKE } from '../work'
import { because, ends, gone, type Rule } from './piece'

/** A supervisor has been asked and answers, until the day of non-response (§2.2). */
export const inquiryWork: Rule = ({ inquiry: ladder }, course) => {
  if (!course.inquiry) return []
  const { sentOn, repliedOn } = course.inquiry
  const due = nonResponseOn(ladder, sentOn)
  const left = gone(course).find(({ step }) => step === 'inquiry')
  const ended =
    ends('done', 'reply_came', repliedOn) ??
    ends(left && left.leftOn >= due ? 'missed' : 'dropped', 'case_left', left?.leftOn)
  return [
    {
      kind: 'inquiry',
      wave: INTAKE,
      opens: sentOn,
      due,
      closes: null,
      because: because('inquiry_sent', sentOn),
      ended,
    },
  ]
}
