import { createHash, type Hash } from 'node:crypto'
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Variables } from '../environment'
import { keptKeys } from './home-keys'
import { FORMAT, type Manifest, type TableEntry } from './manifest'
import { rowSum } from './row-sum'
import { encrypted } from './sealed-file'
import { copied, LEFT_OUT, quoted, SPEAKING, sequencesOf, type Table, tablesOf } from './tables'
import { PIECE, tarEnd, tarred } from './tar'

/** What a back-up is made of, for whom and by which code. */
export type Source = {
  readonly ownerUrl: string
  readonly home: string
  readonly secret: string
  /** By what the secret is known again, in hex. */
  readonly proof: string
  readonly env: Variables
  readonly code: string
  readonly recipients: readonly string[]
  /** Aborted: what was written goes, and it throws. */
  readonly stop?: AbortSignal
}

/** A file that was written whole. */
export type Written = { readonly bytes: number; readonly sha256: string; readonly manifest: Manifest }

// text that repeats itself shrinks to a tenth at once; harder work gains little and takes twice the time
const LEVEL = 1

/**
 * Writes one consistent snapshot of everything that is ours into a file, while everybody works: all tables as of one moment
 * (repeatable read), sequences, and the keys that the home keeps. Compressed, then encrypted to the recipients. It is written
 * beside its place as `.part` and moved there whole: what was broken off never bears its name. Holds a piece at a time.
 */
export async function writeBackup(path: string, source: Source): Promise<Written> {
  const part = `${path}.part`
  rmSync(part, { force: true })
  const file = await open(part, 'wx', 0o600)
  const owner = new pg.Client({ connectionString: source.ownerUrl, options: SPEAKING })
  owner.on('error', () => undefined)
  try {
    await owner.connect()
    const known: { manifest?: Manifest } = {}
    const archive = archived(owner, source, known)
    const packed = pipeline(archive, createGzip({ level: LEVEL }), () => undefined)
    const { bytes, sha256 } = await intoFile(file, await encrypted(packed, source.recipients), source.stop)
    if (!known.manifest) throw new Error('the archive ended without its table of contents')
    await settle(file, part, path)
    return { bytes, sha256, manifest: known.manifest }
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  } finally {
    await file.close()
    await owner.end().catch(() => undefined)
  }
}

async function intoFile(file: FileHandle, sealed: AsyncIterable<Uint8Array>, stop?: AbortSignal) {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of sealed) {
    stop?.throwIfAborted()
    hash.update(chunk)
    bytes += chunk.length
    await file.writeFile(chunk)
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** On the disk first, then under its name. A second one at work on the same name has taken the first one's draft away. */
async function settle(file: FileHandle, part: string, path: string): Promise<void> {
  await file.sync()
  const mine = (await file.stat()).ino === statSync(part, { throwIfNoEntry: false })?.ino
  if (!mine || existsSync(path)) throw new Error(`${path} was written by somebody else meanwhile`)
  renameSync(part, path)
  if (process.platform === 'win32') return
  const folder = await open(dirname(path), 'r')
  await folder.sync().finally(() => folder.close())
}

/** The archive as it comes: a folder a table, the keys, and the manifest last, since only then all is counted. */
async function* archived(owner: pg.Client, source: Source, known: { manifest?: Manifest }): AsyncGenerator<Uint8Array> {
  const before = await tablesOf(owner)
  await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  // nobody changes the tables themselves meanwhile; everybody reads and writes
  await owner.query(`LOCK TABLE ${before.map(({ name }) => quoted(name)).join(', ')} IN ACCESS SHARE MODE`)
  const snapshot = await snapshotOf(owner)
  // with the snapshot: a key is in the file before it seals anything, and stays for minutes after
  const keys = keptKeys(source.home, source.secret, source.env)
  const at = new Date(snapshot.snapshot_at)
  const whole = createHash('sha256')
  const entries: TableEntry[] = []
  for (const table of await tablesOf(owner)) {
    if (table.name in LEFT_OUT) continue
    entries.push(yield* tableArchived(owner, table, { at, whole }))
  }
  yield* member('keys.json', keys, { at, whole })
  const manifest: Manifest = {
    format: FORMAT,
    code: source.code,
    ...snapshot,
    proof: source.proof,
    secret_inside: keys.secret !== null,
    tables: entries,
    sequences: await sequencesOf(owner),
    left_out: Object.entries(LEFT_OUT).map(([name, why]) => ({ name, why })),
    sha256: whole.digest('hex'),
  }
  await owner.query('COMMIT')
  yield* member('manifest.json', manifest, { at })
  yield tarEnd
  known.manifest = manifest
}

type Archiving = { readonly at: Date; readonly whole?: Hash }

async function* tableArchived(
  owner: pg.Client,
  table: Table,
  { at, whole }: Archiving,
): AsyncGenerator<Uint8Array, TableEntry> {
  const [hash, sum] = [createHash('sha256'), rowSum()]
  let [held, size, bytes, piece] = [[] as Uint8Array[], 0, 0, 0]
  const written = () => tarred(`${table.name}/${String(++piece).padStart(6, '0')}`, held, at)
  for await (const chunk of owner.query(copyTo(`COPY ${copied(table)} TO STDOUT`)) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    whole?.update(chunk)
    sum.add(chunk)
    held.push(chunk)
    size += chunk.length
    bytes += chunk.length
    if (size < PIECE) continue
    yield* written()
    held = []
    size = 0
  }
  if (size > 0 || piece === 0) yield* written()
  return { ...table, columns: [...table.columns], bytes, sha256: hash.digest('hex'), ...sum.total() }
}

function* member(name: string, value: object, { at, whole }: Archiving): Generator<Uint8Array> {
  const text = Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
  whole?.update(text)
  yield* tarred(name, [text], at)
}

/** The first look within the transaction, and so its moment; what is in the database and in which form. */
async function snapshotOf(owner: pg.Client) {
  const { rows } = await owner.query<Pick<Manifest, 'snapshot_at' | 'postgresql' | 'audit_head' | 'migrations'>>(
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS snapshot_at,
            current_setting('server_version') AS postgresql,
            (SELECT max(id)::text FROM audit.entry) AS audit_head,
            (SELECT json_agg(json_build_object('name', name, 'sha256', sha256) ORDER BY name)
               FROM public.koppel_migration) AS migrations`,
  )
  const [row] = rows
  if (!row) throw new Error('the database said nothing of itself')
  return row
}
