import type { ReleaseChoice } from './release-spec'
import type { Place } from './released'
import { type Instrument, PERSPECTIVES, type Perspective, type StudyProtocol } from './study'

/** What a side was ever asked at a wave. */
type Asked = (wave: string, who: Perspective) => readonly Pick<Instrument, 'name'>[]

/** Of which answers somebody has use: all that were given at some places, and at others those to a few items. */
export type AnswersToRead = {
  readonly all: readonly Place[]
  readonly few: readonly Place[]
  readonly items: readonly string[]
}

/**
 * The answers that a release has to read. All of a side at a wave that was chosen, of which something stands in it or a scale
 * is computed (protocol §7.1), and of where the lapses are asked that outcomes are made of (§5). Besides these only the few by
 * which somebody could be recognised (§6): they are looked at whatever is released.
 */
export function answersToRead(study: StudyProtocol, asked: Asked, chosen: ReleaseChoice): AnswersToRead {
  const { waves, instruments, definitions, outcomes } = chosen
  const [first] = study.waves
  const isTold = ({ wave, who }: Place) =>
    waves.includes(wave) && asked(wave, who).some(({ name }) => instruments === null || instruments.includes(name))
  // a later wave is told as a change since the first too, whether that was chosen or not
  const isScored = ({ wave }: Place) => definitions.length > 0 && (waves.includes(wave) || wave === first?.name)
  const last = study.waves.at(-1)?.name
  const hasLapses = ({ wave, who }: Place) => outcomes.length > 0 && wave === last && who === 'supervisor'
  const told = study.quasiIdentifiers.flatMap(({ from }) => from).filter((source) => 'item' in source)
  const tells = ({ wave, who }: Place) => told.some((one) => one.wave === wave && one.perspective === who)
  const places = study.waves.flatMap(({ name }) => PERSPECTIVES.map((who): Place => ({ wave: name, who })))
  const all = places.filter((place) => isTold(place) || isScored(place) || hasLapses(place))
  return {
    all,
    few: places.filter((place) => tells(place) && !all.includes(place)),
    items: [...new Set(told.map(({ item }) => item))],
  }
}
