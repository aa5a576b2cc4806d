import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Refusal, refuse } from '../../protocol/refusal'

/**
 * What stands against keeping what the register tells of a case (protocol §6), null when nothing does: nobody needs it of a
 * client who was never interviewed (`took_no_part`), and nobody may ask it of one who said no to it (`linkage_refused`).
 */
export async function againstKeeping(
  db: StudyDb,
  { protocol }: StudyRef,
  registrationId: string,
): Promise<Refusal | null> {
  const [row] = await db.$queryRaw<{ took: boolean; refused: boolean }[]>`
    SELECT EXISTS (SELECT FROM study.measurement m WHERE m.registration_id = r.id AND m.perspective = 'client'
                                                     AND m.wave = ${protocol.waves[0]?.name ?? ''}) AS took,
           EXISTS (SELECT FROM study.permission p WHERE p.client_id = r.client_id AND NOT p.granted
                                                    AND p.scope = ${protocol.registerLinkage}) AS refused
      FROM study.registration r WHERE r.id = ${registrationId}::uuid`
  const against = !row?.took ? 'took_no_part' : row.refused ? 'linkage_refused' : null
  const refused = against && refuse(against, { field: 'supervision' })
  return refused && !refused.ok ? refused.refusal : null
}
