import type { Say } from '../../i18n/speak'
import { day } from '../../protocol/day'
import { type Queue, readQueue } from '../../protocol/queues'
import type { QueueFilter } from '../../records/queues/part'
import type { QueuePlace } from '../../records/queues/queue-page'
import { cursorOf } from '../gate/cursor'
import { pseudonymOf } from '../gate/pseudonym'

/** What was asked of the page of lists: which one, which part, from where on; and what was wrong with what was typed. */
export type AskedQueue = {
  readonly queue: Queue
  readonly filter: QueueFilter
  readonly after: QueuePlace | null
  /** The supervisor as it was typed, and the slip in it. */
  readonly typed: string
  readonly slip: string | null
}

const LONGEST = 100

/** Reads the address of the page. What it does not know counts as not asked. */
export function askedIn(request: Request, say: Say): AskedQueue {
  const query = new URL(request.url).searchParams
  const chosen = (name: string) => query.get(name)?.trim().slice(0, LONGEST) || undefined
  const typed = chosen('supervisor') ?? ''
  const read = typed ? pseudonymOf(say, typed) : null
  const [since, id] = cursorOf(request, 'dayAndId')?.split('|') ?? []
  return {
    queue: readQueue(query.get('queue')) ?? 'about_to_be_lost',
    filter: {
      region: chosen('region'),
      location: chosen('location'),
      organisation: chosen('organisation'),
      supervisor: read?.ok ? read.value : undefined,
    },
    after: since && id ? { since: day(since), id } : null,
    typed,
    slip: read && !read.ok ? read.sentence : null,
  }
}

/** The same part of the lists, as the address says it. */
export const partIn = ({ queue, filter }: Pick<AskedQueue, 'queue' | 'filter'>): Record<string, string> =>
  Object.fromEntries(Object.entries({ queue, ...filter }).filter((pair): pair is [string, string] => Boolean(pair[1])))
