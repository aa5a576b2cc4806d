import { finishErrands } from '../../app/identity/errands'
import { recognise } from '../../app/identity/recognise'
import { enterBatch, fieldsOf } from '../../app/identity/register-batch'
import { restoreNames } from '../../app/identity/restoring'
import type { Result } from '../../app/protocol/refusal'
import type { BatchTaken } from '../../app/records/import-progress'
import type { RefusedLine } from '../../app/records/import-refusals'
import { noteLooked } from '../../app/records/imports-taken'
import { foreseeBatch, registerBatch, unpairedAmong } from '../../app/records/intake/register-batch'
import { neededOn } from '../terms'
import { type Batch, batchesOf } from './batches'
import { headingOf } from './opened-file'
import { factsIn, namedIn } from './register-rows'
import type { Taking } from './taking'

/** Rows of the register that are taken together: one transaction in each room. */
const AT_ONCE = 500

/** Takes a register in, or looks what it would come to; goes on after the rows that were read. */
export async function takeRegister({ desk, occasion, found, file, apply }: Taking): Promise<void> {
  for await (const batch of batchesOf(file, { from: found.read, size: AT_ONCE })) {
    if (desk.stop?.aborted) return
    await (apply ? write : look)({ desk, occasion, found, file, apply }, batch)
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
  // after the study's half: its facts say whether a name that went is needed again
  for (const [place, { named }] of rows.entries()) {
    const one = entered.rows[place]
    if (!one?.ok || !one.value.gone) continue
    await restoreNames(vault, occasion, { named, ids: one.value, needed: neededOn(db, occasion) })
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
