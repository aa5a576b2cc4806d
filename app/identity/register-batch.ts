import type { VaultTx } from '../platform/database'
import { blindId, newId } from '../platform/id'
import { type Occasion, withoutRequest } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result, refuse } from '../protocol/refusal'
import { changeEach } from './change'
import { type Entered as EnteredRow, enterPeople, enterSupervisors } from './enter-people'
import { leaveErrand } from './errands'
import type { Named } from './people'
import { type Ids, type MayChange, notToBeAsked, type Recognised, recognise } from './recognise'
import { tieAll } from './tie'

/** A row of the register: whom it names, and what the study's half of the registration needs besides the ids. */
export type Row = { readonly named: Named; readonly facts: object }
/** What the vault knows of a row: the study's ids, whether a name of the two has gone, and whether its client is not to be asked. */
export type Entered = Ids & { readonly gone: boolean; readonly doNotAsk: boolean }
/** What came of a batch: each row in its place, and the errand that stands until the study's half is done. */
export type Batch = { readonly rows: readonly Result<Entered>[]; readonly errandId: string | null }

/** Rows entered by somebody else in this moment are looked up again; who does so five times in a row is not another import. */
const TRIES = 5

/**
 * Identity's half of many registrations, in one transaction with an entry of the vault's chain for each that is new or
 * gets a supervisor: persons, supervisors and supervisions are recognised by keyed hash, names are sealed, and an errand
 * is left with the facts of all rows that were written, so that a process that dies now is completed. Repeating it writes
 * nothing. A row is refused as `recognise` says, and keeps none of the others back. No number of a supervision may occur
 * twice. `importId` ties the errand to the import that will complete it itself.
 */
export async function enterBatch(
  vault: Vault,
  occasion: Occasion,
  rows: readonly Row[],
  { mayChange, importId = null }: { readonly mayChange?: MayChange; readonly importId?: string | null } = {},
): Promise<Batch> {
  const names = rows.map(({ named }) => named)
  const listed = await notToBeAsked(vault, occasion, names)
  for (let attempt = 1; ; attempt++) {
    const known = await recognise(vault, occasion, names, mayChange)
    const open = rows.flatMap((row, place) => {
      const before = known[place] ?? null
      if (before && (!before.ok || before.value.said === 'same')) return []
      return { ...row, place, before: before?.ok ? before.value : null, doNotAsk: listed[place] === true }
    })
    if (open.length === 0) return { rows: known.map((one, place) => asEntered(one, listed[place])), errandId: null }
    const written = await changeEach(vault, withoutRequest(occasion), (tx) =>
      write(tx, vault.keys, occasion, open, importId),
    )
    if (written.ok) {
      const { ids, errandId } = written.value
      return { rows: known.map((one, place) => ids.get(place) ?? asEntered(one, listed[place])), errandId }
    }
    if (written.refusal.code !== 'entered_meanwhile' || attempt === TRIES)
      return { rows: known.map((one, place) => (one ? asEntered(one, listed[place]) : written)), errandId: null }
  }
}

function asEntered(one: Result<Recognised> | null, doNotAsk = false): Result<Entered> {
  if (!one?.ok) return one ?? refuse('entered_meanwhile')
  const { registrationId, clientId, supervisorId, gone } = one.value
  return done({ registrationId, clientId, supervisorId, gone, doNotAsk })
}

/** A row that is to be written: a new supervision, or one that is known and gets a supervisor. */
type Open = Row & { readonly place: number; readonly before: Recognised | null; readonly doNotAsk: boolean }
type Written = { readonly ids: ReadonlyMap<number, Result<Entered>>; readonly errandId: string }

