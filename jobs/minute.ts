import type { Occasion } from '../app/platform/occasion'
import type { Desk } from './desk'
import { finishScopes, finishWithdrawals, runErrands } from './errands'
import { sendWaitingMail } from './outgoing-mail'

/** What is looked at every minute: halves to complete, then the mail that waits. Returns how much of each. */
export async function minute(desk: Desk, occasion: Occasion): Promise<Record<string, number>> {
  const registrations = await runErrands(desk, occasion)
  const withdrawals = await finishWithdrawals(desk, occasion)
  const scopes = await finishScopes(desk, occasion)
  return { registrations, withdrawals, scopes, ...(await sendWaitingMail(desk, occasion)) }
}
