import type { StudyRef } from '../../platform/occasion'
import { reasonCodes } from '../../protocol/reasons'
import { INTAKE_STEPS, STAGE_NAMES, STAGES, type Stage } from '../../protocol/stages'
import { stepOfWave } from '../standing'
import type { Place } from './count'

/** Counts by reason code, in the order in which the study lists its reasons. */
export type ByReason = Readonly<Record<string, number>>

/** One step of the flow, or a wave: entered = left + still there + went on. */
export type FlowStep = {
  readonly step: string
  readonly entered: number
  /** Who stands there now, by stage. */
  readonly there: Readonly<Partial<Record<Stage, number>>>
  readonly left: number
  /** Every reason that the study has here, also those that nobody left for. */
  readonly reasons: ByReason
  /** Who went on to the next step. */
  readonly on: number
}

/** The steps of the flow in order: those of intake, then each wave that was held (protocol §2 to §4). */
export const stepNames = ({ protocol }: Pick<StudyRef, 'protocol'>): string[] => [
  ...INTAKE_STEPS,
  ...protocol.waves.map(({ name }) => name),
]

/** The list of reasons under which cases leave at a step: at a wave it is that of the next one, to which they are lost. */
export function reasonListOf({ protocol }: Pick<StudyRef, 'protocol'>, step: string): string | null {
  const { waves } = protocol
  const held = waves.findIndex(({ name }) => name === step)
  if (held < 0) return step
  const next = waves[held + 1]
  return next ? stepOfWave(next) : null
}

/** The steps with their counts. */
export function stepsOf(study: Pick<StudyRef, 'protocol'>, places: readonly Place[]): FlowStep[] {
  const names = stepNames(study)
  return names.map((step, index) => {
    const at = places.filter((place) => place.step === step)
    const later = names.slice(index + 1)
    const gone = at.filter(({ reason }) => reason !== null)
    const on = sum(places.filter((place) => later.includes(place.step)))
    return {
      step,
      entered: sum(at) + on,
      there: Object.fromEntries(
        stagesAt(step).map((stage) => [stage, sum(at.filter((one) => one.reason === null && one.stage === stage))]),
      ),
      left: sum(gone),
      reasons: Object.fromEntries(
        codes(study, step, gone).map((code) => [code, sum(gone.filter(({ reason }) => reason === code))]),
      ),
      on,
    }
  })
}

/** The stages in which a case can stand at a step. */
const stagesAt = (step: string): Stage[] => {
  const of = STAGE_NAMES.filter((stage) => STAGES[stage].step === step)
  return of.length > 0 ? of : ['interviewed']
}

/** Those that the study lists, and after them any that it listed once: nobody who left is left out. */
function codes(study: Pick<StudyRef, 'protocol'>, step: string, gone: readonly Place[]): string[] {
  const list = reasonListOf(study, step)
  const known = list ? reasonCodes(study.protocol, list) : []
  return [...new Set([...known, ...gone.flatMap(({ reason }) => reason ?? [])])]
}

export const sum = (places: readonly { readonly count: number }[]): number =>
  places.reduce((total, { count }) => total + count, 0)
