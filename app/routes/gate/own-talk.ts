import type { AppLoadContext } from '@remix-run/node'
import { readLanguage } from '../../i18n/language'
import { itemsOf } from '../../protocol/instruments/battery'
import { standingOf } from '../../records/entries/standing'
import { seenOf } from '../../records/fieldwork/own-draft'
import { pinnedBattery } from '../../records/instruments/battery'
import { nothingHere } from './enter'
import type { InterviewPage } from './interview'
import type { Talk } from './talk-shown'

/** An interview with what was said so far, for a page of whoever holds it; one of the past is asked as it was written. */
export async function ownTalk(
  { databases }: AppLoadContext,
  { study, language }: Pick<InterviewPage, 'study' | 'language'>,
  measurementId: string,
): Promise<Talk & { readonly seen: string }> {
  const db = databases.study
  const standing = await standingOf(db, study, measurementId)
  if (!standing) throw nothingHere()
  const { given, notes } = standing
  const battery = await pinnedBattery(db, study, standing.battery)
  const order = standing.order.length > 0 ? standing.order : itemsOf(battery).map(({ code }) => code)
  return {
    battery,
    order,
    given,
    notes,
    language: readLanguage(standing.language) ?? language,
    seen: seenOf(standing),
  }
}
