import type { StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { randomBytes } from '../../platform/random'
import { makePseudonym } from '../../protocol/pseudonym'

/** A supervisor whom identity knows, and the study from now on: under a pseudonym of their own. Nothing when they were here. */
export async function supervisorHere(tx: StudyTx, { study }: Occasion, id: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO study.supervisor (id, study_id, pseudonym)
    VALUES (${id}::uuid, ${study.id}::uuid, ${makePseudonym(randomBytes)}) ON CONFLICT (id) DO NOTHING`
}
