import type { StudyRef } from '../../platform/occasion'
import { reasonNamed } from '../../protocol/reasons'
import { INTAKE_STEPS, STAGE_NAMES } from '../../protocol/stages'
import type { FlowChoice } from '../../records/flow/cases'
import { reasonListOf, stepNames } from '../../records/flow/steps'
import type { Names } from '../flow/named'

/**
 * Which cases an address asks for, the same for the next page, and how they are called; all of the first step when it names none, null when
 * there is no such number.
 */
export function choiceOf(request: Request, study: StudyRef) {
  const given = new URL(request.url).searchParams
  const step = given.get('step') ?? INTAKE_STEPS[0]
  if (!stepNames(study).includes(step)) return null
  const reason = given.get('reason')
  if (reason) {
    if (!reasonNamed(study.protocol, reasonListOf(study, step) ?? '', reason)) return null
    return chosen({ step, of: 'left', reason }, { step, reason }, (names) => names.reason(step, reason))
  }
  if (given.get('left') === 'any')
    return chosen({ step, of: 'left', reason: null }, { step, left: 'any' as const }, (names) => names.exit(step))
  const wanted = given.get('stage')
  if (!wanted) return chosen({ step, of: 'entered' }, { step }, () => null)
  const stage = STAGE_NAMES.find((one) => one === wanted)
  return stage ? chosen({ step, of: 'there', stage }, { step, stage }, (names) => names.stage(step, stage)) : null
}

type Query = { readonly step: string; readonly stage?: string; readonly reason?: string; readonly left?: 'any' }

const chosen = (of: FlowChoice, query: Query, named: (names: Names) => string | null) => ({ of, query, named })
