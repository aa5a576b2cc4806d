import type { StudyDb } from '../../platform/database'
import type { Occasion, StudyRef } from '../../platform/occasion'
import type { Course } from '../../protocol/planner/course'
import { done, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { allCourses, coursesOf } from './courses'
import { differencesOf, keptRows, type WorkDifference } from './kept'
import { lockWork } from './lock'
import { plannedRows } from './planned'
import { writeWork } from './write'

/**
 * Derives the work of every case of a study anew, mends what is kept otherwise, and gives every difference: each is a mistake
 * of the program. Cases of which a fact came from the other room and was not followed yet are followed, and are none.
 */
export async function recomputeWork(db: StudyDb, occasion: Occasion): Promise<WorkDifference[]> {
  await followStale(db, occasion)
  const found: WorkDifference[] = []
  for await (const courses of allCourses(db, occasion.study)) {
    const suspects = await differingCases(db, occasion.study, courses)
    if (suspects.length > 0) found.push(...(await mend(db, occasion, suspects)))
  }
  return found
}

/** So many cases are locked by one transaction: locks are room that all share. */
const AT_A_TIME = 500

/** Derives the work of cases of which a fact came from the other room (what a client allows). Gives how many. */
export async function followStale(db: StudyDb, occasion: Occasion): Promise<number> {
  let followed = 0
  for (;;) {
    const cases = await staleCases(db, occasion.study)
    if (cases.length === 0) return followed
    await follow(db, occasion, cases)
    followed += cases.length
  }
}

function follow(db: StudyDb, occasion: Occasion, cases: readonly string[]) {
  const { id: subjectId } = occasion.study
  const what = { verb: 'derive_work', subject: 'study', subjectId, details: { cases: cases.length } }
  return change(db, occasion, what, async (tx) => {
    await tx.$executeRaw`SELECT study.touch_cases(${[...cases]}::uuid[])`
    return done(null)
  })
}

/** Some of the cases that wait for that. */
async function staleCases(db: StudyDb, { id }: StudyRef): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT r.id FROM study.stale s JOIN study.registration r ON r.id = s.registration_id
     WHERE r.study_id = ${id}::uuid LIMIT ${AT_A_TIME}::int`
  return rows.map((row) => row.id)
}

async function differingCases(db: StudyDb, study: StudyRef, courses: readonly Course[]): Promise<string[]> {
  const kept = await keptRows(
    db,
    courses.map(({ registrationId }) => registrationId),
  )
  return [...new Set(differencesOf(kept, plannedRows(study, courses)).map(({ registrationId }) => registrationId))]
}

/** Looks once more while nobody else writes about these cases, and mends them. Refused, and nothing written, when all is well. */
async function mend(db: StudyDb, occasion: Occasion, cases: readonly string[]): Promise<WorkDifference[]> {
  const { study } = occasion
  const details = { cases: cases.length }
  const what = { verb: 'mend_work', subject: 'study', subjectId: study.id, details }
  const mended = await change(db, occasion, what, async (tx) => {
    const followed = new Set(await lockWork(tx, cases))
    const planned = plannedRows(study, await coursesOf(tx, study, cases))
    const differences = differencesOf(await keptRows(tx, cases), planned)
    if (differences.length === 0) return refuse('already_done')
    await writeWork(tx, study, cases, planned)
    return done(differences.filter(({ registrationId }) => !followed.has(registrationId)))
  })
  return mended.ok ? mended.value : []
}
