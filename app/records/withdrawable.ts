import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import { type Day, fromColumn } from '../protocol/day'
import type { Collected } from './withdrawal'

/** What a client can withdraw from, and what they withdrew from before. */
export type Withdrawable = {
  readonly clientId: string
  /** The client's pseudonym. */
  readonly pseudonym: string
  /** `eraseOn`: the day on which what was let stay at first was erased after all. */
  readonly withdrawn: { readonly on: Day; readonly collected: Collected; readonly eraseOn: Day | null } | null
  /** Every scope of the study, in its order; null for what nobody said anything about. */
  readonly scopes: readonly { readonly scope: string; readonly granted: boolean | null; readonly endedOn: Day | null }[]
}

/** Where a client stands in withdrawing (protocol §6); null when the study has no such client. */
export async function withdrawable(
  db: StudyDb,
  { id: studyId, protocol }: StudyRef,
  clientId: string,
): Promise<Withdrawable | null> {
  const client = await db.client.findFirst({
    where: { id: clientId, studyId },
    include: { withdrawal: true, permissions: true },
  })
  if (!client) return null
  const { pseudonym, withdrawal, permissions } = client
  return {
    clientId,
    pseudonym,
    withdrawn: withdrawal && {
      on: fromColumn(withdrawal.withdrawnOn),
      collected: withdrawal.collected as Collected,
      eraseOn: withdrawal.eraseOn && fromColumn(withdrawal.eraseOn),
    },
    scopes: protocol.scopes.map((scope) => {
      const row = permissions.find((one) => one.scope === scope)
      return { scope, granted: row?.granted ?? null, endedOn: row?.endedOn ? fromColumn(row.endedOn) : null }
    }),
  }
}
