import { now } from '../platform/clock'
import { blindId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'

/** Bytes of a file that are sealed together: little enough that memory never holds more than a few pieces. */
export const CHUNK_BYTES = 256 * 1024
/** How long a file that was handed in lies with the names (§6): its rows name people. */
export const UPLOAD_HOURS = 24

/** A file that was handed in: what it was called, how many bytes it has, and whether all of them came. */
export type Upload = { readonly name: string; readonly size: number; readonly whole: boolean }
/** A file's bytes, from the start at each call. */
type Source = () => AsyncIterable<Uint8Array>

/**
 * Takes a file in, piece by piece and each sealed, under the id by which the study knows its import; a keyed hash of that
 * id is all that ties the two. One entry in the vault's chain. Refused as `file_too_large` over `most` bytes and
 * `file_empty` without any: nothing of it stays. A stream that breaks leaves nothing either, and throws.
 */
export async function receiveUpload(
  vault: Vault,
  occasion: Occasion,
  { importId, name, most }: { readonly importId: string; readonly name: string; readonly most: number },
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<Upload>> {
  const id = await beginUpload(vault, occasion, { importId, name })
  let size = 0
  let seq = 0
  let refused: Result<never> | null = null
  try {
    for await (const chunk of inChunks(bytes)) {
      size += chunk.length
      if (size > most) {
        refused = refuse('file_too_large', { max: Math.floor(most / 2 ** 20) })
        break
      }
      await addChunk(vault, id, seq++, chunk)
    }
  } catch (error) {
    await endUpload(vault, importId)
    throw error
  }
  if (size === 0) refused = refuse('file_empty')
  if (refused) {
    await endUpload(vault, importId)
    return refused
  }
  await vault.db.upload.update({ where: { id }, data: { whole: true } })
  return done({ name, size, whole: true })
}

async function beginUpload(
  vault: Vault,
  occasion: Occasion,
  { importId, name }: { readonly importId: string; readonly name: string },
): Promise<string> {
  const id = blindId()
  const { keys } = vault
  // by whole minutes: study keeps moments too
  const endsAt = new Date(now().getTime() + UPLOAD_HOURS * 3600_000)
  endsAt.setUTCSeconds(0, 0)
  const what = { verb: 'hand_in_file', subject: 'import', subjectId: importId }
  const begun = await change(vault, occasion, what, async (tx) => {
    await tx.upload.createMany({
      data: {
        id,
        studyAlias: keys.alias(occasion.study.id),
        importHash: keys.hash('import', importId),
        particulars: keys.seal(JSON.stringify({ name }), `upload.particulars:${id}`),
        endsAt,
      },
    })
    return done(id)
  })
  if (!begun.ok) throw new Error(`the file could not be handed in: ${begun.refusal.code}`)
  return id
}

/** One piece, and the size so far with it. */
function addChunk({ db, keys }: Vault, uploadId: string, seq: number, bytes: Uint8Array): PromiseLike<number> {
  const id = blindId()
  return db.$executeRaw`
    WITH grown AS (UPDATE identity.upload SET size = size + ${bytes.length}::int WHERE id = ${uploadId}::uuid)
    INSERT INTO identity.upload_chunk (id, upload_id, seq, sealed)
    VALUES (${id}::uuid, ${uploadId}::uuid, ${seq}::int, ${keys.sealBytes(bytes, `upload_chunk.sealed:${id}`)})`
}

/** The same bytes in pieces of CHUNK_BYTES, however they arrive. */
async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let length = 0
  for await (const arrived of bytes) {
    waiting.push(arrived)
    length += arrived.length
    if (length < CHUNK_BYTES) continue
    const whole = Buffer.concat(waiting)
    let from = 0
    for (; whole.length - from >= CHUNK_BYTES; from += CHUNK_BYTES) yield whole.subarray(from, from + CHUNK_BYTES)
    // a copy: a view would keep all that arrived in memory
    waiting = from < whole.length ? [Uint8Array.from(whole.subarray(from))] : []
    length = whole.length - from
  }
  if (length > 0) yield Buffer.concat(waiting)
}

/** The file of an import; null when there is none, or none any more. */
export async function uploadOf({ db, keys }: Vault, importId: string): Promise<Upload | null> {
  const row = await db.upload.findUnique({ where: { importHash: keys.hash('import', importId) } })
  if (!row) return null
  const { name } = JSON.parse(keys.open(row.particulars, `upload.particulars:${row.id}`)) as { name: string }
  return { name, size: row.size, whole: row.whole }
}

/**
 * The bytes of an import's file, a piece at a time; null when there is none any more, or not all of it came. Reading throws
 * when the file goes while it is read.
 */
export async function openUpload({ db, keys }: Vault, importId: string): Promise<Source | null> {
  const upload = await db.upload.findUnique({
    where: { importHash: keys.hash('import', importId) },
    select: { id: true, whole: true, _count: { select: { chunks: true } } },
  })
  if (!upload?.whole) return null
  const { id: uploadId, _count: count } = upload
  return async function* pieces() {
    for (let seq = 0; seq < count.chunks; seq++) {
      const row = await db.uploadChunk.findUnique({ where: { uploadId_seq: { uploadId, seq } } })
      if (!row) throw new Error('the file of this import has gone')
      yield keys.openBytes(row.sealed, `upload_chunk.sealed:${row.id}`)
    }
  }
}

/** Takes a file away, with all its pieces. */
export async function endUpload({ db, keys }: Vault, importId: string): Promise<void> {
  await db.upload.deleteMany({ where: { importHash: keys.hash('import', importId) } })
}

const over = ({ keys }: Vault, studyId: string) => ({
  studyAlias: keys.alias(studyId),
  endsAt: { lte: now() },
})

/** How many files have lain their time. */
export const uploadsOver = (vault: Vault, studyId: string): Promise<number> =>
  vault.db.upload.count({ where: over(vault, studyId) })

/** Takes away the files that have lain their time. Gives how many. */
export async function endUploadsOver(vault: Vault, studyId: string): Promise<number> {
  return (await vault.db.upload.deleteMany({ where: over(vault, studyId) })).count
}
