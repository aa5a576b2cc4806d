import type { StudyDb, StudyTx } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { scopesLacking } from '../../protocol/consent'
import { waveNamed } from '../../protocol/waves'
import { WITHDREW } from '../departures'
import { stepOfWave } from '../standing'

/** Why an interview ends that was begun: the client stopped, or took back what the wave needs. The codes are refusals. */
export type Stopped = 'withdrawn' | 'no_consent'

/** Whether the client of a case stopped, so that the interview of a wave goes no further (§6); null when not. */
export async function stoppedAt(
  db: StudyDb | StudyTx,
  study: StudyRef,
  registrationId: string,
  waveName: string,
): Promise<Stopped | null> {
  const wave = waveNamed(study.protocol, waveName)
  const { client, departures } = await db.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: {
      departures: { where: { step: stepOfWave(wave), reason: WITHDREW, returnedOn: null }, select: { id: true } },
      client: { select: { permissions: true, withdrawal: { select: { clientId: true } } } },
    },
  })
  if (client.withdrawal || departures.length > 0) return 'withdrawn'
  const granted = Object.fromEntries(client.permissions.map(({ scope, granted }) => [scope, granted]))
  return scopesLacking(study.protocol, granted, 'interview', wave).length > 0 ? 'no_consent' : null
}
