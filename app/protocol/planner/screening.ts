import { INTAKE } from '../work'
import { because, ends, gone, type Rule } from './piece'

/** Steps at which a case leaves because it was screened. */
const DECIDED: readonly string[] = ['criteria', 'judgement']

/** An answer left a criterion open, "not my client" above all: somebody has to find out, from that day on (§2.1). */
export const screeningWork: Rule = (_, course) => {
  const opens = course.inquiry?.repliedOn
  if (!opens) return []
  const judged = course.judgements.find(({ replacedOn }) => replacedOn === null)
  const [left] = gone(course)
  const ended =
    ends('done', 'judged', judged?.on) ??
    ends(left && DECIDED.includes(left.step) ? 'done' : 'dropped', 'case_left', left?.leftOn)
  return [
    { kind: 'screening', wave: INTAKE, opens, due: opens, closes: null, because: because('replied', opens), ended },
  ]
}
