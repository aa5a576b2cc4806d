import type { Language } from '../../i18n/language'
import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { askedIn } from '../../protocol/instruments/battery'
import { QUERY_RULES } from '../../protocol/queries/rules'
import { pinnedBattery } from '../../records/instruments/battery'
import type { KeptQuery } from '../../records/queries/list'

/** What each question is about, in words: the rule, and the question of the instrument; null is the whole. */
export async function aboutOf(
  db: StudyDb,
  study: StudyRef,
  language: Language,
  items: readonly KeptQuery[],
): Promise<{ readonly ruleSaid: string; readonly itemSaid: string | null }[]> {
  const about = []
  for (const { rule, item, battery } of items) {
    const asked = item === '' ? undefined : askedIn(await pinnedBattery(db, study, battery), item)
    about.push({
      ruleSaid: Object.hasOwn(QUERY_RULES, rule) ? QUERY_RULES[rule as keyof typeof QUERY_RULES].label[language] : rule,
      itemSaid: item === '' ? null : (asked?.item.text[language] ?? item),
    })
  }
  return about
}
