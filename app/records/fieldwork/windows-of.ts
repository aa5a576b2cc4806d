import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Day, fromColumn } from '../../protocol/day'
import { anchoredBy } from '../../protocol/waves'

/** When the waves that an interview anchors can be held (protocol §4.2), the first one first. */
export async function windowsOf(
  db: StudyDb,
  { protocol }: StudyRef,
  registrationId: string,
  wave: string,
): Promise<{ readonly wave: string; readonly opens: Day; readonly closes: Day }[]> {
  const waves = anchoredBy(protocol, wave).map(({ name }) => name)
  const rows = await db.waveWindow.findMany({
    where: { registrationId, wave: { in: waves } },
    orderBy: { opensOn: 'asc' },
  })
  return rows.map((row) => ({ wave: row.wave, opens: fromColumn(row.opensOn), closes: fromColumn(row.closesOn) }))
}
