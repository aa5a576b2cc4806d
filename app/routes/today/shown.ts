import type { AppLoadContext } from '@remix-run/node'
import { speak } from '../../i18n/speak'
import { WORK_OF } from '../../protocol/work'
import type { WorkItem } from '../../records/work/item'
import { type WorkShare, workWeek } from '../../records/work/week'
import { worklist } from '../../records/worklist'
import type { Entrance } from '../gate/enter'
import { locationsBehind } from '../gate/own-locations'
import { languageOf } from '../gate/visitor'
import { whoseWork } from '../gate/whose-work'
import { EVERYWHERE, type WorkAsked } from './asked'
import { tellWork } from './told'

const PAGE = 40
/** How much of each day of a week is shown: the rest is one click away. */
const EACH = 15

/** The part of the work that was asked for, as the page shows it, and how much there is of everything else. */
export async function shownWork(request: Request, context: AppLoadContext, entrance: Entrance, asked: WorkAsked) {
  const { visitor, study, occasion } = entrance
  const { state, location, day, week: monday, after } = asked
  const role = whoseWork(visitor.role)
  const db = context.databases.study
  const own = await locationsBehind(context, entrance)
  const locations = location === EVERYWHERE ? undefined : location ? [location] : (own ?? undefined)
  const list = await worklist(db, occasion, {
    on: occasion.today,
    role,
    locations,
    states: state ? [state] : undefined,
    due: day ? { from: day, until: day } : undefined,
    after,
    limit: monday ? 0 : PAGE,
  })
  const week = monday && (await workWeek(db, occasion, { role, locations, monday, each: EACH }))
  const reader = { say: speak(await languageOf(request, context)), protocol: study.protocol }
  const tell = (items: readonly WorkItem[]) => tellWork(db, reader, items)
  const share = async ({ count, items }: WorkShare) => ({ count, items: await tell(items) })
  return {
    on: list.on,
    view: week ? ('week' as const) : day ? ('day' as const) : ('list' as const),
    /** What the address asked for, as the next one says it. */
    part: {
      state: state ?? undefined,
      location: location ?? undefined,
      day: day ?? undefined,
      week: monday ?? undefined,
    },
    after,
    next: monday ? null : list.next,
    own: own !== null,
    kinds: WORK_OF[role],
    counts: list.counts,
    states: list.states,
    places: list.places.filter((place) => place.location !== ''),
    items: await tell(list.items),
    week: week && {
      overdue: week.overdue && (await share(week.overdue)),
      days: await Promise.all(week.days.map(async ({ on, ...own }) => ({ on, ...(await share(own)) }))),
    },
  }
}
export type ShownWork = Awaited<ReturnType<typeof shownWork>>
