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
import { saidIn } from './said'
import { tieAll } from './tie'

/** A row of the register: whom it names, and what the study's half of the registration needs besides the ids. */
export type Row = { readonly named: Named; readonly facts: object }
/**
 * What the vault knows of a row: the study's ids, whether a name of the two has gone, whether its client is not to be asked,
 * and the fields about people in which a row that is known says otherwise than it did.
 */
export type Entered = Ids & {
  readonly gone: boolean
  readonly doNotAsk: boolean
  readonly otherwise: readonly string[]
}
/** What came of a batch: each row in its place, and the errand that stands until the study's half is done. */
export type Batch = { readonly rows: readonly Result<Entered>[]; readonly errandId: string | null }

/** Rows entered by somebody else in this moment are looked up again; who does so five times in a row is not another import. */
const TRIES = 5

/**
 * Identity's half of many registrations, in one transaction with an entry of the vault's chain for each that is new or
 * gets a supervisor, and for each person of whom the register says otherwise: persons, supervisors and supervisions are
 * recognised by keyed hash, names are sealed, and an errand is left with the facts of all rows that the study has to hear
 * of, so that a process that dies now is completed. Repeating it writes nothing. A row is refused as `recognise` says, and keeps none of the others back. No number of a supervision may occur
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
      if (before && (!before.ok || saysNothingNew(before.value))) return []
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
  return done({ registrationId, clientId, supervisorId, gone, doNotAsk, otherwise: fieldsOf(one.value) })
}

/** The fields about people in which a row says otherwise than it did. */
export const fieldsOf = ({ otherwise }: Recognised): readonly string[] => [...otherwise.client, ...otherwise.supervisor]

const saysNothingNew = (before: Recognised) => before.said === 'same' && fieldsOf(before).length === 0
/** It gets a supervisor, the first or another one. */
const getsSupervisor = (before: Recognised) => before.said === 'named' || before.said === 'other'

/** A row that is to be written: a new supervision, or one that is known and says something new of people. */
type Open = Row & { readonly place: number; readonly before: Recognised | null; readonly doNotAsk: boolean }
type Written = { readonly ids: ReadonlyMap<number, Result<Entered>>; readonly errandId: string | null }

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
    open.flatMap(({ named, before }) => (before && before.otherwise.client.length === 0 ? [] : named.client)),
  )
  const staff = await enterSupervisors(
    tx,
    keys,
    occasion,
    open.flatMap(({ named, before }) => (saysOfStaff(before) ? (named.supervisor ?? []) : [])),
  )
  const staffOf = ({ named }: Open) => (named.supervisor ? (staff.get(named.supervisor.number.trim()) ?? null) : null)
  const added = fresh.map((row) => ({
    row,
    id: blindId(),
    studyId: newId(),
    person: people.get(row.named.client.number.trim()) as EnteredRow,
    supervisor: staffOf(row),
  }))
  if ((await addSupervisions(tx, keys, occasion, added)) < added.length) return refuse('entered_meanwhile')
  const known = open.flatMap((row) => {
    if (!row.before) return []
    const to = getsSupervisor(row.before) ? staffOf(row) : null
    return { row, before: row.before, to }
  })
  if ((await sayAgain(tx, keys, known)) < known.length) return refuse('entered_meanwhile')
  await tieAll(tx, keys, added)
  const idsOf = new Map<number, Ids>([
    ...added.map(({ row, studyId, person, supervisor }) => {
      const ids = { registrationId: studyId, clientId: person.studyId, supervisorId: supervisor?.studyId ?? null }
      return [row.place, ids] as const
    }),
    ...known.map(({ row, before: { registrationId, clientId, supervisorId }, to }) => {
      return [row.place, { registrationId, clientId, supervisorId: to?.studyId ?? supervisorId }] as const
    }),
  ])
  const heard = open.filter(({ before }) => !before || getsSupervisor(before))
  const facts = heard.map((row) => ({ ...row.facts, ...idsOf.get(row.place), doNotAsk: row.doNotAsk }))
  const errandId = facts.length > 0 ? await leaveErrand(tx, keys, occasion, { facts, importId }) : null
  const ids = new Map(
    open.map(({ place, before, doNotAsk }) => {
      const one = { ...(idsOf.get(place) as Ids), doNotAsk, gone: false, otherwise: before ? fieldsOf(before) : [] }
      return [place, done(one)] as const
    }),
  )
  const entries = [
    ...open.flatMap(({ place, before }) => {
      const verb = verbOf(before)
      return verb ? { verb, subject: 'registration', subjectId: (idsOf.get(place) as Ids).registrationId } : []
    }),
    ...changedAmong(people, 'client'),
    ...changedAmong(staff, 'supervisor'),
  ]
  return done({ value: { ids, errandId } satisfies Written, entries })
}

