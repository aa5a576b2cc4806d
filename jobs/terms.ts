import type { Needed } from '../app/identity/restoring'
import type { Whom } from '../app/identity/retention'
import type { Occasion } from '../app/platform/occasion'
import { addDays, type Day } from '../app/protocol/day'
import { dueOn, type NamesKind } from '../app/protocol/retention'
import { neverTookPart } from '../app/records/never-took-part'
import { hasWithdrawn, participantsOver, sizeOf, supervisorsOver } from '../app/records/retention/terms'
import type { Desk } from './desk'

export type Item = { readonly id: string; readonly due: Day }
/** Whose names go when, by kind: those that are gone already too. */
export type Terms = Readonly<Record<NamesKind, { readonly whom: Whom; readonly items: readonly Item[] }>>

/** The terms of everybody, or of one client and one supervisor. */
export async function termsOf(
  db: Desk['study'],
  occasion: Occasion,
  only: { readonly clientId?: string; readonly supervisorId?: string } = {},
): Promise<Terms> {
  const { study } = occasion
  const { retention } = study.protocol
  const [never, participants, supervisors] = await Promise.all([
    neverTookPart(db, occasion, { closedBefore: addDays(occasion.today, 1), ...only }),
    participantsOver(db, study, only),
    supervisorsOver(db, study, only),
  ])
  const items = (kind: NamesKind, over: readonly { id: string; overOn: Day }[]) =>
    over.map(({ id, overOn }) => ({ id, due: dueOn(retention[kind], overOn) }))
  const left = never.map(({ clientId, closedOn }) => ({ id: clientId, overOn: closedOn }))
  return {
    names_never_took_part: { whom: 'clients', items: items('names_never_took_part', left) },
    names_of_participants: { whom: 'clients', items: items('names_of_participants', participants) },
    names_of_supervisors: { whom: 'supervisors', items: items('names_of_supervisors', supervisors) },
  }
}

/**
 * When the study is finished (§6) and its key goes: everybody's term is over, and as long ago as a follow-up and its term
 * take nobody came in any more. Null when that is not to be seen yet. No name may be left by then.
 */
export async function keyDueOn(db: Desk['study'], { study }: Occasion, terms: Terms): Promise<Day | null> {
  const { lastIn, clients, supervisors } = await sizeOf(db, study)
  const { names_never_took_part: never, names_of_participants: participants, names_of_supervisors: asked } = terms
  const complete = never.items.length + participants.items.length >= clients && asked.items.length >= supervisors
  if (!lastIn || !complete) return null
  const { retention, followUpMonths } = study.protocol
  const intake = dueOn(retention.names_of_participants, dueOn({ keep: { months: followUpMonths } }, lastIn))
  const days = Object.values(terms).flatMap(({ items }) => items.map(({ due }) => due))
  return [...days, intake].sort().at(-1) ?? intake
}

/** For whom the study needs a name on the occasion's day: whose term is not over, and no client who withdrew. */
export const neededOn =
  (db: Desk['study'], occasion: Occasion): Needed =>
  async ({ clientId, supervisorId }) => {
    const terms = await termsOf(db, occasion, { clientId, ...(supervisorId && { supervisorId }) })
    const over = (kind: NamesKind, id: string | null) =>
      terms[kind].items.some((item) => item.id === id && item.due <= occasion.today)
    const client = !over('names_never_took_part', clientId) && !over('names_of_participants', clientId)
    return {
      client: client && !(await hasWithdrawn(db, clientId)),
      supervisor: supervisorId !== null && !over('names_of_supervisors', supervisorId),
    }
  }
