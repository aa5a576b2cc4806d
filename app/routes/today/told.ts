import type { Say } from '../../i18n/speak'
import type { StudyDb } from '../../platform/database'
import type { StudyProtocol } from '../../protocol/study'
import type { WorkItem } from '../../records/work/item'
import { unreached } from '../../records/work/unreached'
import { whyOf, workNamed } from '../gate/why'

/** A piece of work as its line says it; which case it is stays here. */
export type ToldWork = Omit<WorkItem, 'registrationId' | 'because' | 'cite' | 'wave'> & {
  readonly what: string
  readonly why: string
  /** The pseudonym of whoever does not get our mail; null for other work. */
  readonly supervisor: string | null
}

/** Pieces of work in the reader's words. */
export async function tellWork(
  db: StudyDb,
  { say, protocol }: { readonly say: Say; readonly protocol: StudyProtocol },
  items: readonly WorkItem[],
): Promise<ToldWork[]> {
  const astray = items.flatMap(({ kind, registrationId }) => (kind === 'address' && registrationId) || [])
  const whose = await unreached(db, astray)
  return items.map(({ registrationId, because, cite, wave, ...work }) => {
    const { kind, opens, due } = work
    return {
      ...work,
      what: workNamed(say, { kind, wave }),
      why: kind !== 'reconciliation' && because ? whyOf(say, protocol, { kind, wave, opens, due, because }) : cite,
      supervisor: (kind === 'address' && registrationId && whose.get(registrationId)) || null,
    }
  })
}
