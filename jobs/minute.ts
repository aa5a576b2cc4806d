import type { Occasion } from '../app/platform/occasion'
import { followStale } from '../app/records/work/recompute'
import type { Desk } from './desk'
import { finishScopes, finishWithdrawals, runErrands } from './errands'
import { finishHandOvers } from './hand-overs'
import { endOldFiles } from './imports/run'
import { oneByOne } from './one-by-one'

type Part = (desk: Desk, occasion: Occasion) => Promise<Record<string, number>>

const PARTS: readonly Part[] = [
  async (desk, occasion) => ({ registrations: await runErrands(desk, occasion) }),
  async (desk, occasion) => ({ handOvers: await finishHandOvers(desk, occasion) }),
  async (desk, occasion) => ({ withdrawals: await finishWithdrawals(desk, occasion) }),
  async (desk, occasion) => ({ scopes: await finishScopes(desk, occasion) }),
  async (desk, occasion) => ({ files: await endOldFiles(desk, occasion) }),
  async ({ study }, occasion) => ({ casesFollowed: await followStale(study, occasion) }),
]

/**
 * What is looked at every minute: halves to complete, and what follows from facts of the other room. Returns how much of each.
 * What fails (a value that does not open) stops none of the others, and is thrown at the end.
 */
export async function minute(desk: Desk, occasion: Occasion): Promise<Record<string, number>> {
  return Object.assign({}, ...(await oneByOne(PARTS, (part) => part(desk, occasion), 'the minute')))
}
