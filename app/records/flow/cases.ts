import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { empty, type Sql, sql } from '../../platform/sql'
import { type Day, fromColumn } from '../../protocol/day'
import type { Stage } from '../../protocol/stages'
import { type FlowPart, placesOn } from './places'
import { reasonListOf, stepNames } from './steps'

/** Which cases of a step: all who came to it, those still in a stage there, or those who left (for one reason, or any). */
export type FlowChoice = { readonly step: string } & (
  | { readonly of: 'entered' }
  | { readonly of: 'there'; readonly stage: Stage }
  | { readonly of: 'left'; readonly reason: string | null }
)

/** A case in the list behind a number of the flow. */
export type FlowCase = {
  readonly id: string
  /** The client's pseudonym. */
  readonly pseudonym: string
  readonly location: string
  readonly registeredOn: Day
  /** Where it stood on the day: the step, in which stage or left for which reason, and since when. */
  readonly step: string
  readonly stage: Stage
  readonly reason: string | null
  readonly since: Day
}

/** A page of a list: where it begins (the key of the last one before), and how many. */
type Part = FlowPart & { readonly after?: string | null; readonly limit: number }

/** The cases that a number of the flow counts, in the order of registration, a page at a time. */
export async function flowCases(
  db: StudyDb,
  study: StudyRef,
  { after, limit, ...part }: Part,
  choice: FlowChoice,
): Promise<{ items: FlowCase[]; next: string | null }> {
  const [afterDay, afterId] = (after ?? '').split('|')
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id, c.pseudonym, p.location, p.registered_on AS "registeredOn", p.step, p.stage, p.reason, p.since
      FROM (${placesOn(study, part, likely(study, choice))}) p
      JOIN study.client c ON c.id = p."clientId"
     WHERE ${chosen(study, choice)}
       AND ${after ? sql`(p.registered_on, p.id) > (${afterDay}::date, ${afterId}::uuid)` : sql`true`}
     ORDER BY p.registered_on, p.id LIMIT ${limit + 1}::int`
  const items = rows.slice(0, limit).map(caseOf)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? `${last.registeredOn}|${last.id}` : null }
}

type Row = Omit<FlowCase, 'registeredOn' | 'since'> & { registeredOn: Date; since: Date }

const caseOf = ({ registeredOn, since, ...row }: Row): FlowCase => ({
  ...row,
  registeredOn: fromColumn(registeredOn),
  since: fromColumn(since),
})

function chosen(study: StudyRef, choice: FlowChoice): Sql {
  const { step } = choice
  if (choice.of === 'there') return sql`p.step = ${step} AND p.reason IS NULL AND p.stage = ${choice.stage}`
  if (choice.of === 'left')
    return sql`p.step = ${step} AND ${choice.reason === null ? sql`p.reason IS NOT NULL` : sql`p.reason = ${choice.reason}`}`
  const names = stepNames(study)
  return sql`p.step = ANY(${names.slice(names.indexOf(step))}::text[])`
}

/** What can be said of them without working out where everybody stood: a departure there has an index of its own. */
function likely(study: StudyRef, choice: FlowChoice): Sql {
  if (choice.of !== 'left') return empty
  return sql`AND r.id IN (SELECT x.registration_id FROM study.departure x
                           WHERE x.step = ${reasonListOf(study, choice.step) ?? choice.step}
                             ${choice.reason === null ? empty : sql`AND x.reason = ${choice.reason}`})`
}
