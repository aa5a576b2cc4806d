import type { Instrument, Item, Perspective, StudyProtocol } from '../study'
import { instrumentNamed } from './instrument'

type Asks = Pick<StudyProtocol, 'instruments' | 'fields' | 'waves'>

/** The name under which answers are pinned to the version that was asked: `wa-gk-client@1` (protocol §7). */
export const pinOf = ({ name, version }: Pick<Instrument, 'name' | 'version'>): string => `${name}@${version}`

/**
 * What one side is asked at a wave by the protocol, in order, of each instrument the newest version; in the words of their
 * field of work when the study has fields (protocol §9). Throws a RangeError for a wave or instrument that the study does not have.
 */
export function batteryNow(study: Asks, waveName: string, perspective: Perspective, fieldName?: string): Instrument[] {
  const wave = study.waves.find(({ name }) => name === waveName)
  if (!wave) throw new RangeError(`no wave ${waveName}`)
  const field = study.fields.find(({ name }) => name === fieldName)
  return (field ?? wave).instruments[perspective].map((name) => instrumentNamed(study, name))
}

/** The instruments of these pins, in their order. Throws a RangeError for one that the study never published. */
export function pinned(study: Pick<StudyProtocol, 'instruments'>, pins: readonly string[]): Instrument[] {
  return pins.map((pin) => {
    const instrument = study.instruments.find((candidate) => pinOf(candidate) === pin)
    if (!instrument) throw new RangeError(`no instrument ${pin}`)
    return instrument
  })
}

/** All questions of a battery, in the order of the instruments. */
export const itemsOf = (battery: readonly Instrument[]): Item[] => battery.flatMap(({ items }) => items)

/** The question with this code, and the instrument that it stands in; undefined when the battery does not ask it. */
export function askedIn(
  battery: readonly Instrument[],
  code: string,
): { readonly instrument: Instrument; readonly item: Item } | undefined {
  for (const instrument of battery) {
    const item = instrument.items.find((candidate) => candidate.code === code)
    if (item) return { instrument, item }
  }
  return undefined
}
