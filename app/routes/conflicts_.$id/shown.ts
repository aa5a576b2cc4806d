import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { speak } from '../../i18n/speak'
import type { Answered } from '../../protocol/instruments/asked'
import { askedIn } from '../../protocol/instruments/battery'
import { type Instrument, NO_ANSWER } from '../../protocol/study'
import type { Compared } from '../../records/entries/conflicts'
import { optionsOf } from '../answer.$token/shown'

/** A question that was answered in two ways. */
export type Differing = {
  readonly code: string
  readonly text: string
  readonly standing: string
  readonly aside: string
}

/** The questions that differ, with both answers in words. */
export function differingItems(
  { items, standing, aside }: Pick<Compared, 'items' | 'standing' | 'aside'>,
  battery: readonly Instrument[],
  language: Language,
): Differing[] {
  return items.map((code) => {
    const said = (answers: Answered) => answerSaid(battery, code, answers[code], language)
    const text = askedIn(battery, code)?.item.text[language] ?? code
    return { code, text, standing: said(standing.answers), aside: said(aside.answers) }
  })
}

function answerSaid(
  battery: readonly Instrument[],
  code: string,
  answer: Answered[string] | undefined,
  language: Language,
): string {
  const say = speak(language)
  if (answer === NO_ANSWER) return say(words.talk.noAnswer)
  const found = askedIn(battery, code)
  if (typeof answer !== 'number' || !found) return say(words.conflicts.notAnswered)
  const label = optionsOf(found.instrument, found.item, language).find(({ value }) => value === `${answer}`)?.label
  return label && label !== `${answer}` ? `${answer}: ${label}` : `${answer}`
}
