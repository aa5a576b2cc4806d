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

/**
 * Completes registrations of which only identity's half was written (protocol §6: two roles, two transactions).
 * Returns how many were completed; those that were complete only lose their errand.
 */
export async function runErrands({ study: db, vault }: Desk, occasion: Occasion): Promise<number> {
  const errands = await pendingErrands(vault, occasion.study.id)
  if (errands.length === 0) return 0
  const complete = new Set(
    await registeredAmong(
      db,
      errands.map(({ facts }) => facts as RegisteredCase),
    ),
  )
  let completed = 0
  for (const errand of errands) {
    const facts = errand.facts as RegisteredCase
    const { today, request } = errand
    if (complete.has(facts.registrationId)) continue
    const { study, actor } = occasion
    const result = await register(
      db,
      { study, actor, today: today as Day, ...(request !== null && { request }) },
      facts,
    )
    if (result.ok) completed++
  }
  // A refusal was reported to whoever registered; it does not change by asking again.
  await finishErrands(
    vault,
    errands.map(({ id }) => id),
  )
  return completed
}

/** Ends the consent forms, and the name, of clients whose withdrawal reached the study only. Returns of how many clients. */
export async function finishWithdrawals({ study: db, vault }: Desk, occasion: Occasion): Promise<number> {
  const withdrawn = await withdrawals(db, occasion.study.id)
  const unfinished = withdrawn.length > 0 ? await unfinishedAmong(vault, withdrawn) : []
  for (const client of unfinished) await endConsent(vault, occasion, client)
  return unfinished.length
}

/** The same for single scopes that were taken back in the study only. */
export async function finishScopes({ study: db, vault }: Desk, occasion: Occasion): Promise<number> {
  const taken = await allTakenBack(db, occasion.study.id)
  const unfinished = taken.length > 0 ? await stillSaidAmong(vault, occasion, taken) : []
  for (const { clientId, scopes } of unfinished)
    await endScopes(vault, occasion, { clientId, scopes, stillTakenBack: () => takenBack(db, clientId) })
  return unfinished.length
}
