import { timetable } from '../../../jobs/timetable'
import { type Broken, broken, type Evidence } from '../evidence'

/** The queue holds nothing that nobody works on but the next of each job that recurs. */
export async function queueGoesOn({ queue: { queue } }: Evidence): Promise<Broken[]> {
  const schedulers = await queue.getJobSchedulers()
  const delayed = (await queue.getDelayed()).map(({ name }) => name)
  const standing = Object.entries(timetable).filter(
    ([name, { pattern }]) =>
      schedulers.some((one) => one.key === name && one.pattern === pattern) && delayed.includes(name),
  )
  const missing = Object.keys(timetable).filter((name) => !standing.some(([one]) => one === name))
  return broken('the timetable stands', missing)
}
