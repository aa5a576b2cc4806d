import { type Address, gateOf, PAGES } from '../../access/pages'
import { ROLES, type Role } from '../../access/roles'
import { MAY, scopeOf, type Verb } from '../../access/table'
import { breaches } from '../../identity/breaches'
import type { AuditCheck } from '../../platform/audit/whole'
import type { Databases } from '../../platform/database'
import { holdings } from '../../platform/holdings'
import type { Occasion } from '../../platform/occasion'
import type { Vault } from '../../platform/vault'
import { type BreachClock, type Breached, breachClock } from '../../protocol/breach'
import { HELD, HELD_WHOLE, namesIn, offencesIn } from '../../protocol/held/held'
import type { Held } from '../../protocol/held/kinds'
import type { Retained, Retention } from '../../protocol/retained'
import { type Announced, lastReports } from '../../records/retention/report'
import { type Counted, looksCounted } from './trail'

/** A table of the record: what the description says, and what the database says of it now. */
export type HeldNow = Omit<Held, 'columns'> & {
  readonly table: string
  readonly rows: number
  readonly readers: readonly string[]
  /** The columns that tell of offences, and those that name somebody. */
  readonly offences: readonly string[]
  readonly names: readonly string[]
}
export type Term = Retention & { readonly kind: Retained }
/** What the last report on retention said is due for deletion; null before there was one. */
export type Due = { readonly day: string; readonly kinds: readonly Announced[] } | null
/** A breach that is not closed, without a word of what it says. */
export type OpenBreach = {
  readonly discoveredAt: string
  readonly material: readonly Breached[]
  readonly people: number
  readonly clock: BreachClock
}

/** The record of processing (GDPR art. 30) of a study, with what was looked up in a month. Nobody is in it. */
export type PrivacyRecord = {
  readonly study: string
  readonly on: string
  readonly month: string
  readonly held: readonly HeldNow[]
  readonly roles: readonly { readonly role: Role; readonly pages: readonly string[] }[]
  readonly terms: readonly Term[]
  readonly due: Due
  readonly looks: readonly Counted[]
  readonly breaches: readonly OpenBreach[]
  /** Null when nobody could look: that takes the address of the database's owner. */
  readonly trail: AuditCheck | null
}

/** What the record is made from. `at` is the machine's moment, for the clocks of breaches. */
export type Asked = {
  readonly databases: Databases
  readonly vault: Vault
  readonly occasion: Occasion
  readonly at: Date
  readonly month: string
  readonly trail: AuditCheck | null
}

/** Makes the record from the data model, the grants, the table of roles, the retention terms and the trail. */
export async function privacyRecord({ databases, vault, occasion, at, month, trail }: Asked): Promise<PrivacyRecord> {
  const { study, today } = occasion
  const [held, looks, open, [due = null]] = await Promise.all([
    holdings(databases),
    looksCounted({ vault, db: databases.study, study }, month),
    openBreaches(vault, study.id, at),
    lastReports(databases.study, study, { days: 1 }),
  ])
  return {
    study: study.code,
    on: today,
    month,
    held: held.flatMap((now) => {
      const described = describedAs(now.table)
      return described ? [{ ...described, ...now }] : []
    }),
    roles: ROLES.map((role) => ({ role, pages: pagesOf(role) })),
    terms: (Object.entries(study.protocol.retention) as [Retained, Retention][]).map(([kind, term]) => ({
      kind,
      ...term,
    })),
    due,
    looks,
    breaches: open,
    trail,
  }
}

function describedAs(table: string): Omit<HeldNow, 'table' | 'rows' | 'readers'> | undefined {
  const whole = HELD_WHOLE[table]
  if (whole) return { ...whole, offences: [], names: [] }
  const held = HELD[table]
  if (!held) return undefined
  const { columns: _, ...rest } = held
  return { ...rest, offences: offencesIn(held), names: namesIn(held) }
}

/** The pages that this role may open and others may not: what is for anyone says nothing. */
function pagesOf(role: Role): string[] {
  const isVerb = (gate: string | undefined): gate is Verb => gate !== undefined && Object.hasOwn(MAY, gate)
  return (Object.keys(PAGES) as Address[]).filter((address) => {
    const gate = gateOf(address, 'GET')
    return isVerb(gate) && scopeOf(role, gate) !== undefined
  })
}

/** Breaches that are not closed, those with the least time left first. */
export async function openBreaches(vault: Vault, studyId: string, at: Date): Promise<OpenBreach[]> {
  const all = await breaches(vault, studyId)
  return all
    .filter(({ now }) => now.closedAt === null)
    .map(({ now }) => ({
      discoveredAt: now.discoveredAt,
      material: now.material,
      people: now.people,
      clock: breachClock(now, at),
    }))
    .sort((a, b) => (a.clock.deadline < b.clock.deadline ? -1 : 1))
}
