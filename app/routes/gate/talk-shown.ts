import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { speak } from '../../i18n/speak'
import { LONGEST_TEXT } from '../../protocol/free-text'
import { askedIn } from '../../protocol/instruments/battery'
import { askedInOrder, previousItem, progressOf } from '../../protocol/instruments/progress'
import { type Given, type Instrument, type Item, NO_ANSWER } from '../../protocol/study'
import type { Scale } from '../../ui/answer-scale'
import type { TalkQuestionShown } from '../../ui/talk-question'
import { answerField } from '../talk/answer-in'

/** A talk as far as it came: what is asked, in which order, and what was said. */
export type Talk = {
  readonly battery: readonly Instrument[]
  readonly order: readonly string[]
  readonly given: Given
  readonly notes: Readonly<Record<string, string>>
  readonly language: Language
}

/** The part of its instrument that a question stands in; undefined for an instrument without parts. */
const blockOf = ({ blocks }: Instrument, { block }: Item) =>
  block === undefined ? blocks?.[0] : blocks?.find(({ name }) => name === block)

/** The name under which the seconds of a question are counted: its instrument and part, of which the name is unique. */
export function secondsOf(battery: readonly Instrument[], code: string): string {
  const found = askedIn(battery, code)
  if (!found) throw new RangeError(`nobody asks ${code}`)
  const block = blockOf(found.instrument, found.item)
  return block ? `${found.instrument.name}.${block.name}` : found.instrument.name
}

/** One question as a talk shows it (see `TalkQuestion`); the same on the pages of the server and on a device without network. */
export function talkShown({ battery, order, given, notes, language }: Talk, code: string): TalkQuestionShown {
  const found = askedIn(battery, code)
  if (!found) throw new RangeError(`nobody asks ${code}`)
  const { instrument, item } = found
  const block = blockOf(instrument, item)
  const part = secondsOf(battery, code)
  const opens = askedInOrder(battery, order, given).find((other) => secondsOf(battery, other) === part) === code
  const answer = given[code]
  const note = notes[code]
  return {
    name: answerField(code),
    legend: item.text[language],
    scale: scaleOf(instrument, item, language),
    title: (block?.title ?? instrument.title)[language],
    ...(opens && block?.intro && { intro: block.intro[language] }),
    ...(answer !== undefined && { value: `${answer}` }),
    ...(note !== undefined && { note }),
    longestNote: LONGEST_TEXT,
    noAnswer: { value: NO_ANSWER, label: speak(language)(words.talk.noAnswer) },
    progress: progressOf(battery, given),
    first: previousItem(battery, order, given, code) === null,
    language,
  }
}

/** How a question is answered; a scale of agreement has thumbs, one of how something was has faces. */
function scaleOf({ agreement }: Instrument, { kind, options, min, max }: Item, language: Language): Scale {
  if (options) {
    const named = options.map(({ code, label }) => ({ value: `${code}`, label: label[language] }))
    return { kind: 'steps', options: named, ...(isHow(options) && { pictures: 'faces' as const }) }
  }
  if (kind === 'number') return { kind: 'number', min, max }
  const steps = Array.from({ length: max - min + 1 }, (_, at) => min + at)
  const said = steps.map((step) => ({ value: `${step}`, label: agreement[step - 1]?.[language] ?? `${step}` }))
  return kind === 'agreement'
    ? { kind: 'steps', options: said, pictures: 'thumbs' }
    : { kind: 'steps', options: steps.map((step) => ({ value: `${step}`, label: `${step}` })), bare: true }
}

/** Whether answers go from very negative to very positive, with nothing besides (protocol §7.2). */
const isHow = (options: NonNullable<Item['options']>): boolean =>
  options.at(0)?.name === 'very_negative' && options.at(-1)?.name === 'very_positive'
