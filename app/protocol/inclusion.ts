import type { Day } from './day'
import type { Words } from './words'

/** Who may have to approve of a study before it recruits somewhere. */
export const APPROVALS = {
  ethics: { nl: 'Ethische commissie', en: 'Ethics committee' },
  national: { nl: 'Landelijke organisatie', en: 'National organisation' },
  regional: { nl: 'Regio', en: 'Region' },
} as const satisfies Record<string, Words>
export type ApprovalKind = keyof typeof APPROVALS
export const APPROVAL_KINDS = Object.keys(APPROVALS) as ApprovalKind[]

type Approved = { readonly approvals: readonly ApprovalKind[] }

/** Whether new cases of a place are taken in on a day (see `placeOn`). */
export type PlaceOn = 'open' | 'location_not_open' | 'outside_inclusion_period'

/** An approval and where it holds: everywhere without a region, in a whole region without a location. */
export type Approval = {
  readonly kind: ApprovalKind
  readonly region: string | null
  readonly location: string | null
  readonly grantedOn: Day
  /** The last day on which it holds; null is for good. */
  readonly untilOn: Day | null
  /** The day on which it was taken back: it holds no more from that day on. */
  readonly endedOn: Day | null
}

/** Between which days, both included, a region takes people in; `until` null is for now without an end. */
export type InclusionPeriod = { readonly region: string; readonly from: Day; readonly until: Day | null }

export type Place = { readonly region: string; readonly location: string }

/** Whether an approval holds at a place on a day. */
export const holds = ({ region, location, grantedOn, untilOn, endedOn }: Approval, place: Place, on: Day): boolean =>
  (region === null || region === place.region) &&
  (location === null || location === place.location) &&
  grantedOn <= on &&
  (untilOn === null || on <= untilOn) &&
  (endedOn === null || on < endedOn)

/**
 * The approvals that a place still lacks on a day. None while the study recorded no approval at all (decided): a study
 * that keeps them elsewhere is not stopped.
 */
export function missingApprovals(
  { approvals: needed }: Approved,
  recorded: readonly Approval[],
  place: Place,
  on: Day,
): ApprovalKind[] {
  if (recorded.length === 0) return []
  return needed.filter((kind) => !recorded.some((approval) => approval.kind === kind && holds(approval, place, on)))
}

/** Whether a region takes in what is registered on this day; always while no period was recorded at all (decided). */
export const takesIn = (periods: readonly InclusionPeriod[], region: string, registeredOn: Day): boolean =>
  periods.length === 0 ||
  periods.some((one) => one.region === region && one.from <= registeredOn && (!one.until || registeredOn <= one.until))

/** What was recorded of where and when a study recruits. */
export type Recorded = { readonly approvals: readonly Approval[]; readonly periods: readonly InclusionPeriod[] }

/**
 * Whether a case of a place goes on at step 1 (protocol §2.1): the period counts on the day that it was registered, the
 * approvals on the day that it would be asked about.
 */
export function placeOn(
  study: Approved,
  { approvals, periods }: Recorded,
  place: Place & { readonly registeredOn: Day },
  on: Day,
): PlaceOn {
  if (!takesIn(periods, place.region, place.registeredOn)) return 'outside_inclusion_period'
  return missingApprovals(study, approvals, place, on).length > 0 ? 'location_not_open' : 'open'
}
