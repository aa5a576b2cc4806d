import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { batteryNow, pinOf } from '../../protocol/instruments/battery'
import type { Instrument, Perspective } from '../../protocol/study'
import { pinnedBattery } from './battery'

/**
 * What each side was ever asked at a wave: first what the protocol lists, then whatever else a measurement was opened with,
 * of each name the newest version first.
 */
export async function askedEver(
  db: StudyDb,
  study: StudyRef,
): Promise<(wave: string, perspective: Perspective) => readonly Instrument[]> {
  const rows = await db.$queryRaw<{ wave: string; perspective: string; pins: string[] }[]>`
    SELECT m.wave, m.perspective, array_agg(DISTINCT pin) AS pins
      FROM study.measurement m CROSS JOIN LATERAL unnest(m.battery) AS pin
     WHERE m.study_id = ${study.id}::uuid
     GROUP BY m.wave, m.perspective`
  const found = new Map<string, readonly Instrument[]>()
  for (const { wave, perspective, pins } of rows) {
    const asked = await pinnedBattery(db, study, pins)
    const newestFirst = asked.toSorted(
      (one, other) => one.name.localeCompare(other.name) || other.version - one.version,
    )
    found.set(`${wave} ${perspective}`, newestFirst)
  }
  return (wave, perspective) => {
    const listed = batteryNow(study.protocol, wave, perspective)
    const pins = new Set(listed.map(pinOf))
    const others = found.get(`${wave} ${perspective}`)?.filter((instrument) => !pins.has(pinOf(instrument)))
    return [...listed, ...(others ?? [])]
  }
}
