import type { ReleasedCase, ReleasedMeasurement } from '../released'
import type { StudyProtocol } from '../study'
import { leftOut, type QuasiIdentifier, type Steps } from './quasi-identifier'

/** The numbers of a release that several people share, by which their rows are known to belong together (for clustering). */
export type Shared = 'supervisor' | 'interviewer'
/** Whose numbers one person's rows have, by what they are the numbers of; each once. */
export type SharedNumbers = Readonly<Record<Shared, readonly string[]>>

/**
 * What can be done about a number that few people share: it is told, or left out (decided). By itself it tells nothing; but
 * who recognises one of the people who share it has found the others, and their place, however coarsely that is told.
 */
export const SHARED: readonly (Pick<QuasiIdentifier, 'cite' | 'label' | 'ladder'> & { readonly name: Shared })[] = [
  {
    name: 'supervisor',
    cite: '§2.1',
    label: { nl: 'Nummer van de toezichthouder', en: 'Number of the supervisor' },
    ladder: [leftOut(4)],
  },
  {
    name: 'interviewer',
    cite: '§3',
    label: { nl: 'Nummer van de interviewer', en: 'Number of the interviewer' },
    ladder: [leftOut(2)],
  },
]

/** All of which a release can tell less: what people could be recognised by, and the numbers that they share. */
export const coarsenable = ({
  quasiIdentifiers,
}: Pick<StudyProtocol, 'quasiIdentifiers'>): readonly Pick<QuasiIdentifier, 'name' | 'label' | 'ladder'>[] => [
  ...quasiIdentifiers,
  ...SHARED,
]

type Told = Pick<ReleasedCase, 'supervisorId'> & {
  readonly measurements: readonly Pick<ReleasedMeasurement, 'wave' | 'perspective' | 'supervisorId' | 'interviewer'>[]
}

/** A reader of the numbers that the rows of a case have in a release of these waves. The first wave's are always among them. */
export function sharedNumbersOf({ waves: [first] }: StudyProtocol, waves: readonly string[]) {
  return ({ supervisorId, measurements }: Told): SharedNumbers => {
    const told = measurements.filter(
      ({ wave, perspective }) => perspective === 'client' && (wave === first?.name || waves.includes(wave)),
    )
    return {
      supervisor: [...new Set([supervisorId, ...told.map((one) => one.supervisorId)])],
      interviewer: [...new Set(told.flatMap(({ interviewer }) => interviewer ?? []))],
    }
  }
}

/** How many people share each number: one that fewer than k share points from one of them to the others. */
export type Sharing = {
  readonly name: Shared
  readonly numbers: number
  /** The fewest who share one; null without any. */
  readonly smallest: number | null
  /** Numbers that fewer than k share, and the people who have one of these. */
  readonly below: { readonly numbers: number; readonly rows: number }
}

/** Counts who shares numbers, of those that are not left out, while people come in one at a time. */
export function sharing(steps: Steps) {
  const told = SHARED.filter(({ name }) => !steps[name]).map(({ name }) => ({
    name,
    sizes: new Map<string, number>(),
    /** Of who has more than one. */
    several: [] as (readonly string[])[],
  }))
  return {
    add: (numbers: SharedNumbers): void => {
      for (const { name, sizes, several } of told) {
        const theirs = numbers[name]
        for (const one of theirs) sizes.set(one, (sizes.get(one) ?? 0) + 1)
        if (theirs.length > 1) several.push(theirs)
      }
    },
    counted: (k: number): Sharing[] =>
      told.map(({ name, sizes, several }) => {
        const all = [...sizes.values()]
        const few = all.filter((n) => n < k)
        const isFew = (one: string) => (sizes.get(one) ?? 0) < k
        // each person once
        const again = several.reduce((sum, theirs) => sum + Math.max(0, theirs.filter(isFew).length - 1), 0)
        return {
          name,
          numbers: all.length,
          smallest: all.reduce<number | null>((least, n) => (least === null || n < least ? n : least), null),
          below: { numbers: few.length, rows: few.reduce((sum, n) => sum + n, 0) - again },
        }
      }),
  }
}
