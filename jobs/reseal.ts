import { reseal } from '../app/identity/rotation'
import { log } from '../app/platform/log'
import type { Desk } from './desk'

/** Goes on with a change of key that whoever began it did not bring to its end. */
export async function goOnResealing({ vault, stop }: Desk): Promise<void> {
  const rotated = await reseal(vault, stop)
  if (rotated) log.info({ job: 'reseal', ...rotated }, 'a change of key')
}
