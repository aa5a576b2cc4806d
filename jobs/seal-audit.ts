import { sealAll } from '../app/platform/audit/heads'
import { now } from '../app/platform/clock'
import { log } from '../app/platform/log'
import type { Desk } from './desk'
import { noteForAll } from './every-study'

/**
 * Seals what was done since the last time. Once an hour all of it is looked through: what was committed long after its number
 * was drawn.
 */
export async function sealAudit(desk: Desk): Promise<void> {
  const { study, vault, stop } = desk
  const sealed = await sealAll(study, vault, { all: now().getUTCMinutes() === 0, stop })
  if (!stop?.aborted) await noteForAll(desk, 'seal-audit')
  if (sealed.study + sealed.vault > 0) log.debug({ job: 'seal-audit', ...sealed }, 'the trail was sealed')
}
