import type { Asked } from '../../app/exports/shapes/shape'
import type { StudyDb } from '../../app/platform/database'
import type { StudyRef } from '../../app/platform/occasion'
import { pinOf } from '../../app/protocol/instruments/battery'
import type { Instrument, Perspective } from '../../app/protocol/study'
import { pinnedBattery } from '../../app/records/instruments/battery'

const SIDES: readonly Perspective[] = ['client', 'supervisor']
const at = (wave: string, perspective: Perspective) => `${wave} ${perspective}`

/** What was asked, as a release remembers it: pins (name@version) by wave and side. */
export const pinsOf = ({ protocol }: StudyRef, asked: Asked): Record<string, string[]> =>
  Object.fromEntries(
    protocol.waves.flatMap(({ name }) => SIDES.map((side) => [at(name, side), asked(name, side).map(pinOf)])),
  )

/** What was asked by these pins: an instrument that was put to use since is not among it. */
export async function askedThen(
  db: StudyDb,
  study: StudyRef,
  pins: Readonly<Record<string, readonly string[]>>,
): Promise<Asked> {
  const found = new Map<string, readonly Instrument[]>()
  for (const [key, some] of Object.entries(pins)) found.set(key, await pinnedBattery(db, study, [...some]))
  return (wave, perspective) => found.get(at(wave, perspective)) ?? []
}
