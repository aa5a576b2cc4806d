import type { StudyDb } from '../../platform/database'
import { askedItems } from '../../protocol/instruments/asked'
import { orderOf } from '../../protocol/instruments/order'
import type { Given, Instrument } from '../../protocol/study'
import { standingOf } from '../../records/entries/standing'
import { pinnedBattery } from '../../records/instruments/battery'
import type { Behind } from './behind'
import { type Sheet, sheetsOf, sheetsWith } from './sheets'

/** A questionnaire as it stands: what is asked in which order, divided over pages, and what was said so far. */
export type Course = {
  readonly battery: readonly Instrument[]
  readonly order: readonly string[]
  readonly sheets: readonly Sheet[]
  readonly given: Given
  /** The draft that stands, on which the next one builds; null before the first. */
  readonly base: { readonly draftId: string; readonly draftSeq: number } | null
}

/** Reads what stands of the questionnaire behind a link. Throws when there is none. */
export async function courseOf(db: StudyDb, { study, id }: Behind): Promise<Course> {
  const standing = await standingOf(db, study, id)
  if (!standing) throw new Error('no questionnaire behind this link')
  const { order: kept, seed, given, base } = standing
  const battery = await pinnedBattery(db, study, standing.battery)
  const order = kept.length > 0 ? kept : orderOf(battery, seed ?? seedOf(id))
  return { battery, order, sheets: sheetsOf(battery, order), given, base }
}

/** From the last 32 bits of an id, which were drawn at random: the order is the same before anything of it is kept. */
const seedOf = (id: string): number => Number.parseInt(id.slice(-8), 16)

/** The codes that are asked after these answers. */
export const askedAfter = ({ battery }: Pick<Course, 'battery'>, given: Given): ReadonlySet<string> =>
  new Set(askedItems(battery, given).map(({ code }) => code))

/** The next page after one that asks something, by its place; null at the end. */
export const nextSheet = (course: Course, given: Given, at: number): number | null =>
  sheetsWith(course.sheets, askedAfter(course, given)).find((place) => place > at) ?? null

/** The page before; null at the beginning. */
export const sheetBefore = (course: Course, given: Given, at: number): number | null =>
  sheetsWith(course.sheets, askedAfter(course, given)).findLast((place) => place < at) ?? null
