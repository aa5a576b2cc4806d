import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { smallByPlace } from '../../protocol/disclosure/small-by-place'
import { FEW, type Shown, type Sum } from '../../protocol/disclosure/small-cells'
import { type Flow, flow, flowBy, type WaveCount } from '../flow'
import { placesKnown } from '../sites/places'
import type { FlowPart } from './places'
import type { FlowStep } from './steps'

const SIDES = ['clients', 'supervisors', 'dyads'] as const
type ShownStep = { readonly [field in keyof Omit<FlowStep, 'step' | 'there' | 'reasons'>]: Shown } & {
  readonly step: string
  readonly there: Readonly<Record<string, Shown>>
  readonly reasons: Readonly<Record<string, Shown>>
}

/** A flow with its counts as somebody may see them: its steps, and who answered at each wave, by its name. */
export type ShownFlow = {
  readonly steps: readonly ShownStep[]
  readonly waves: Readonly<Record<string, Readonly<Record<(typeof SIDES)[number], Shown>>>>
}

/** The flow of a part of the study, for somebody who may see small counts (`small`) or may not. */
export async function shownFlow(db: StudyDb, study: StudyRef, part: FlowPart, small: boolean): Promise<ShownFlow> {
  const asked = await flow(db, study, part)
  if (small) return openFlow(study, asked)
  const places = await placesKnown(db, study)
  const regions = [...new Set(places.map(({ region }) => region))]
  const inRegion = async (region: string) => {
    const { by } = await flowBy(db, study, { on: part.on, region }, 'location')
    return Object.entries(by).map(([location, one]) => ({ region, location, counts: cellsOf(study, one) }))
  }
  const locals = (await Promise.all(regions.map(inRegion))).flat()
  const shown = smallByPlace(locals, sumsOf(asked), rankOf)(part)
  return written(study, asked, (cell, n) => shown.get(cell) ?? (n === 0 ? 0 : FEW))
}

/** A flow with every count of it. */
export const openFlow = (study: Pick<StudyRef, 'protocol'>, counted: Flow): ShownFlow =>
  written(study, counted, (_, n) => n)

const waveOf = (counted: Flow, name: string) => counted[name.toLowerCase() as 't1'] as WaveCount

/** The counts of a flow by name. Who went on came to the next step: that is one count. */
const cellsOf = ({ protocol }: StudyRef, counted: Flow): Map<string, number> =>
  new Map([
    ...counted.steps.flatMap(({ step, entered, there, left, reasons }) => [
      [`entered ${step}`, entered] as const,
      [`left ${step}`, left] as const,
      ...Object.entries(there).map(([stage, n]) => [`there ${step} ${stage}`, n] as const),
      ...Object.entries(reasons).map(([code, n]) => [`reason ${step} ${code}`, n] as const),
    ]),
    ...protocol.waves.flatMap(({ name }) =>
      SIDES.map((side) => [`${side} ${name}`, waveOf(counted, name)[side]] as const),
    ),
  ])

const sumsOf = ({ steps }: Flow): Sum[] =>
  steps.flatMap(({ step, there, reasons }, at) => {
    const next = steps[at + 1]
    const stay = Object.keys(there).map((stage) => `there ${step} ${stage}`)
    return [
      { total: `entered ${step}`, parts: [`left ${step}`, ...stay, ...(next ? [`entered ${next.step}`] : [])] },
      { total: `left ${step}`, parts: Object.keys(reasons).map((code) => `reason ${step} ${code}`) },
    ]
  })

/** What is left out before what: a reason or a stage, then how many left, then how many came. */
const rankOf = (cell: string) => (cell.startsWith('entered') ? 2 : cell.startsWith('left') ? 1 : 0)

function written(
  { protocol }: Pick<StudyRef, 'protocol'>,
  counted: Flow,
  see: (cell: string, n: number) => Shown,
): ShownFlow {
  const each = (of: Readonly<Record<string, number>>, kind: string) =>
    Object.fromEntries(Object.entries(of).map(([name, n]) => [name, see(`${kind} ${name}`, n)]))
  return {
    steps: counted.steps.map(({ step, entered, there, left, reasons, on }, at) => ({
      step,
      entered: see(`entered ${step}`, entered),
      there: each(there, `there ${step}`),
      left: see(`left ${step}`, left),
      reasons: each(reasons, `reason ${step}`),
      on: counted.steps[at + 1] ? see(`entered ${counted.steps[at + 1]?.step}`, on) : on,
    })),
    waves: Object.fromEntries(
      protocol.waves.map(({ name }) => {
        const of = waveOf(counted, name)
        return [
          name,
          {
            clients: see(`clients ${name}`, of.clients),
            supervisors: see(`supervisors ${name}`, of.supervisors),
            dyads: see(`dyads ${name}`, of.dyads),
          },
        ]
      }),
    ),
  }
}
