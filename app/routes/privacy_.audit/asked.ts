import { ROLES, type Role, readRole } from '../../access/roles'
import { type Day, daysBetween, monthOf, parseDay } from '../../protocol/day'

/** Who has no account, as the first part of an actor. */
export const OTHERS = ['supervisor', 'import', 'system'] as const
type Other = (typeof OTHERS)[number]

/** What of the trail is asked for; `slip` when the days that were typed are no days to ask for. */
export type Asked = {
  readonly chain: 'study' | 'vault'
  readonly verb: string | undefined
  readonly role: Role | undefined
  readonly kind: Other | undefined
  readonly from: Day
  readonly to: Day
  /** The days as they were typed, for the form. */
  readonly typed: { readonly from: string; readonly to: string }
  readonly pseudonym: string
  readonly after: string
  readonly slip: boolean
}

const MOST_DAYS = 366

/** Reads what is asked for; without days it is the study's month until today. */
export function askedIn(request: Request, today: Day): Asked {
  const { searchParams } = new URL(request.url)
  const typed = (name: string) => (searchParams.get(name) ?? '').trim().slice(0, 60)
  const who = typed('who')
  const from = typed('from') === '' ? (`${monthOf(today)}-01` as Day) : parseDay(typed('from'))
  const to = typed('to') === '' ? today : parseDay(typed('to'))
  const days = from && to && from <= to && daysBetween(from, to) <= MOST_DAYS ? { from, to } : null
  return {
    chain: typed('chain') === 'vault' ? 'vault' : 'study',
    verb: /^[a-z_]{1,40}$/.test(typed('verb')) ? typed('verb') : undefined,
    role: readRole(who),
    kind: OTHERS.find((one) => one === who),
    ...(days ?? { from: `${monthOf(today)}-01` as Day, to: today }),
    typed: { from: typed('from') || `${monthOf(today)}-01`, to: typed('to') || today },
    pseudonym: typed('pseudonym'),
    after: typed('after'),
    slip: days === null,
  }
}

export const WHO = { roles: ROLES, others: OTHERS }
