import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import type { Day } from '../protocol/day'
import { countPlaces, type FlowBy, type Place } from './flow/count'
import type { FlowPart } from './flow/places'
import { type ByReason, type FlowStep, stepsOf } from './flow/steps'

/** The recruitment flow on a day, counted from the live rows (protocol §2; STROBE 13a–c). */
export type Flow = {
  readonly on: Day
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
  /** Each wave of the study, by its name in small letters. */
  readonly t1: WaveCount
  readonly t2: Required<WaveCount>
  readonly steps: readonly FlowStep[]
}

/** Who answered at a wave: clients, supervisors, and the pairs of whom both did; and who was lost to it, by reason. */
export type WaveCount = {
  readonly clients: number
  readonly supervisors: number
  readonly dyads: number
  readonly lost?: ByReason
}

/** The flow of a study, or of a part of it, on a day. Cases still under way are in the steps and under no reason. */
export async function flow(db: StudyDb, study: StudyRef, part: FlowPart): Promise<Flow> {
  return flowOf(study, part.on, await countPlaces(db, study, part, null))
}

/** The same, and one flow for every location or region: these add up to the whole. */
export async function flowBy(
  db: StudyDb,
  study: StudyRef,
  part: FlowPart,
  by: FlowBy,
): Promise<{ whole: Flow; by: Readonly<Record<string, Flow>> }> {
  const places = await countPlaces(db, study, part, by)
  const names = [...new Set(places.map((place) => place.by))].sort()
  const one = (name: string) => places.filter((place) => place.by === name)
  return {
    whole: flowOf(study, part.on, places),
    by: Object.fromEntries(names.map((name) => [name, flowOf(study, part.on, one(name))])),
  }
}

function flowOf(study: StudyRef, on: Day, places: readonly Place[]): Flow {
  const steps = stepsOf(study, places)
  const { waves } = study.protocol
  const entered = (step: string | undefined) => steps.find((one) => one.step === step)?.entered ?? 0
  const occurred = (step: string) => nonZero(steps.find((one) => one.step === step)?.reasons ?? {})
  return {
    on,
    funnel: {
      registered: entered('register'),
      inquired: entered('inquiry'),
      replied: entered('criteria'),
      met_criteria: entered('judgement'),
      approachable: entered('approach'),
      interviewed: entered(waves[0]?.name),
    },
    not_included: {
      register: occurred('register'),
      ...inquiryGroups(occurred('inquiry')),
      criteria: occurred('criteria'),
      supervisor_judgement: occurred('judgement'),
      ...approachGroups(study, occurred('approach')),
    },
    ...(Object.fromEntries(
      waves.map(({ name }, index) => {
        const before = waves[index - 1]
        return [name.toLowerCase(), { ...answered(places, index), ...(before && { lost: occurred(before.name) }) }]
      }),
    ) as Pick<Flow, 't1' | 't2'>),
    steps,
  }
}

const nonZero = (reasons: ByReason): ByReason => Object.fromEntries(Object.entries(reasons).filter(([, n]) => n > 0))
const total = (counts: ByReason) => Object.values(counts).reduce((sum, count) => sum + count, 0)

function answered(places: readonly Place[], wave: number) {
  const all = (side: 'clients' | 'supervisors' | 'dyads') =>
    places.reduce((sum, place) => sum + (place[side][wave] ?? 0), 0)
  return { clients: all('clients'), supervisors: all('supervisors'), dyads: all('dyads') }
}

/** Step 5 leaves in groups (refused, three no-shows, practical …); a group that is one reason is one number. */
function approachGroups({ protocol }: StudyRef, left: ByReason) {
  const groups: Record<string, Record<string, number>> = { refused: {}, no_show_three_times: {}, practical: {} }
  for (const [code, count] of Object.entries(left)) {
    const group = protocol.reasons.approach?.[code]?.group ?? code
    groups[group] = { ...groups[group], [code]: count }
  }
  const { refused, ...rest } = groups
  const numbers = Object.fromEntries(Object.entries(rest).map(([group, counts]) => [group, total(counts)]))
  return { refused: refused ?? {}, ...numbers } as Pick<
    Flow['not_included'],
    'refused' | 'no_show_three_times' | 'practical'
  >
}

/** Who left at the inquiry: those never answered for are one number, others (declined, withdrew) stand beside it, if any. */
function inquiryGroups({ no_reply = 0, ...others }: ByReason) {
  return { no_reply, ...(Object.keys(others).length > 0 && { inquiry: others }) }
}
