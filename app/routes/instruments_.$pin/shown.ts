import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { pinOf } from '../../protocol/instruments/battery'
import type { Instrument } from '../../protocol/study'
import { pinnedBattery } from '../../records/instruments/battery'
import { versionsOf } from '../../records/instruments/versions'
import { nothingHere } from '../gate/enter'

/** The instrument of a pin in an address. Throws 404 when there is none. */
export async function instrumentAt(db: StudyDb, study: StudyRef, pin = ''): Promise<Instrument> {
  const found = (await versionsOf(db, study, pin.split('@')[0])).find((version) => pinOf(version) === pin)
  const [instrument] = found ? await pinnedBattery(db, study, [pin]) : []
  if (!instrument) throw nothingHere()
  return instrument
}
