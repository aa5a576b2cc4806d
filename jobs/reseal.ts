import { reseal } from '../app/identity/rotation'
import { log } from '../app/platform/log'
import type { Desk } from './desk'

/** Goes on with a change of key that whoever began it did not bring to its end. */
export async function goOnResealing({ vault, stop }: Desk): Promise<void> {
  const rotated = await reseal(vault, stop)
  if (rotated.ok) log.info({ job: 'reseal', ...rotated.value }, 'a change of key')
  else log.warn({ job: 'reseal', ...rotated.refusal }, 'a change of key cannot go on here')
}
