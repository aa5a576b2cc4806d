import type { StudyDb } from '../../platform/database'
import { type Day, fromColumn } from '../../protocol/day'
import type { Disclosure } from '../../protocol/disclosure/disclosure'
import { keptSpec, type ReleaseSpec } from '../../protocol/release-spec'

/**
 * Where a release stands: asked for, being made by a job, made and waiting for a second person, let go, turned down, or it
 * could not be made.
 */
export const RELEASE_STATES = ['asked', 'making', 'made', 'approved', 'rejected', 'failed'] as const
export type ReleaseState = (typeof RELEASE_STATES)[number]

/** Who is in a release and who is not, by number. */
export type ReleaseCounts = {
  /** People in it, and how many of them without outcomes of the register since it may not be linked (§6). */
  readonly people: number
  readonly unlinked: number
  readonly left_out: Readonly<Record<string, number>>
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>
}

/** What tells how it was made: code, protocol, what tells keys apart, and the last entry of the audit before its snapshot. */
export type Marks = {
  readonly code: string
  readonly protocol: string
  readonly key: string
  readonly audit_head: string | null
  /** Up to which day the register was known. */
  readonly followed_to: Day
  /** What was asked until then: name@version, by wave and side. */
  readonly asked: Readonly<Record<string, readonly string[]>>
}

/** A release as it stands; nothing of the people in it. */
export type Release = {
  readonly id: string
  readonly number: number
  readonly spec: ReleaseSpec
  readonly state: ReleaseState
  /** An actor, as in the audit. */
  readonly askedBy: string
  readonly askedOn: Day
  /** Hundredths. */
  readonly progress: number
  readonly cutOff: Day | null
  readonly snapshotAt: Date | null
  readonly counts: ReleaseCounts | null
  readonly disclosure: Disclosure | null
  readonly marks: Marks | null
  readonly decidedBy: string | null
  readonly decidedOn: Day | null
  readonly override: string | null
  readonly failure: string | null
}

/** A release of a study; null when the study has none of this number. */
export async function releaseNumbered(db: StudyDb, studyId: string, number: number): Promise<Release | null> {
  const row = await db.release.findUnique({ where: { studyId_number: { studyId, number } } })
  return row && asRelease(row)
}

/** A release by its id, with the study it is of; null when there is none. */
export async function releaseById(db: StudyDb, id: string): Promise<(Release & { studyId: string }) | null> {
  const row = await db.release.findUnique({ where: { id } })
  return row && { ...asRelease(row), studyId: row.studyId }
}

/** The releases of a study, the last asked first, a page at a time; `after` is the number of the last one of the page before. */
export async function listReleases(
  db: StudyDb,
  studyId: string,
  { after = null, limit }: { readonly after?: number | null; readonly limit: number },
): Promise<{ items: Release[]; next: number | null }> {
  const where = { studyId, ...(after !== null && { number: { lt: after } }) }
  const rows = await db.release.findMany({ where, orderBy: { number: 'desc' }, take: limit + 1 })
  const items = rows.slice(0, limit).map(asRelease)
  return { items, next: rows.length > limit ? (items.at(-1)?.number ?? null) : null }
}

/** Who makes a release into a folder: the owner of a home, by the command line. Such a one is made by no job. */
export const OWNER = 'system'

/** Releases that a job has to begin with, or was at when its process died: ids. */
export const releasesToMake = (db: StudyDb): Promise<string[]> => unfinished(db, { not: OWNER })

/** Releases into a folder that are being made, or were when their process died: ids. */
export const releasesOfOwner = (db: StudyDb): Promise<string[]> => unfinished(db, OWNER)

async function unfinished(db: StudyDb, askedBy: string | { not: string }): Promise<string[]> {
  const where = { state: { in: ['asked', 'making'] }, askedBy }
  return (await db.release.findMany({ where, select: { id: true } })).map(({ id }) => id)
}

type Row = Omit<Release, 'spec' | 'state' | 'counts' | 'disclosure' | 'marks' | 'askedOn' | 'cutOff' | 'decidedOn'> & {
  spec: unknown
  state: string
  counts: unknown
  disclosure: unknown
  manifest: unknown
  askedOn: Date
  cutOff: Date | null
  decidedOn: Date | null
}

const asRelease = (row: Row): Release => ({
  id: row.id,
  number: row.number,
  spec: keptSpec(row.spec),
  state: row.state as ReleaseState,
  askedBy: row.askedBy,
  askedOn: fromColumn(row.askedOn),
  progress: row.progress,
  cutOff: row.cutOff && fromColumn(row.cutOff),
  snapshotAt: row.snapshotAt,
  counts: row.counts as ReleaseCounts | null,
  disclosure: row.disclosure as Disclosure | null,
  marks: row.manifest as Marks | null,
  decidedBy: row.decidedBy,
  decidedOn: row.decidedOn && fromColumn(row.decidedOn),
  override: row.override,
  failure: row.failure,
})

/** The last entry of the audit; null when there is none. */
export async function auditHead(db: StudyDb): Promise<string | null> {
  const [row] = await db.$queryRaw<{ head: string | null }[]>`SELECT max(id)::text AS head FROM audit.entry`
  return row?.head ?? null
}
