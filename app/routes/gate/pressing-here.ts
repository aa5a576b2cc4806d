import type { AppLoadContext } from '@remix-run/node'
import { scopeOf } from '../../access/table'
import type { SignedIn } from '../../identity/sessions'
import type { StudyRef } from '../../platform/occasion'
import { todayOf } from '../../records/clock'
import { pressing } from '../../records/work/pressing'
import { locationsBehind } from './own-locations'
import { whoseWork } from './whose-work'

/** Where the menu stops counting. */
const MOST = 1000

/** How much is due or overdue for whoever looks, at their own locations if they have some; null for who has no such work. */
export async function pressingHere(
  context: AppLoadContext,
  visitor: SignedIn,
  study: StudyRef,
): Promise<{ n: number; more: boolean } | null> {
  if (!scopeOf(visitor.role, 'see_work')) return null
  const db = context.databases.study
  const occasion = { study, today: await todayOf(db, study.id), actor: `account:${visitor.accountId}` }
  const locations = (await locationsBehind(context, { visitor, study, occasion })) ?? undefined
  const role = whoseWork(visitor.role)
  const n = await pressing(db, occasion, { role, locations, most: MOST })
  return n >= MOST ? { n: MOST - 1, more: true } : { n, more: false }
}
