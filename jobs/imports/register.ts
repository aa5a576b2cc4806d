import { finishErrands } from '../../app/identity/errands'
import type { Named } from '../../app/identity/people'
import { type Ids, notToBeAsked, recognise } from '../../app/identity/recognise'
import { enterBatch, fieldsOf } from '../../app/identity/register-batch'
import { restoreNames } from '../../app/identity/restoring'
import type { Occasion } from '../../app/platform/occasion'
import type { Result } from '../../app/protocol/refusal'
import { leaveDoNotAsk } from '../../app/records/do-not-ask'
import type { BatchTaken } from '../../app/records/import-progress'
import type { RefusedLine } from '../../app/records/import-refusals'
import { noteLooked } from '../../app/records/imports-taken'
import { foreseeBatch, registerBatch, unpairedAmong } from '../../app/records/intake/register-batch'
import type { Desk } from '../desk'
import { neededOn } from '../terms'
import { type Batch, batchesOf } from './batches'
import { headingOf } from './opened-file'
import { factsIn, namedIn } from './register-rows'
import type { Taking } from './taking'

/** Rows of the register that are taken together: one transaction in each room. */
const AT_ONCE = 500

/**
 * Takes a register in, or looks what it would come to; goes on after the rows that were read. Of those that were taken in
 * last nobody knows whether what comes after both halves was done: that is done again.
 */
export async function takeRegister(taking: Taking): Promise<void> {
  const { desk, found, file, apply } = taking
  const from = apply ? Math.max(0, found.read - AT_ONCE) : found.read
  for await (const batch of batchesOf(file, { from, size: AT_ONCE })) {
    if (desk.stop?.aborted) return
    if (batch.from < found.read) await completeAgain(taking, batch)
    else await (apply ? write : look)(taking, batch)
  }
}

async function write({ desk, occasion, found, file }: Taking, batch: Batch): Promise<void> {
  const { study: db, vault } = desk
  const rows = batch.rows.map(({ values }) => ({ named: namedIn(values), facts: factsIn(file.extract, values) }))
  const entered = await enterBatch(vault, occasion, rows, {
    mayChange: (ids) => unpairedAmong(db, ids),
    importId: found.id,
  })
  const told = rows.flatMap(({ facts }, place) => {
    const one = entered.rows[place]
    if (!one?.ok) return []
    const { gone: _, ...ids } = one.value
    return { ...facts, ...ids }
  })
  const refused = refusedAmong(file, batch, entered.rows)
  const registered = await registerBatch(db, occasion, told, takenOf(found.id, true, batch, refused))
  if (!registered.ok) throw new Error(`a batch of an import was refused: ${registered.refusal.code}`)
  if (entered.errandId) await finishErrands(vault, [entered.errandId])
  const known = rows.flatMap(({ named }, place) => {
    const one = entered.rows[place]
    return one?.ok ? { named, ids: one.value, gone: one.value.gone, listed: one.value.doNotAsk } : []
  })
  await complete(desk, occasion, known)
}

async function completeAgain({ desk, occasion }: Taking, batch: Batch): Promise<void> {
  const names = batch.rows.map(({ values }) => namedIn(values))
  const known = await recognise(desk.vault, occasion, names)
  const rows = names.flatMap((named, place) => {
    const one = known[place]
    return one?.ok ? { named, ids: one.value, gone: one.value.gone, listed: false } : []
  })
  await complete(desk, occasion, rows)
}

/** A row of which both halves are written, and whether its client was known to stand on the list of who is not to be asked. */
type Whole = { readonly named: Named; readonly ids: Ids; readonly gone: boolean; readonly listed: boolean }

/**
 * What comes after both halves: the study's facts say whether a name that went is needed again, and whoever was put on the
 * list of who is not to be asked while the batch was under way was in neither half for whoever did that.
 */
async function complete({ study: db, vault }: Desk, occasion: Occasion, rows: readonly Whole[]): Promise<void> {
  for (const { named, ids, gone } of rows) {
    if (!gone) continue
    const back = await restoreNames(vault, occasion, { named, ids, needed: neededOn(db, occasion) })
    if (!back.ok) throw new Error(`a name of an import was not written back: ${back.refusal.code}`)
  }
  const listed = await notToBeAsked(
    vault,
    occasion,
    rows.map(({ named }) => named),
  )
  const meanwhile = rows.flatMap((row, place) => (listed[place] && !row.listed ? row.ids.clientId : []))
  for (const clientId of new Set(meanwhile)) {
    const left = await leaveDoNotAsk(db, occasion, clientId)
    if (!left.ok) throw new Error(`whoever is not to be asked did not leave: ${left.refusal.code}`)
  }
}

async function look({ desk, occasion, found, file }: Taking, batch: Batch): Promise<void> {
  const { study: db, vault } = desk
  const names = batch.rows.map(({ values }) => namedIn(values))
  const known = await recognise(vault, occasion, names, (ids) => unpairedAmong(db, ids))
  const told = batch.rows.flatMap(({ values }, place) => {
    const one = known[place]
    if (!one?.ok) return []
    const { registrationId, clientId, supervisorId, said } = one.value
    const stays = said === 'same' || said === 'caught_up'
    // whoever the row names stands in no row of the study yet, or in another one: it is enough that it differs
    return {
      ...factsIn(file.extract, values),
      registrationId,
      clientId,
      supervisorId: stays ? supervisorId : said,
      otherwise: fieldsOf(one.value),
    }
  })
  const came = await foreseeBatch(db, occasion, told)
  const fresh = known.filter((one) => one === null).map(() => ({ outcome: 'new' as const, fields: [] }))
  await noteLooked(db, takenOf(found.id, false, batch, refusedAmong(file, batch, known)), [...came, ...fresh])
}

function refusedAmong(
  file: Taking['file'],
  { rows, refused }: Batch,
  results: readonly (Result<unknown> | null)[],
): RefusedLine[] {
  const those = rows.flatMap(({ line }, place) => {
    const one = results[place]
    if (!one || one.ok) return []
    return { line, column: headingOf(file, one.refusal.field), code: one.refusal.code }
  })
  return [...refused, ...those]
}

const takenOf = (
  importId: string,
  apply: boolean,
  { from, to, duplicates }: Batch,
  refused: readonly RefusedLine[],
): BatchTaken => ({ importId, apply, from, to, duplicates, refused })
