import type { Broken, Evidence } from './evidence'
import { nothingNeedless } from './invariants/after-facts'
import { auditComplete } from './invariants/audit'
import { eachToItsEnd } from './invariants/lines'
import { onceADay } from './invariants/once-a-day'
import { queueGoesOn } from './invariants/queue'
import { nothingTwice } from './invariants/twice'

/** Everything that must hold when a run is over, each asked of the ledger and of what the mail server and the others saw. */
export async function invariants(evidence: Evidence): Promise<Broken[]> {
  return [
    ...(await eachToItsEnd(evidence)),
    ...(await nothingNeedless(evidence)).wrong,
    ...(await onceADay(evidence)),
    ...nothingTwice(evidence).wrong,
    ...(await auditComplete(evidence)),
    ...(await queueGoesOn(evidence)),
  ]
}
