import { QUEUE_NAMES, readQueue } from '../../../app/protocol/queues'
import { todayOf } from '../../../app/records/clock'
import { queueCounts } from '../../../app/records/queues/counts'
import type { QueueFilter } from '../../../app/records/queues/part'
import { queueItems } from '../../../app/records/queues/queue'
import type { QueuePlace } from '../../../app/records/queues/queue-page'
import { type Arguments, dayOption, UsageError } from '../arguments'
import { answer, type Command } from '../command'
import { type Session, withStudy } from '../session'

const FILTERS = {
  region: { value: 'NAME' },
  location: { value: 'NAME' },
  organisation: { value: 'NAME' },
  supervisor: { value: 'PSEUDONYM' },
}

const filterOf = (given: Arguments): QueueFilter =>
  Object.fromEntries(Object.keys(FILTERS).map((name) => [name, given.option(name)]))

/** As many as are read at once, until the list has ended. */
const READ = 1_000

export const queuesCommand: Command = {
  words: ['queues'],
  options: { on: { value: 'DAY' }, ...FILTERS },
  about: 'how many cases stand in each list between the register and the first interview',
  run: (given) => {
    const asked = dayOption(given, 'on')
    return withStudy(given, async ({ databases: { study: db }, study }) => {
      const on = asked ?? (await todayOf(db, study.id))
      return answer({ study: study.code, on, counts: await queueCounts(db, study, on, filterOf(given)) })
    })
  },
}

export const queueCommand: Command = {
  words: ['queue'],
  parameters: ['NAME'],
  options: { on: { value: 'DAY' }, ...FILTERS },
  about: 'the cases of one of these lists, those that wait longest first, with what presses',
  run: (given) => {
    const queue = readQueue(given.parameters[0])
    if (!queue) throw new UsageError(`NAME is one of: ${QUEUE_NAMES.join(', ')}`)
    const asked = dayOption(given, 'on')
    return withStudy(given, async ({ databases: { study: db }, study }) => {
      const today = await todayOf(db, study.id)
      const on = asked ?? today
      const filter = filterOf(given)
      const items = await all(db, { study, actor: 'system', today }, { queue, on, filter })
      return answer({ study: study.code, queue, on, counts: await queueCounts(db, study, on, filter), items })
    })
  },
}

type Part = Omit<Parameters<typeof queueItems>[2], 'after' | 'limit'>

async function all(db: Session['databases']['study'], occasion: Parameters<typeof queueItems>[1], part: Part) {
  const items: Awaited<ReturnType<typeof queueItems>>['items'] = []
  let after: QueuePlace | null = null
  do {
    const page: Awaited<ReturnType<typeof queueItems>> = await queueItems(db, occasion, { ...part, after, limit: READ })
    items.push(...page.items)
    after = page.next
  } while (after)
  return items
}
