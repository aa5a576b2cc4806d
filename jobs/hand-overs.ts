import { supervisedOtherwise, theirsNow } from '../app/identity/colleagues'
import type { Occasion } from '../app/platform/occasion'
import { handedOver } from '../app/records/intake/hand-over'
import type { Desk } from './desk'
import { oneByOne } from './one-by-one'

/** Completes hand-overs of which only the study's half was written: whose client it is stands in both. Returns how many. */
export async function finishHandOvers({ study: db, vault }: Desk, occasion: Occasion): Promise<number> {
  const handed = await handedOver(db, occasion.study.id)
  const unfinished = handed.length > 0 ? await supervisedOtherwise(vault, handed) : []
  return (await oneByOne(unfinished, (given) => theirsNow(vault, occasion, given), 'handing over')).length
}
