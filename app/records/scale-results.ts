import type { StudyRef } from '../platform/occasion'
import type { Consistency } from '../protocol/consistency'
import { FEWEST } from '../protocol/fewest'
import { cautions, figures } from '../protocol/scale-figures'
import { change, dyadDifference, type Scores } from '../protocol/scoring'
import { describe, pearson } from '../protocol/statistics'
import type { Perspective, ScaleDefinition, Words } from '../protocol/study'
import type { Description } from '../protocol/tally'
import type { Answered } from './answers'

/** One side at one wave, scored by one definition of the study. */
export type Side = { readonly wave: string; readonly perspective: Perspective; readonly definition: ScaleDefinition }

/** How the two of a pair answered one scale: n pairs, Pearson's r, and their differences (protocol §7.1); null of too few. */
export type Within = {
  readonly n: number
  readonly r: number | null
  readonly absolute: Description | null
  readonly relative: Description | null
}

/** What one side of the study came to, scale by scale and without anybody; null of fewer than FEWEST people. */
export type ScaleResults = {
  /** Complete measurements that were scored, and those that were not since the interviewer found them unreliable (§3). */
  readonly n: number
  readonly unreliable: number
  readonly descriptives: Readonly<Record<string, Pick<Description, 'n'> & { readonly of: Description | null }>>
  readonly consistency: Readonly<Record<string, Consistency>>
  readonly dyads: Readonly<Record<string, Within>>
  /** How the same people's scores changed since the wave that anchors this one; null of a wave without. */
  readonly change: { readonly from: string; readonly scales: ScaleResults['descriptives'] } | null
  /** What must be said wherever these scores show; and with the two of a pair, of whom the other has cautions too. */
  readonly cautions: Readonly<Record<string, Words>>
  readonly dyadCautions: Readonly<Record<string, Words>>
}

/** What the study's answers come to. Takes every completed measurement; reads and writes nothing. */
export function scaleResults(study: StudyRef, measurements: readonly Answered[], side: Side): ScaleResults {
  const { wave, perspective, definition } = side
  const found = figures(definition, perspective)
  const own = scoresAt(measurements, side, found.add)
  const other = perspective === 'client' ? 'supervisor' : 'client'
  const theirs = scoresAt(measurements, { ...side, perspective: other })
  const [clients, supervisors] = perspective === 'client' ? [own, theirs] : [theirs, own]
  const anchor = study.protocol.waves.find(({ name }) => name === wave)?.window?.anchor
  const before = anchor ? scoresAt(measurements, { ...side, wave: anchor }) : null
  const names = Object.keys(found.descriptives())
  const named = <T>(make: (scale: string) => T) => Object.fromEntries(names.map((scale) => [scale, make(scale)]))
  return {
    n: own.size,
    unreliable: measurements.filter((one) => isOf(one, side) && one.unreliable).length,
    descriptives: Object.fromEntries(
      Object.entries(found.descriptives()).map(([scale, of]) => [scale, { n: of.n, of: enough(of) }]),
    ),
    consistency: Object.fromEntries(Object.entries(found.consistency()).map(([scale, of]) => [scale, told(of)])),
    dyads: named((scale) => within(pairsOf(clients, supervisors, scale))),
    change: before && {
      from: anchor as string,
      scales: named((scale) => {
        const of = describe(pairsOf(before, own, scale).flatMap(([then, now]) => change(then, now) ?? []))
        return { n: of.n, of: enough(of) }
      }),
    },
    cautions: cautions(definition, perspective),
    dyadCautions: { ...cautions(definition, other), ...cautions(definition, perspective) },
  }
}

const isOf = (one: Answered, { wave, perspective }: Pick<Side, 'wave' | 'perspective'>) =>
  one.wave === wave && one.perspective === perspective

/** By case; none of an interview that was found unreliable. */
function scoresAt(measurements: readonly Answered[], side: Side, add = figures(side.definition, side.perspective).add) {
  const those = measurements.filter((one) => isOf(one, side) && !one.unreliable)
  return new Map(those.map((one) => [one.registrationId, add(one.answers)] as const))
}

const enough = (of: Description): Description | null => (of.n < FEWEST ? null : of)

const told = (of: Consistency): Consistency => {
  const nothing = { r: null, r_drop: null, alpha_drop: null }
  return of.n < FEWEST ? { n: of.n, alpha: null, interval: null, items: of.items.map(() => nothing) } : of
}

/** Both scores of every case that has the two. */
function pairsOf(one: ReadonlyMap<string, Scores>, other: ReadonlyMap<string, Scores>, scale: string) {
  return [...one].flatMap(([id, scores]) => {
    const [left, right] = [scores[scale] ?? null, other.get(id)?.[scale] ?? null]
    return left === null || right === null ? [] : [[left, right] as const]
  })
}

/** Of pairs of a client's and a supervisor's score. */
function within(pairs: readonly (readonly [number, number])[]): Within {
  const differences = pairs.flatMap(([client, supervisor]) => dyadDifference(client, supervisor) ?? [])
  const { n, r } = pearson(pairs)
  return {
    n,
    r: n < FEWEST ? null : r,
    absolute: enough(describe(differences.map(({ absolute }) => absolute))),
    relative: enough(describe(differences.map(({ relative }) => relative))),
  }
}
