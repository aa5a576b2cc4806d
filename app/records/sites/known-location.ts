import type { StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'

/** Whether the study has cases at a location: the register names no others. */
export const knownLocation = async (tx: StudyTx, { study }: Occasion, location: string): Promise<boolean> =>
  (await tx.registration.count({ where: { studyId: study.id, location }, take: 1 })) > 0
