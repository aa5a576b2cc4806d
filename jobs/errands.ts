import { endConsent, unfinishedAmong } from '../app/identity/ending'
import { finishErrands, pendingErrands } from '../app/identity/errands'
import { endScopes, stillSaidAmong } from '../app/identity/taking-back'
import type { Occasion } from '../app/platform/occasion'
import type { Day } from '../app/protocol/day'
import { importsUnderWay } from '../app/records/imports'
import { registerBatch } from '../app/records/intake/register-batch'
import type { RegisteredCase } from '../app/records/intake/registered-case'
import { allTakenBack, takenBack } from '../app/records/permissions'
import { registeredAmong } from '../app/records/registered'
import { withdrawals } from '../app/records/withdrawal'
import type { Desk } from './desk'
import { oneByOne } from './one-by-one'

/**
 * Completes registrations of which only identity's half was written (protocol §6: two roles, two transactions); those of an
 * import that is under way are left to it. Returns how many were completed; those that were complete only lose their
 * errand.
 */
export async function runErrands({ study: db, vault }: Desk, occasion: Occasion): Promise<number> {
  const { study, actor } = occasion
  const { errands, unreadable } = await pendingErrands(vault, study.id)
  const under = new Set(await importsUnderWay(db, study.id))
  const done = await oneByOne(
    errands.filter(({ importId }) => importId === null || !under.has(importId)),
    async ({ id, facts, today, past, request }) => {
      const told = facts as RegisteredCase[]
      const complete = new Set(await registeredAmong(db, told))
      const left = told.filter(({ registrationId }) => !complete.has(registrationId))
      const then = { study, actor, today: today as Day, past, ...(request !== null && { request }) }
      const result = left.length > 0 ? await registerBatch(db, then, left) : null
      // A refusal was reported to whoever registered; it does not change by asking again.
      await finishErrands(vault, [id])
      return result?.ok ? left.length : 0
    },
    'registering',
  )
  if (unreadable > 0)
    throw new Error(`${unreadable} registrations cannot be completed: what was left for them does not open`)
  return done.reduce((sum, count) => sum + count, 0)
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
