import type { StudyDb, StudyTx } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Day, toColumn } from '../../protocol/day'
import { batteryNow, pinOf } from '../../protocol/instruments/battery'
import type { Instrument, Perspective } from '../../protocol/study'

/** What was published never changes, so it is read once a process: by study and pin. */
const known = new Map<string, Instrument>()

/**
 * What one side is asked at a wave on a day: what was put to use last by then, else what the protocol lists (in the words of
 * the field of work when the study has fields). Throws a RangeError for a wave that the study does not have.
 */
export async function batteryOn(
  db: StudyDb | StudyTx,
  study: StudyRef,
  wave: string,
  perspective: Perspective,
  day: Day,
  field?: string,
): Promise<readonly Instrument[]> {
  const used = await db.battery.findFirst({
    where: { studyId: study.id, wave, perspective, fromOn: { lte: toColumn(day) } },
    orderBy: [{ fromOn: 'desc' }, { seq: 'desc' }],
    select: { instruments: true },
  })
  return used ? pinnedBattery(db, study, used.instruments) : batteryNow(study.protocol, wave, perspective, field)
}

/**
 * The instruments of these pins, in their order, whether the protocol has them or they came from a file. Throws a RangeError
 * for one that was never published.
 */
export async function pinnedBattery(
  db: StudyDb | StudyTx,
  study: StudyRef,
  pins: readonly string[],
): Promise<readonly Instrument[]> {
  const own = new Map(study.protocol.instruments.map((instrument) => [pinOf(instrument), instrument]))
  const find = (pin: string) => own.get(pin) ?? known.get(`${study.id} ${pin}`)
  const unread = pins.filter((pin) => !find(pin)).map((pin) => pin.split('@')[0] ?? '')
  if (unread.length > 0) {
    const rows = await db.loadedInstrument.findMany({
      where: { studyId: study.id, name: { in: unread } },
      select: { definition: true },
    })
    for (const { definition } of rows) {
      const instrument = definition as unknown as Instrument
      const key = `${study.id} ${pinOf(instrument)}`
      if (!known.has(key)) known.set(key, instrument)
    }
  }
  return pins.map((pin) => {
    const instrument = find(pin)
    if (!instrument) throw new RangeError(`no instrument ${pin}`)
    return instrument
  })
}
