import type { Language } from '../../i18n/language'
import { type Day, daysBetween } from '../../protocol/day'
import { MENDING } from '../../protocol/instruments/mending'
import type { Came } from '../../records/entries/questionnaire-came'

/** What the page may know of a questionnaire: that it came, when, and what can be done about it. */
export function shownCame(came: Came, today: Day, language: Language) {
  const { id: _, completedOn, filledOn, erasedOn, sentOn, mended, ...rest } = came
  const filled = completedOn !== null || filledOn !== null
  return {
    ...rest,
    filledOn: filledOn,
    sent: sentOn && { on: sentOn, days: daysBetween(sentOn, today) },
    state: stateOf(came),
    mended: mended.map(({ why, ...one }) => ({ ...one, why: nameOf(why, language) })),
    reasons: Object.entries(MENDING).map(([value, label]) => ({ value, label: label[language] })),
    may: erasedOn
      ? { reopen: false, void: false, swap: false }
      : { reopen: completedOn !== null, void: filled, swap: completedOn !== null },
  }
}

const nameOf = (why: string, language: Language): string =>
  Object.hasOwn(MENDING, why) ? MENDING[why as keyof typeof MENDING][language] : why

function stateOf({ erasedOn, completedOn, filledOn, closedOn, openedOn }: Came) {
  if (erasedOn) return { name: 'erased' as const, on: erasedOn }
  if (completedOn) return { name: 'complete' as const, on: completedOn }
  if (filledOn) return { name: 'partial' as const, on: filledOn }
  if (closedOn) return { name: 'missing' as const, on: closedOn }
  return { name: 'open' as const, on: openedOn }
}
