import { askedIn } from '../../protocol/instruments/battery'
import { orderOf } from '../../protocol/instruments/order'
import { nextItem, previousItem } from '../../protocol/instruments/progress'
import { shareMissing } from '../../protocol/quality'
import { reversedItems, sameAnswerRuns } from '../../protocol/queries/straight-lining'
import type { Refusal } from '../../protocol/refusal'
import type { Instrument, StudyProtocol } from '../../protocol/study'
import { answerIn } from '../talk/answer-in'
import type { Run } from './run'

/** Longer than this a question was in sight without anybody looking. */
const LONGEST_SECONDS = 600

/** A practice after what its form said, or why that is no answer. */
export function stepped(
  run: Run,
  battery: readonly Instrument[],
  form: FormData,
): { readonly run: Run } | { readonly refusal: Refusal } {
  const item = run.at === null ? undefined : askedIn(battery, run.at)?.item
  if (!item) return { run: { ...run, at: null } }
  const heard = answerIn(form, item)
  if (!heard.ok) return heard
  const { [item.code]: before, ...others } = run.given
  const answer = heard.answer ?? before
  const given = answer === undefined ? others : { ...others, [item.code]: answer }
  const seconds = run.seconds + Math.min(Number(form.get('seconds')) || 0, LONGEST_SECONDS)
  const next = { ...run, given, seconds }
  const order = orderOf(battery, run.seed)
  switch (form.get('go')) {
    case 'back':
      return { run: { ...next, at: previousItem(battery, order, given, run.at) ?? run.at } }
    case 'language':
      return { run: { ...next, language: run.language === 'nl' ? 'en' : 'nl' } }
    case 'pause':
      return { run: next }
    case 'end':
      return { run: { ...next, at: null } }
    default:
      return { run: { ...next, at: nextItem(battery, order, given, run.at) } }
  }
}

/** How a practice went: the same figures as of real interviews (protocol §3). */
export type Figures = {
  readonly seconds: number
  /** From 0 to 1; null when nothing was asked. */
  readonly missing: number | null
  readonly straightLined: boolean
}

export function figuresOf(
  { given, seconds, seed }: Run,
  battery: readonly Instrument[],
  { scaleDefinitions: [definition] }: Pick<StudyProtocol, 'scaleDefinitions'>,
): Figures {
  const reversed: ReadonlySet<string> = definition ? reversedItems(definition, 'client') : new Set()
  const order = orderOf(battery, seed)
  const straightLined = sameAnswerRuns({ battery, given, order, reversed }).length > 0
  return { seconds, missing: shareMissing(battery, given), straightLined }
}
