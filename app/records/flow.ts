import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import { reasonCodes } from '../protocol/reasons'

/** Counts by reason code, in the order in which the study lists its reasons. */
export type ByReason = Readonly<Record<string, number>>

/** The recruitment flow, counted from the live rows (protocol §2; STROBE 13a–c). */
export type Flow = {
  readonly funnel: Readonly<
    Record<'registered' | 'inquired' | 'replied' | 'met_criteria' | 'approachable' | 'interviewed', number>
  >
  readonly not_included: {
    readonly register: ByReason
    readonly no_reply: number
    readonly criteria: ByReason
    readonly supervisor_judgement: ByReason
    readonly refused: ByReason
    readonly no_show_three_times: number
    readonly practical: number
    /** Approaches that ended for a reason of their own group, and what else ended at the inquiry, when there are any. */
    readonly [group: string]: ByReason | number
  }
  readonly t1: { readonly clients: number; readonly supervisors: number; readonly dyads: number }
  readonly t2: {
    readonly clients: number
    readonly supervisors: number
    readonly dyads: number
    readonly lost: ByReason
  }
}

/** Counts the whole flow of a study. Cases still under way are in the funnel and in no reason. */
export async function flow(db: StudyDb, study: StudyRef): Promise<Flow> {
  const [funnel, left, t1, t2] = await Promise.all([
    funnelOf(db, study),
    departures(db, study),
    pairs(db, study, 'T1'),
    pairs(db, study, 'T2'),
  ])
  const reasons = (step: string) => counted(study, step, left)
  return {
    funnel,
    not_included: {
      register: reasons('register'),
      ...inquiryGroups(study, left),
      criteria: reasons('criteria'),
      supervisor_judgement: reasons('judgement'),
      ...approachGroups(study, left),
    },
    t1,
    t2: { ...t2, lost: reasons('T2') },
  }
}

type Left = readonly { readonly step: string; readonly reason: string; readonly count: number }[]

const sum = (counts: ByReason) => Object.values(counts).reduce((total, count) => total + count, 0)

/** Reasons that occurred at a step, in the study's order. */
function counted({ protocol }: StudyRef, step: string, left: Left): ByReason {
  const at = new Map(left.filter((row) => row.step === step).map((row) => [row.reason, row.count]))
  const known = reasonCodes(protocol, step).filter((code) => at.has(code))
  return Object.fromEntries(known.map((code) => [code, at.get(code) as number]))
}

/** Step 5 leaves in groups (refused, three no-shows, practical …); a group that is one reason is one number. */
function approachGroups(study: StudyRef, left: Left) {
  const groups: Record<string, Record<string, number>> = { refused: {}, no_show_three_times: {}, practical: {} }
  for (const [code, count] of Object.entries(counted(study, 'approach', left))) {
    const group = study.protocol.reasons.approach?.[code]?.group ?? code
    groups[group] = { ...groups[group], [code]: count }
  }
  const { refused, ...rest } = groups
  const numbers = Object.fromEntries(Object.entries(rest).map(([group, counts]) => [group, sum(counts)]))
  return { refused: refused ?? {}, ...numbers } as Pick<
    Flow['not_included'],
    'refused' | 'no_show_three_times' | 'practical'
  >
}

/** Who left at the inquiry: those never answered for are one number, others (declined, withdrew) stand beside it, if any. */
function inquiryGroups(study: StudyRef, left: Left) {
  const { no_reply = 0, ...others } = counted(study, 'inquiry', left)
  return { no_reply, ...(Object.keys(others).length > 0 && { inquiry: others }) }
}

const departures = (db: StudyDb, study: StudyRef): Promise<Left> => db.$queryRaw<Left[number][]>`
  SELECT d.step, d.reason, count(*)::int AS count
    FROM study.departure d JOIN study.registration r ON r.id = d.registration_id
   WHERE r.study_id = ${study.id}::uuid AND d.returned_on IS NULL GROUP BY 1, 2`

async function funnelOf(db: StudyDb, study: StudyRef): Promise<Flow['funnel']> {
  const [row] = await db.$queryRaw<Flow['funnel'][]>`
    SELECT count(*)::int AS registered,
           count(i.id)::int AS inquired,
           count(i.replied_on)::int AS replied,
           count(j.registration_id)::int AS met_criteria,
           count(*) FILTER (WHERE j.approachable)::int AS approachable,
           count(m.id)::int AS interviewed
      FROM study.registration r
      LEFT JOIN study.inquiry i ON i.registration_id = r.id
      LEFT JOIN study.judgement j ON j.registration_id = r.id AND j.replaced_on IS NULL
      LEFT JOIN study.measurement m ON m.registration_id = r.id AND m.wave = ${study.protocol.waves[0]?.name} AND m.perspective = 'client'
     WHERE r.study_id = ${study.id}::uuid`
  return row as Flow['funnel']
}

/** Clients interviewed, questionnaires of supervisors, and the pairs of which both sides are there. */
async function pairs(db: StudyDb, study: StudyRef, wave: string): Promise<Flow['t1']> {
  const [row] = await db.$queryRaw<Flow['t1'][]>`
    SELECT count(*) FILTER (WHERE perspective = 'client')::int AS clients,
           count(*) FILTER (WHERE perspective = 'supervisor')::int AS supervisors,
           (count(*) - count(DISTINCT registration_id))::int AS dyads
      FROM study.measurement
     WHERE study_id = ${study.id}::uuid AND wave = ${wave} AND completed_on IS NOT NULL`
  return row as Flow['t1']
}
