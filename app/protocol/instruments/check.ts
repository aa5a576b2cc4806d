import { type Given, type Instrument, NO_ANSWER, NOT_ASKED } from '../study'
import { type Answered, isAsked } from './asked'
import { isAnswer } from './instrument'
import { writtenOf } from './written'

/** What is wrong with one answer: nobody asks this, it is no answer to the question, or it has to be said before signing off. */
export type Mistake = 'unknown_item' | 'out_of_range' | 'required'

/** Answers as they are kept, and the codes of those that were answered though not asked (they are not asked now); or mistakes by code. */
export type Checked =
  | { readonly ok: true; readonly answers: Answered; readonly dropped: readonly string[] }
  | { readonly ok: false; readonly mistakes: Readonly<Record<string, Mistake>> }

/**
 * Answers checked against what was asked, the same for pages, devices and files. Every question of the battery that is not
 * asked says so in what comes back; one that was left open has no key. `signing`: whether required questions may stay open no more.
 */
export function checkGiven(
  battery: readonly Instrument[],
  given: Answered,
  { signing }: { readonly signing: boolean },
): Checked {
  const { items, byCode } = writtenOf(battery)
  const mistakes: Record<string, Mistake> = {}
  for (const code of Object.keys(given)) if (!byCode.has(code)) mistakes[code] = 'unknown_item'
  const answers: Record<string, Answered[string]> = {}
  const dropped: string[] = []
  for (const item of items) {
    const { code } = item
    // only what was sent itself: `constructor` is a code like any other
    const sent = Object.hasOwn(given, code) ? given[code] : undefined
    const answer: Given[string] | undefined = sent === NOT_ASKED ? undefined : sent
    if (!isAsked(item, answers)) {
      answers[code] = NOT_ASKED
      if (answer !== undefined) dropped.push(code)
    } else if (answer === undefined) {
      if (signing && item.required) mistakes[code] = 'required'
    } else if (answer === NO_ANSWER || isAnswer(item, answer)) answers[code] = answer
    else mistakes[code] = 'out_of_range'
  }
  return Object.keys(mistakes).length > 0 ? { ok: false, mistakes } : { ok: true, answers, dropped }
}
