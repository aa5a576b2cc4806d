import { attendanceLapse } from '../../outcomes/attendance-lapse'
import { earlyInterventionReport } from '../../outcomes/early-intervention-report'
import { formalAction } from '../../outcomes/formal-action'
import { negativeDropout } from '../../outcomes/negative-dropout'
import type { OutcomeRule } from '../../study'

/** The outcomes of §5, each as published and in the variants that the publications also use. */
export const outcomes: readonly OutcomeRule[] = [
  ...attendanceLapse,
  ...formalAction,
  ...negativeDropout,
  ...earlyInterventionReport,
]
