import type { StudyDb } from '../../platform/database'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { type Day, fromColumn } from '../../protocol/day'
import { runningOut, type Standing, standingOn } from '../../protocol/qualifications'
import { interviewersOf, type KeptInterviewer } from './interviewer'
import { type KeptQualification, qualificationsOf } from './qualifications'

/** What an interviewer did and is still to do. */
export type Load = {
  /** Interviews that were begun. */
  readonly interviews: number
  /** Appointments that stand, from today on. */
  readonly planned: number
}

/** An interviewer as the list shows one, on the study's today. */
export type ListedInterviewer = KeptInterviewer &
  Load & {
    readonly held: readonly KeptQualification[]
    readonly standing: Standing
    readonly runningOut: ReturnType<typeof runningOut>
  }

/** Everybody who holds interviews or did, by code. */
export async function listedInterviewers(db: StudyDb, { study, today }: Occasion): Promise<ListedInterviewer[]> {
  const held = await qualificationsOf(db, study)
  const loads = await loadsOf(db, study, today)
  return (await interviewersOf(db, study)).map((one) => {
    const theirs = held.get(one.id) ?? []
    const { interviews, planned } = loads.get(one.code) ?? { interviews: 0, planned: 0 }
    return {
      ...one,
      interviews,
      planned,
      held: theirs,
      standing: standingOn(one, theirs, today),
      runningOut: one.endedOn ? [] : runningOut(one, theirs, today),
    }
  })
}

/** A code that stands on interviews and of which nothing is recorded, with the day of the first. */
export type UnknownCode = { readonly code: string; readonly interviews: number; readonly firstOn: Day }

/** Codes of files and of the field that nobody has written down yet. */
export async function unknownCodes(db: StudyDb, { id }: StudyRef): Promise<UnknownCode[]> {
  const rows = await db.$queryRaw<{ code: string; interviews: number; firstOn: Date }[]>`
    SELECT m.interviewer AS code, count(*)::int AS interviews, min(m.opened_on) AS "firstOn"
      FROM study.measurement m
     WHERE m.study_id = ${id}::uuid AND m.perspective = 'client' AND m.interviewer IS NOT NULL
       AND NOT EXISTS (SELECT FROM study.interviewer i WHERE i.study_id = m.study_id AND i.code = m.interviewer)
     GROUP BY m.interviewer ORDER BY m.interviewer`
  return rows.map(({ firstOn, ...row }) => ({ ...row, firstOn: fromColumn(firstOn) }))
}

async function loadsOf(db: StudyDb, { id }: StudyRef, today: Day): Promise<Map<string, Load>> {
  const rows = await db.$queryRaw<(Load & { code: string })[]>`
    SELECT code, sum(interviews)::int AS interviews, sum(planned)::int AS planned
      FROM (SELECT interviewer AS code, count(*) AS interviews, 0 AS planned FROM study.measurement
             WHERE study_id = ${id}::uuid AND perspective = 'client' AND interviewer IS NOT NULL GROUP BY interviewer
            UNION ALL
            SELECT interviewer, 0, count(*) FROM study.appointment
             WHERE study_id = ${id}::uuid AND state = 'planned' AND on_day >= ${today}::date AND interviewer IS NOT NULL
             GROUP BY interviewer) x
     GROUP BY code`
  return new Map(rows.map(({ code, ...load }) => [code, load]))
}