async function write(
  tx: VaultTx,
  keys: Vault['keys'],
  occasion: Occasion,
  open: readonly Open[],
  importId: string | null,
) {
  const fresh = open.filter(({ before }) => !before)
  const people = await enterPeople(
    tx,
    keys,
    occasion,
    fresh.map(({ named }) => named.client),
  )
  const staff = await enterSupervisors(
    tx,
    keys,
    occasion,
    open.flatMap(({ named }) => named.supervisor ?? []),
  )
  const staffOf = ({ named }: Open) => (named.supervisor ? (staff.get(named.supervisor.number.trim()) ?? null) : null)
  const added = fresh.map((row) => ({
    row,
    id: blindId(),
    studyId: newId(),
    person: people.get(row.named.client.number.trim()) as EnteredRow,
    supervisor: staffOf(row),
  }))
  const named = open.filter((row) => row.before)
  if ((await addSupervisions(tx, keys, occasion, added)) < added.length) return refuse('entered_meanwhile')
  if (
    (await nameSupervisors(
      tx,
      named.map((row) => ({ ...(row.before as Recognised), to: staffOf(row)?.id ?? null })),
    )) < named.length
  )
    return refuse('entered_meanwhile')
  await tieAll(tx, keys, added)
  const idsOf = new Map<number, Ids>([
    ...added.map(({ row, studyId, person, supervisor }) => {
      const ids = { registrationId: studyId, clientId: person.studyId, supervisorId: supervisor?.studyId ?? null }
      return [row.place, ids] as const
    }),
    ...named.map((row) => {
      const { registrationId, clientId } = row.before as Recognised
      return [row.place, { registrationId, clientId, supervisorId: staffOf(row)?.studyId ?? null }] as const
    }),
  ])
  const facts = open.map((row) => ({ ...row.facts, ...idsOf.get(row.place), doNotAsk: row.doNotAsk }))
  const errandId = await leaveErrand(tx, keys, occasion, { facts, importId })
  const entries = open.map(({ place, before }) => ({
    verb: before ? (before.said === 'other' ? 'change_supervisor' : 'name_supervisor') : 'enter_registration',
    subject: 'registration',
    subjectId: (idsOf.get(place) as Ids).registrationId,
  }))
  const listed = new Map(open.map(({ place, doNotAsk }) => [place, doNotAsk]))
  const ids = new Map(
    [...idsOf].map(
      ([place, one]) => [place, done({ ...one, gone: false, doNotAsk: listed.get(place) === true })] as const,
    ),
  )
  return done({ value: { ids, errandId } satisfies Written, entries })
}

type Added = {
  readonly row: Open
  readonly id: string
  readonly person: EnteredRow
  readonly supervisor: EnteredRow | null
}

/** New supervisions; gives how many were, since another import may have entered one in this moment. */
async function addSupervisions(
  tx: VaultTx,
  keys: Vault['keys'],
  { study }: Occasion,
  added: readonly Added[],
): Promise<number> {
  if (added.length === 0) return 0
  const numbers = added.map(({ row }) => row.named.supervisionNumber)
  return tx.$executeRaw`
    INSERT INTO identity.supervision (id, study_alias, number_hash, number, person_id, supervisor_id)
    SELECT t.id, ${keys.alias(study.id)}::uuid, t.hash, t.number, t.person, t.supervisor
      FROM unnest(${added.map(({ id }) => id)}::uuid[], ${numbers.map((one) => keys.hash('supervision', one))}::bytea[],
                  ${added.map(({ id }, place) => keys.seal(numbers[place] as string, `supervision.number:${id}`))}::bytea[],
                  ${added.map(({ person }) => person.id)}::uuid[], ${added.map(({ supervisor }) => supervisor?.id ?? null)}::uuid[])
             AS t (id, hash, number, person, supervisor)
     ORDER BY t.hash
    ON CONFLICT (study_alias, number_hash) DO NOTHING`
}

/** Supervisions that get a supervisor, the first or another one; of those that got one meanwhile none does. */
async function nameSupervisors(
  tx: VaultTx,
  rows: readonly { readonly id: string; readonly supervisorRow: string | null; readonly to: string | null }[],
): Promise<number> {
  if (rows.length === 0) return 0
  return tx.$executeRaw`
    UPDATE identity.supervision s SET supervisor_id = t.supervisor
      FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ supervisorRow }) => supervisorRow)}::uuid[],
                  ${rows.map(({ to }) => to)}::uuid[]) AS t (id, before, supervisor)
     WHERE s.id = t.id AND s.supervisor_id IS NOT DISTINCT FROM t.before`
}