/** Whether a row says of its supervisor what the vault may not know. */
const saysOfStaff = (before: Recognised | null) =>
  !before || getsSupervisor(before) || before.otherwise.supervisor.length > 0

function verbOf(before: Recognised | null): string | null {
  if (!before) return 'enter_registration'
  if (before.said === 'other') return 'change_supervisor'
  return before.said === 'same' ? null : 'name_supervisor'
}

/** An entry for each person of whom the register says otherwise. */
const changedAmong = (people: ReadonlyMap<string, EnteredRow>, subject: 'client' | 'supervisor') =>
  [...people.values()].flatMap(({ otherwise, studyId }) =>
    otherwise ? { verb: 'change_particulars', subject, subjectId: studyId } : [],
  )

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
  const said = added.map(({ row }) => saidIn(keys, row.named))
  return tx.$executeRaw`
    INSERT INTO identity.supervision (id, study_alias, number_hash, number, person_id, supervisor_id, client_said_hash,
                                      supervisor_said_hash)
    SELECT t.id, ${keys.alias(study.id)}::uuid, t.hash, t.number, t.person, t.supervisor, t.client_said_hash, t.supervisor_said_hash
      FROM unnest(${added.map(({ id }) => id)}::uuid[], ${numbers.map((one) => keys.hash('supervision', one))}::bytea[],
                  ${added.map(({ id }, place) => keys.seal(numbers[place] as string, `supervision.number:${id}`))}::bytea[],
                  ${added.map(({ person }) => person.id)}::uuid[], ${added.map(({ supervisor }) => supervisor?.id ?? null)}::uuid[],
                  ${said.map(({ client }) => client)}::bytea[], ${said.map(({ supervisor }) => supervisor)}::bytea[])
             AS t (id, hash, number, person, supervisor, client_said_hash, supervisor_said_hash)
     ORDER BY t.hash
    ON CONFLICT (study_alias, number_hash) DO NOTHING`
}

/**
 * Supervisions that are known and of which a row says something new: what it says is remembered, and the supervisor is
 * another one where it gets one. Of those that got one meanwhile none does.
 */
async function sayAgain(
  tx: VaultTx,
  keys: Vault['keys'],
  rows: readonly { readonly row: Open; readonly before: Recognised; readonly to: EnteredRow | null }[],
): Promise<number> {
  if (rows.length === 0) return 0
  const said = rows.map(({ row }) => saidIn(keys, row.named))
  return tx.$executeRaw`
    UPDATE identity.supervision s
       SET supervisor_id = coalesce(t.supervisor, s.supervisor_id),
           client_said_hash = CASE WHEN s.client_said_hash IS NOT NULL THEN t.client_said_hash END,
           supervisor_said_hash = coalesce(t.supervisor_said_hash, s.supervisor_said_hash)
      FROM unnest(${rows.map(({ before }) => before.id)}::uuid[], ${rows.map(({ before }) => before.supervisorRow)}::uuid[],
                  ${rows.map(({ to }) => to?.id ?? null)}::uuid[], ${said.map(({ client }) => client)}::bytea[],
                  ${said.map(({ supervisor }) => supervisor)}::bytea[])
             AS t (id, before, supervisor, client_said_hash, supervisor_said_hash)
     WHERE s.id = t.id AND s.supervisor_id IS NOT DISTINCT FROM t.before`
}
