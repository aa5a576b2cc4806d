import { words } from '../../i18n/catalogue'
import type { Say } from '../../i18n/speak'
import type { Perspective, Words } from '../../protocol/study'
import { useSpeaking } from '../../ui/speaking'
import { ScaleName } from '../scores/scale-name'
import type { DrawnAnswers } from './drawn'

type Cautions = Readonly<Record<string, Words>>

/** What one side is called. */
export const sideName = (say: Say, perspective: Perspective): string => say(words.scores[perspective])

/** What must be said of each scale of one side, wherever its scores show (protocol §7.1). */
export const cautionsOf = ({ sides }: Pick<DrawnAnswers, 'sides'>, perspective: Perspective): Cautions =>
  sides.find((one) => one.perspective === perspective)?.cautions ?? {}

/** A scale or a mark by name, never without what must be said of it. */
export function Measure({ name, cautions }: { name: string; cautions: Cautions }) {
  const { say } = useSpeaking()
  const { measureNames } = words
  if (Object.hasOwn(measureNames, name)) return <>{say(measureNames[name as keyof typeof measureNames])}</>
  return <ScaleName name={name} cautions={cautions} />
}

/** The same as plain text. */
export function measureSaid(say: Say, name: string): string {
  const known = { ...words.scaleNames, ...words.measureNames }
  return Object.hasOwn(known, name) ? say(known[name as keyof typeof known]) : name
}
