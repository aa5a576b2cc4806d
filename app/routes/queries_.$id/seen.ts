import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { type Say, speak } from '../../i18n/speak'
import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import type { Answered } from '../../protocol/instruments/asked'
import { askedIn } from '../../protocol/instruments/battery'
import { typedNumber } from '../../protocol/instruments/typed'
import { QUERY_REASONS } from '../../protocol/queries/reasons'
import { type Given, NO_ANSWER } from '../../protocol/study'
import { historyOf } from '../../records/entries/history'
import { pinnedBattery } from '../../records/instruments/battery'
import type { KeptQuery } from '../../records/queries/list'
import type { Option } from '../../ui/field'
import { optionsOf } from '../answer.$token/shown'

type Line = {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly on: string
  readonly by: string
  readonly why: string
}
/** What somebody who may read the answer sees of it: how it stands, how it came to that, and what it could be. */
export type Seen = { readonly stands: string; readonly history: readonly Line[]; readonly options: readonly Option[] }

/** What is kept of the item that a question is about; null when it is about the whole. */
export async function seenOf(
  db: StudyDb,
  study: StudyRef,
  { measurementId, item, battery }: KeptQuery,
  language: Language,
): Promise<Seen | null> {
  const found = item === '' ? undefined : askedIn(await pinnedBattery(db, study, battery), item)
  if (!found) return null
  const say = speak(language)
  const { queriesPage: w, entryWays } = words
  const options = optionsOf(found.instrument, found.item, language)
  const changes = (await historyOf(db, study.id, measurementId)).filter((one) => one.item === item)
  return {
    stands: worded(changes.at(-1)?.to ?? null, options, say),
    history: changes.map((one) => ({
      key: `${one.version}`,
      from: worded(one.from, options, say),
      to: worded(one.to, options, say),
      on: one.on,
      by: [say(entryWays[one.way]), one.by].filter(Boolean).join(', '),
      why: one.why ? (QUERY_REASONS[one.why as keyof typeof QUERY_REASONS]?.[language] ?? one.why) : '',
    })),
    options: [...options, { value: NO_ANSWER, label: say(w.noAnswer) }],
  }
}

/** A correction as it was sent; null when the answer stays. What is no answer to the question is refused by the verb. */
export function readCorrection(text: string): Given[string] | null {
  if (text === '') return null
  return text === NO_ANSWER ? NO_ANSWER : (typedNumber(text) ?? Number.NaN)
}

function worded(answer: Answered[string] | null, options: readonly Option[], say: Say): string {
  const { queriesPage: w } = words
  if (answer === null) return say(w.nothing)
  if (typeof answer === 'number') return options.find(({ value }) => value === `${answer}`)?.label ?? `${answer}`
  return say(answer === NO_ANSWER ? w.noAnswer : w.notAsked)
}
