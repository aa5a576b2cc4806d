import type { StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { type Day, toColumn } from '../../protocol/day'
import { pinOf } from '../../protocol/instruments/battery'
import type { Wave } from '../../protocol/study'
import type { Case } from '../case'
import { batteryOn } from '../instruments/battery'
import { planMail } from '../ledger/plan'

/**
 * Opens the supervisor's questionnaire of a wave and plans the link for today (protocol §3, §4.3); the ladder of
 * reminders counts from here. Nothing happens when it is open already or the supervisor declined altogether.
 */
export async function openQuestionnaire(tx: StudyTx, occasion: Occasion, known: Case, wave: Wave) {
  const { supervisorId } = known
  if (!supervisorId || known.declined) return
  if (!(await openMeasurement(tx, occasion, known, wave, occasion.today))) return
  await planMail(tx, occasion, {
    registrationId: known.id,
    supervisorId,
    wave: wave.name,
    kind: 'questionnaire',
    round: 0,
  })
}

/** Makes room for the supervisor's answers of a wave, counted from a day; false when it was there already. */
export async function openMeasurement(
  tx: StudyTx,
  { study }: Occasion,
  known: Case,
  wave: Wave,
  on: Day,
): Promise<boolean> {
  const battery = await batteryOn(tx, study, wave.name, 'supervisor', on)
  const { count } = await tx.measurement.createMany({
    data: {
      id: newId(),
      studyId: study.id,
      registrationId: known.id,
      dyadId: known.dyadId,
      wave: wave.name,
      perspective: 'supervisor',
      battery: battery.map(pinOf),
      openedOn: toColumn(on),
    },
    skipDuplicates: true,
  })
  return count === 1
}
