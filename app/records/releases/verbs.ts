import type { StudyDb, StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { type Day, toColumn } from '../../protocol/day'
import type { Disclosure } from '../../protocol/disclosure/disclosure'
import { gate, LEAST_REASON } from '../../protocol/disclosure/gate'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { ReleaseSpec } from '../../protocol/release-spec'
import { change } from '../change'
import { type Beside, cameBetween } from './meanwhile'
import type { Marks, ReleaseCounts, ReleaseState } from './release'

/**
 * Asks for a release; a job makes it. Written down before there is a file: a release that nobody knows of cannot be. Takes
 * an id where its lock is held already; gives its id and its number within the study.
 */
export function askRelease(
  db: StudyDb,
  occasion: Occasion,
  spec: ReleaseSpec,
  releaseId = newId(),
): Promise<Result<{ releaseId: string; number: number }>> {
  const { study, actor, today } = occasion
  const what = { verb: 'release', subject: 'study', subjectId: study.id, details: { purpose: spec.purpose } }
  return change(db, occasion, what, async (tx) => {
    // numbers are given one after the other
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`releases ${study.id}`}, 0))`
    const { _max } = await tx.release.aggregate({ where: { studyId: study.id }, _max: { number: true } })
    const number = (_max.number ?? 0) + 1
    const asked = { askedBy: actor, askedOn: toColumn(today) }
    await tx.release.createMany({
      data: {
        id: releaseId,
        studyId: study.id,
        number,
        spec: JSON.parse(JSON.stringify(spec)),
        state: 'asked',
        ...asked,
      },
    })
    return done({ releaseId, number })
  })
}

/** Begins with making a release, or begins anew with one of which the making was broken off. Refused (`release_elsewhere`) when it is neither. */
export const beginMaking = (db: StudyDb, occasion: Occasion, releaseId: string): Promise<Result<null>> =>
  move(
    db,
    occasion,
    releaseId,
    { verb: 'begin_release', from: ['asked', 'making'], to: { state: 'making', progress: 0 } },
    { after: forget(releaseId) },
  )

/** How far the making is, in hundredths; no act of anybody, and of no meaning once it is made. */
export async function noteProgress(db: StudyDb, releaseId: string, progress: number): Promise<void> {
  await db.release.updateMany({ where: { id: releaseId, state: 'making' }, data: { progress } })
}

/** What was made of a release. */
export type Made = {
  readonly cutOff: Day
  readonly snapshotAt: Date
  readonly counts: ReleaseCounts
  readonly disclosure: Disclosure
  readonly manifest: Marks
}

/**
 * A release is made and frozen. Refused: `release_elsewhere` when it was not being made; `broken_off` when something came
 * between since it was begun (see `cameBetween`).
 */
export const finishMaking = (
  db: StudyDb,
  occasion: Occasion,
  releaseId: string,
  { before, ...made }: Made & { readonly before: Beside },
): Promise<Result<null>> =>
  move(
    db,
    occasion,
    releaseId,
    {
      verb: 'finish_release',
      from: ['making'],
      to: { ...made, cutOff: toColumn(made.cutOff), state: 'made', progress: 100 },
    },
    {
      unless: async (tx) =>
        (await cameBetween(tx, { releaseId, studyId: occasion.study.id, before })) ? refuse('broken_off') : null,
    },
  )

const FAILING = (failure: string): Move => ({
  verb: 'fail_release',
  from: ['asked', 'making'],
  to: { state: 'failed', failure },
})

const forget = (releaseId: string) => (tx: StudyTx) => tx.$executeRaw`SELECT study.forget_making(${releaseId}::uuid)`

/** A release cannot be made, by a code of the catalogue. */
export const failMaking = (
  db: StudyDb,
  occasion: Occasion,
  releaseId: string,
  failure: string,
): Promise<Result<null>> =>
  // what was kept of its files goes while it is still being made: afterwards nothing may go
  move(db, occasion, releaseId, FAILING(failure), { before: forget(releaseId) })

/** How a second person decides: `override` is why it goes in spite of what the disclosure says. */
export type Decision = {
  readonly releaseId: string
  readonly approve: boolean
  readonly override?: string | undefined
  /** The owner of a home makes and approves in one go; the manifest says so. */
  readonly inOneGo?: true
}

/**
 * A second person lets a release go, or turns it down. Refused: by who asked for it (`same_person`); one that is not made
 * (`release_elsewhere`); letting go what the gate blocks without a reason that is long enough (`override_needed`).
 */
export function decideRelease(
  db: StudyDb,
  occasion: Occasion,
  { releaseId, approve, override, inOneGo }: Decision,
): Promise<Result<null>> {
  const verb = approve ? 'approve_release' : 'reject_release'
  const details = { in_one_go: inOneGo ?? false }
  return change(db, occasion, { verb, subject: 'release', subjectId: releaseId, details }, async (tx) => {
    const [row] = await tx.$queryRaw<{ state: string; asked_by: string; disclosure: Disclosure }[]>`
      SELECT state, asked_by, disclosure FROM study.release
       WHERE id = ${releaseId}::uuid AND study_id = ${occasion.study.id}::uuid FOR UPDATE`
    if (row?.state !== 'made') return refuse('release_elsewhere')
    if (row.asked_by === occasion.actor && !inOneGo) return refuse('same_person')
    const found = gate(row.disclosure, override === undefined ? undefined : { reason: override })
    if (approve && found.verdict === 'blocked')
      return refuse('override_needed', { field: 'override', min: LEAST_REASON })
    await tx.release.updateMany({
      where: { id: releaseId },
      data: {
        state: approve ? 'approved' : 'rejected',
        decidedBy: occasion.actor,
        decidedOn: toColumn(occasion.today),
        override: approve && found.verdict === 'overridden' ? found.reason : null,
      },
    })
    return done(null)
  })
}

/** Notes that somebody took a file of a release that was let go. Refused (`release_elsewhere`) when it was not. */
export function noteDownload(
  db: StudyDb,
  occasion: Occasion,
  { releaseId, name }: { readonly releaseId: string; readonly name: string },
): Promise<Result<null>> {
  const what = { verb: 'download_release', subject: 'release', subjectId: releaseId, details: { name } }
  return change(db, occasion, what, async (tx) => {
    const there = await tx.release.count({ where: { id: releaseId, studyId: occasion.study.id, state: 'approved' } })
    return there === 1 ? done(null) : refuse('release_elsewhere')
  })
}

/** Notes that somebody saw the smallest groups of a release, which describe people. Refused (`release_elsewhere`) when there is none. */
export function noteCellsSeen(db: StudyDb, occasion: Occasion, releaseId: string): Promise<Result<null>> {
  const what = { verb: 'see_release_cells', subject: 'release', subjectId: releaseId }
  return change(db, occasion, what, async (tx) => {
    const there = await tx.release.count({ where: { id: releaseId, studyId: occasion.study.id } })
    return there === 1 ? done(null) : refuse('release_elsewhere')
  })
}

type Move = {
  readonly verb: string
  readonly from: readonly ReleaseState[]
  readonly to: { readonly state: ReleaseState } & Readonly<Record<string, unknown>>
}

type Step = (tx: StudyTx) => PromiseLike<unknown>
type Steps = {
  /** Why it is not moved after all. */
  readonly unless?: (tx: StudyTx) => Promise<Result<null> | null>
  readonly before?: Step
  readonly after?: Step
}

function move(
  db: StudyDb,
  occasion: Occasion,
  releaseId: string,
  { verb, from, to }: Move,
  { unless, before, after }: Steps = {},
): Promise<Result<null>> {
  return change(db, occasion, { verb, subject: 'release', subjectId: releaseId }, async (tx) => {
    const against = await unless?.(tx)
    if (against) return against
    await before?.(tx)
    const { count } = await tx.release.updateMany({
      where: { id: releaseId, studyId: occasion.study.id, state: { in: [...from] } },
      data: to,
    })
    if (count === 0) return refuse('release_elsewhere')
    await after?.(tx)
    return done(null)
  })
}
