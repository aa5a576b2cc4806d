import { endConsent, unfinishedAmong } from '../app/identity/ending'
import { finishErrands, pendingErrands } from '../app/identity/errands'
import { endScopes, stillSaidAmong } from '../app/identity/taking-back'
import type { Occasion } from '../app/platform/occasion'
import type { Day } from '../app/protocol/day'
import { type RegisteredCase, register } from '../app/records/intake/register'
import { allTakenBack, takenBack } from '../app/records/permissions'
import { registeredAmong } from '../app/records/registered'
import { withdrawals } from '../app/records/withdrawal'
import type { Desk } from './desk'
import { oneByOne } from './one-by-one'

/**
 * Completes registrations of which only identity's half was written (protocol §6: two roles, two transactions).
 * Returns how many were completed; those that were complete only lose their errand.
 */
export async function runErrands({ study: db, vault }: Desk, occasion: Occasion): Promise<number> {
  const { errands, unreadable } = await pendingErrands(vault, occasion.study.id)
  const complete = new Set(
    await registeredAmong(
      db,
      errands.map(({ facts }) => facts as RegisteredCase),
    ),
  )
  const done = await oneByOne(
    errands,
    async ({ id, facts, today, request }) => {
      const whole = facts as RegisteredCase
      const { study, actor } = occasion
      const then = { study, actor, today: today as Day, ...(request !== null && { request }) }
      const result = complete.has(whole.registrationId) ? null : await register(db, then, whole)
      // A refusal was reported to whoever registered; it does not change by asking again.
      await finishErrands(vault, [id])
      return result?.ok ? 1 : 0
    },
    'registering',
  )
  if (unreadable > 0)
    throw new Error(`${unreadable} registrations cannot be completed: what was left for them does not open`)
  return done.filter((one) => one === 1).length
}

/** Ends the consent forms, and the name, of clients whose withdrawal reached the study only. Returns of how many clients. */
export async function finishWithdrawals({ study: db, vault }: Desk, occasion: Occasion): Promise<number> {
  const withdrawn = await withdrawals(db, occasion.study.id)
  const unfinished = withdrawn.length > 0 ? await unfinishedAmong(vault, withdrawn) : []
  return (await oneByOne(unfinished, (client) => endConsent(vault, occasion, client), 'withdrawing')).length
}

/** The same for single scopes that were taken back in the study only. */
export async function finishScopes({ study: db, vault }: Desk, occasion: Occasion): Promise<number> {
  const taken = await allTakenBack(db, occasion.study.id)
  const unfinished = taken.length > 0 ? await stillSaidAmong(vault, occasion, taken) : []
  const end = ({ clientId, scopes }: (typeof unfinished)[number]) =>
    endScopes(vault, occasion, { clientId, scopes, stillTakenBack: () => takenBack(db, clientId) })
  return (await oneByOne(unfinished, end, 'taking back')).length
}
