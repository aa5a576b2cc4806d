import { addDays, type Day, daysBetween } from '../day'
import type { Counted, OutcomeFacts, RegisterFact } from '../study'
import { isHeld } from './events'
import { eventsWithin, inOrder } from './period'

/**
 * Why a stretch of time at risk ended: what is counted happened; or it was seen no further, because the period of the rule
 * was over, supervision ended in some way (`ended_` and the kind), the client died or withdrew, or the register is known
 * no further.
 */
export type StretchEnd = 'event' | 'window_over' | `ended_${string}` | 'deceased' | 'withdrew' | 'known_no_further'

/**
 * A stretch of time at risk in counting-process form (Andersen & Gill; `(start, stop]`), in days since supervision
 * started. A day is the time from its number to the next: whoever is at risk on day 5 only is so from 5 to 6, so that the
 * first and the last day both count (protocol §5) and no stretch is empty, also one that ends on the day it began.
 */
export type Stretch = {
  readonly start: number
  readonly stop: number
  /** The days on which it began and ended. */
  readonly from: Day
  readonly to: Day
  readonly event: 0 | 1
  readonly end: StretchEnd
}

/** Since when somebody is seen, and the day on which they withdrew and let stay what was collected until then. */
export type Watched = { readonly includedOn: Day; readonly withdrawnOn: Day | null }

/**
 * The time in which a case was watched for what a rule counts, in order and without overlap; the last stretch is without an
 * event, unless what happened cannot happen again or there is no day left. Nobody is at risk before the day of inclusion
 * (delayed entry): what happened before it, and whoever could not have it happen any more by then, are not in it. Several
 * events on one day share that day evenly, since no software takes a stretch of no length; each keeps a row of its own.
 */
export function personTime(counted: Counted, facts: OutcomeFacts, watched: Watched): Stretch[] {
  const period = counted.periodOf(facts)
  if (!period || !isHeld(facts, counted.event)) return []
  const { includedOn } = watched
  let { from } = period
  if (from < includedOn) from = includedOn
  const last = lastDay(counted, facts, from, watched)
  const happened = eventsWithin(facts, { from, to: last.on }, counted.event).filter(counted.counts)
  const stretches = eventStretches(facts.startedOn, from, counted.repeated ? happened : happened.slice(0, 1))
  const reached = stretches.at(-1)
  const next = reached ? addDays(reached.to, 1) : from
  if (next > last.on || (reached && !counted.repeated)) return stretches
  const start = daysBetween(facts.startedOn, next)
  const stop = daysBetween(facts.startedOn, last.on) + 1
  return [...stretches, { start, stop, from: next, to: last.on, event: 0, end: last.end }]
}

/** A stretch up to each event; those of one day have a part of that day each. */
function eventStretches(startedOn: Day, from: Day, events: readonly RegisterFact[]): Stretch[] {
  let start = daysBetween(startedOn, from)
  let since = from
  return events.map(({ on }, at) => {
    const same = events.filter((fact) => fact.on === on).length
    const place = at - events.findIndex((fact) => fact.on === on) + 1
    const stop = daysBetween(startedOn, on) + place / same
    const stretch: Stretch = { start, stop, from: since, to: on, event: 1, end: 'event' }
    start = stop
    since = place < same ? on : addDays(on, 1)
    return stretch
  })
}

type LastDay = { readonly on: Day; readonly end: StretchEnd }

/** The last day at risk, and why there is none after it; it can lie before the first. */
function lastDay(counted: Counted, facts: OutcomeFacts, from: Day, { withdrawnOn }: Watched): LastDay {
  const { periodOf, endsWith, repeated, event, counts } = counted
  const over = periodOf({ ...facts, events: facts.events.filter((fact) => !endsWith(fact)) })?.to
  const whole: LastDay =
    over && over <= facts.followedTo
      ? { on: over, end: 'window_over' }
      : { on: facts.followedTo, end: withdrawnOn === facts.followedTo ? 'withdrew' : 'known_no_further' }
  // of two endings in one register the rule counts the one that it looks for, so that one is waited for
  const waited = !repeated && eventsWithin(facts, { from, to: whole.on }, event).some(counts)
  const [ended] = waited ? [] : facts.events.filter((fact) => endsWith(fact) && fact.on <= whole.on).sort(inOrder)
  if (!ended) return whole
  return { on: ended.on, end: ended.reason === 'deceased' ? 'deceased' : `ended_${ended.kind}` }
}
