import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Day, fromColumn, monthOf } from '../../protocol/day'
import type { Finding } from '../../protocol/deviations'
import { standingOn } from '../../protocol/qualifications'
import { interviewersOf } from '../interviewers/interviewer'
import { qualificationsOf } from '../interviewers/qualifications'

/**
 * Interviews held by somebody who was not qualified that day (protocol §3): only by those of whom it is recorded what they
 * have, since that day on, and only interviews that were held here, not those of a file. A student's first one passes unless
 * nobody else was there.
 */
export async function unqualifiedInterviewers(db: StudyDb, study: StudyRef): Promise<Omit<Finding, 'kind'>[]> {
  const interviewers = new Map((await interviewersOf(db, study)).map((one) => [one.code, one]))
  if (interviewers.size === 0) return []
  const held = await qualificationsOf(db, study)
  return (await heldHere(db, study, [...interviewers.keys()])).flatMap(({ code, on, alone, isFirst, ...finding }) => {
    const who = interviewers.get(code)
    if (!who || on < who.sinceOn) return []
    const { may, supervisedOnly } = standingOn(who, held.get(who.id) ?? [], on)
    const supervised = supervisedOnly && isFirst && !alone
    return (may && !supervisedOnly) || supervised ? [] : [{ ...finding, month: monthOf(on) }]
  })
}

type HeldHere = {
  readonly fact: string
  readonly registrationId: string
  readonly location: string
  readonly code: string
  readonly on: Day
  /** Nobody else was there, as far as it was said. */
  readonly alone: boolean
  /** The first one of this interviewer. */
  readonly isFirst: boolean
}

async function heldHere(db: StudyDb, { id }: StudyRef, codes: readonly string[]): Promise<HeldHere[]> {
  const rows = await db.$queryRaw<(Omit<HeldHere, 'on'> & { on: Date })[]>`
    SELECT h.fact, h."registrationId", h.location, h.code, h."on", h.alone, h."isFirst"
      FROM (SELECT m.id AS fact, r.id AS "registrationId", r.location, m.interviewer AS code, m.opened_on AS "on",
                   m.third_person IS FALSE AS alone,
                   row_number() OVER (PARTITION BY m.interviewer ORDER BY m.opened_on, m.id) = 1 AS "isFirst",
                   m.seed IS NOT NULL OR EXISTS (SELECT FROM study.entry e WHERE e.measurement_id = m.id
                                                    AND e.way IN ('interview', 'paper')) AS here
              FROM study.measurement m JOIN study.registration r ON r.id = m.registration_id
             WHERE m.study_id = ${id}::uuid AND m.perspective = 'client' AND m.interviewer = ANY (${[...codes]}::text[])) h
     WHERE h.here`
  return rows.map(({ on, ...row }) => ({ ...row, on: fromColumn(on) }))
}
