import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { pinOf } from '../../protocol/instruments/battery'
import type { Instrument } from '../../protocol/study'
import { pinnedBattery } from '../../records/instruments/battery'
import { versionsOf } from '../../records/instruments/versions'
import { keyOf } from '../gate/cursor'
import { nothingHere } from '../gate/enter'

/** The instrument of a pin in an address. Throws 404 when there is none. */
export async function instrumentAt(db: StudyDb, study: StudyRef, asked: string | undefined): Promise<Instrument> {
  const pin = keyOf(asked, 'pin')
  const versions = pin ? await versionsOf(db, study, pin.split('@')[0]) : []
  const [instrument] = pin && versions.some((one) => pinOf(one) === pin) ? await pinnedBattery(db, study, [pin]) : []
  if (!instrument) throw nothingHere()
  return instrument
}
