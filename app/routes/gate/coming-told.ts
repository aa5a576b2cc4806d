import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { type Say, speak } from '../../i18n/speak'
import type { StudyDb } from '../../platform/database'
import type { Day } from '../../protocol/day'
import type { MessageKind } from '../../protocol/planner/messages'
import { withWave } from '../../protocol/work'
import { comingMessages } from '../../records/work/coming-messages'
import type { Entrance } from './enter'
import { happened } from './why'

/** A message that will go, in the reader's words. */
export type ToldMessage = { readonly key: string; readonly on: Day; readonly what: string; readonly why: string }

/** What will be sent about a case, in the reader's words; null for who does not see what supervisors get. */
export async function comingShown(
  db: StudyDb,
  { visitor, study, occasion }: Entrance,
  { registrationId, language }: { readonly registrationId: string; readonly language: Language },
): Promise<ToldMessage[] | null> {
  if (!scopeOf(visitor.role, 'see_correspondence')) return null
  const say = speak(language)
  const coming = await comingMessages(db, occasion, registrationId)
  return coming.map(({ kind, wave, round, on, because }) => ({
    key: `${kind} ${wave} ${round}`,
    on,
    what: withWave(named(say, kind), wave),
    why: `${happened(say, study.protocol, { wave, because })} (${because.cite})`,
  }))
}

const named = (say: Say, kind: MessageKind): string =>
  kind === 'closing_warning' ? say(words.coming.closingWarning) : say(words.messageKinds[kind])
