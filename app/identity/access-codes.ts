import { timingSafeEqual } from 'node:crypto'
import type { VaultTx } from '../platform/database'
import { blindId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'
import { mayAsk } from './code-limits'
import { rememberDevice } from './devices'
import { vaultIdOf } from './tie'

// A personal link alone opens no name (§6): whoever has it shows once per device that the mailbox is theirs too. The
// moments are the machine's. A code stands nowhere: it follows from its row's id and the vault's key.

const MINUTE = 60_000
/** How long a code opens, at least: its end is rounded up to a whole minute. */
export const VALID_MINUTES = 15
const DIGITS = 6
/** Wrong tries before a code is worth nothing. */
export const MOST_TRIES = 5

/** The code of a row: six digits, the same each time. */
export function codeOf(keys: Vault['keys'], id: string): string {
  const number = Buffer.from(keys.hash('access_code', id)).readUIntBE(0, 6) % 10 ** DIGITS
  return String(number).padStart(DIGITS, '0')
}

/**
 * Asks for a code for a supervisor (the study's id), to be mailed to their own address: written down here, sent by
 * the worker. An earlier one opens nothing any more. The answer says nothing about whether there is an address. Refused
 * as `mayAsk` says.
 */
export function askForCode(
  vault: Vault,
  occasion: Occasion,
  supervisorId: string,
  { language, at }: { readonly language: string; readonly at: Date },
): Promise<Result<null>> {
  const what = { verb: 'ask_code', subject: 'supervisor', subjectId: supervisorId, details: { at: at.toISOString() } }
  return change(vault, occasion, what, async (tx) => {
    const owner = await locked(tx, vault.keys, supervisorId)
    if (!owner) return done(null)
    const may = await mayAsk({ db: tx, keys: vault.keys }, supervisorId, at)
    if (!may.ok) return may
    await tx.accessCode.updateMany({ where: { supervisorId: owner }, data: { state: 'past' } })
    const endsAt = new Date(Math.ceil(at.getTime() / MINUTE + VALID_MINUTES) * MINUTE)
    await tx.accessCode.createMany({ data: { id: blindId(), supervisorId: owner, language, endsAt } })
    return done(null)
  })
}

/** Whether a code of this supervisor can still be typed in. */
export async function codeWaits({ db, keys }: Vault, supervisorId: string, at: Date): Promise<boolean> {
  const owner = await vaultIdOf(db, keys, supervisorId)
  return owner !== null && (await db.accessCode.count({ where: live(owner, at) })) > 0
}

/**
 * Takes a code as it was typed and gives the token by which this browser is known from now on. Each try counts, also
 * of several at once. Refused as `code_shape` (no six digits: not a try), `wrong_code` with the tries that are left,
 * or `code_over` when there is none to compare with.
 */
export async function enterCode(
  vault: Vault,
  occasion: Occasion,
  supervisorId: string,
  { typed, at }: { readonly typed: string; readonly at: Date },
): Promise<Result<string>> {
  const digits = typed.replace(/[\s.-]/g, '')
  if (!/^\d{6}$/.test(digits)) return refuse('code_shape', { field: 'code' })
  const subject = { subject: 'supervisor', subjectId: supervisorId }
  const tried = await change(
    vault,
    occasion,
    { verb: 'try_code', ...subject, details: { at: at.toISOString() } },
    async (tx) => {
      const owner = await locked(tx, vault.keys, supervisorId)
      const row = owner && (await tx.accessCode.findFirst({ where: live(owner, at) }))
      if (!row) return refuse('code_over', { field: 'code' })
      await tx.accessCode.updateMany({ where: { id: row.id }, data: { tries: { increment: 1 } } })
      const right = timingSafeEqual(Buffer.from(codeOf(vault.keys, row.id)), Buffer.from(digits))
      return done({ id: row.id, right, left: MOST_TRIES - row.tries - 1 })
    },
  )
  if (!tried.ok) return tried
  const { id, right, left } = tried.value
  if (!right) return left > 0 ? refuse('wrong_code', { field: 'code', left }) : refuse('code_over', { field: 'code' })
  return change(vault, occasion, { verb: 'remember_device', ...subject }, async (tx) => {
    const owner = await locked(tx, vault.keys, supervisorId)
    const { count } = await tx.accessCode.updateMany({
      where: { id, state: { not: 'past' } },
      data: { state: 'past' },
    })
    if (!owner || count !== 1) return refuse('code_over', { field: 'code' })
    return done(await rememberDevice(tx, vault.keys, owner, at))
  })
}

const live = (supervisorId: string, at: Date) => ({
  supervisorId,
  state: { not: 'past' },
  tries: { lt: MOST_TRIES },
  endsAt: { gt: at },
})

/** The vault's id of a supervisor, whose codes nobody else touches until the transaction ends; null for an unknown one. */
async function locked(tx: VaultTx, keys: Vault['keys'], supervisorId: string): Promise<string | null> {
  const id = await vaultIdOf(tx, keys, supervisorId)
  if (id) await tx.$executeRaw`SELECT FROM identity.supervisor WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return id
}
