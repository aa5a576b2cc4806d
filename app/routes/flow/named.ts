import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { speak } from '../../i18n/speak'
import { STAGES, type Stage } from '../../protocol/stages'
import type { StudyProtocol } from '../../protocol/study'
import { reasonListOf } from '../../records/flow/steps'

const BOXES = {
  register: 'registered',
  inquiry: 'inquired',
  criteria: 'replied',
  judgement: 'met_criteria',
  approach: 'approachable',
} as const
const EXITS = {
  register: 'leftRegister',
  inquiry: 'leftInquiry',
  criteria: 'leftCriteria',
  judgement: 'leftJudgement',
  approach: 'leftApproach',
} as const
const isIntake = (step: string): step is keyof typeof BOXES => Object.hasOwn(BOXES, step)

/** How the steps, stages and reasons of a study are called on the screen, from its own tables. */
export function namesOf(protocol: StudyProtocol, language: Language) {
  const say = speak(language)
  const w = words.flow
  const waveOf = (step: string) => lower(protocol.waves.find(({ name }) => name === step)?.label[language] ?? step)
  const after = (step: string) => {
    const next = protocol.waves[protocol.waves.findIndex(({ name }) => name === step) + 1]
    return lower(next?.label[language] ?? '')
  }
  return {
    step: (step: string) => (isIntake(step) ? say(w[BOXES[step]]) : waveOf(step)),
    exit: (step: string) => (isIntake(step) ? say(w[EXITS[step]]) : say(w.leftWave, { wave: after(step) })),
    stage: (step: string, stage: Stage) =>
      isIntake(step) || !after(step) ? lower(STAGES[stage].label[language]) : say(w.withoutWave, { wave: after(step) }),
    reason: (step: string, code: string) =>
      protocol.reasons[reasonListOf({ protocol }, step) ?? step]?.[code]?.[language] ?? code,
  }
}
export type Names = ReturnType<typeof namesOf>

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
