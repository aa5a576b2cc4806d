import type { Words } from '../words'
import type { Group, QuasiIdentifier, QuasiValue } from './quasi-identifier'

/**
 * A value after so many rungs of its ladder. What is in none of a rung's groups stays as it is, so a value that is coarse
 * already does too. One that is left out is null for everybody. Throws a RangeError when the ladder has no such rung.
 */
export function coarsened(identifier: QuasiIdentifier, rungs: number, value: QuasiValue): QuasiValue {
  if (!Number.isInteger(rungs) || rungs < 0 || rungs > identifier.ladder.length)
    throw new RangeError(`${identifier.name} has no rung ${rungs}`)
  return identifier.ladder
    .slice(0, rungs)
    .reduce<QuasiValue>(
      (now, { groups }) => (groups === null ? null : (groups.find((group) => holds(group, now))?.name ?? now)),
      value,
    )
}

/** The words of a value, coarse or not; null when it has none but itself. */
export function wordsOf(identifier: QuasiIdentifier, value: QuasiValue): Words | null {
  const groups = identifier.ladder.flatMap((rung) => rung.groups ?? [])
  return groups.find(({ name }) => name === value)?.label ?? identifier.values[String(value)] ?? null
}

const holds = ({ holds: these }: Group, value: QuasiValue): boolean =>
  'from' in these
    ? typeof value === 'number' && value >= these.from && value <= these.to
    : these.some((name) => name === value)
