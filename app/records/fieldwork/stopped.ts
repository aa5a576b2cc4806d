import type { StudyDb, StudyTx } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { scopesLacking } from '../../protocol/consent'
import type { StudyProtocol, Wave } from '../../protocol/study'
import { waveNamed } from '../../protocol/waves'
import { WITHDREW } from '../departures'
import { stepOfWave } from '../standing'

/** Why an interview ends that was begun: the client stopped, or took back what the wave needs. The codes are refusals. */
export type Stopped = 'withdrawn' | 'no_consent'

/** What is known of a client's consent at a wave; `left` is the reason for which the wave was lost, if it was. */
type Allowed = {
  readonly withdrawn: boolean
  readonly left: string | undefined
  readonly granted: Readonly<Record<string, boolean>>
}

/** Why the client's side of a wave goes no further (§6): `withdrawn`, or `no_consent` with the scopes that are lacking. */
export function stoppedBy(
  study: Pick<StudyProtocol, 'consent'>,
  wave: Wave,
  { withdrawn, left, granted }: Allowed,
): { readonly code: 'withdrawn' } | { readonly code: 'no_consent'; readonly scopes: readonly string[] } | null {
  if (withdrawn || left === WITHDREW) return { code: 'withdrawn' }
  const scopes = scopesLacking(study, granted, 'interview', wave)
  return scopes.length > 0 ? { code: 'no_consent', scopes } : null
}

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
      departures: { where: { step: stepOfWave(wave), returnedOn: null }, select: { reason: true } },
      client: { select: { permissions: true, withdrawal: { select: { clientId: true } } } },
    },
  })
  const granted = Object.fromEntries(client.permissions.map(({ scope, granted }) => [scope, granted]))
  const left = departures.some(({ reason }) => reason === WITHDREW) ? WITHDREW : departures[0]?.reason
  return stoppedBy(study.protocol, wave, { withdrawn: client.withdrawal !== null, left, granted })?.code ?? null
}
