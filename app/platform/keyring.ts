import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { withLock } from './embedded/lock'
import { EnvironmentError, said, type Variables } from './environment'
import { derive } from './secrets'

const KEY_BYTES = 32
const ID_BYTES = 4
/** The rights of everybody but the owner; Windows has none of these. */
const OTHERS = process.platform === 'win32' ? 0 : 0o077
/** How long a process trusts what it read of the key file. */
export const LOOK_AGAIN_MS = 1_000

/** A key and the four bytes by which a sealed value says that it needs it. */
export type Key = { readonly id: Buffer; readonly bytes: Buffer }
/** The keys under which values are sealed: the current one seals, every one opens. */
export type Keyring = {
  readonly current: () => Key
  readonly named: (id: Uint8Array) => Key | undefined
  /** The key file of a home; a ring from the environment has none and is changed there. */
  readonly file?: KeyFile
}
export type KeyFile = {
  /** Lets nobody else change the file meanwhile; the lock of a process that died is broken. */
  readonly alone: <T>(change: () => Promise<T>) => Promise<T>
  /** Puts a key first: from then on it seals. Call it within `alone`. */
  readonly add: (key: Key) => void
  /** Takes out the keys that are not named; gives how many. Call it within `alone`. */
  readonly keepOnly: (ids: readonly Uint8Array[]) => number
}

/** A key of 32 bytes with its id. Throws a RangeError for any other length. */
export function keyOf(bytes: Buffer): Key {
  if (bytes.length !== KEY_BYTES) throw new RangeError('a key has 32 bytes')
  return { id: createHash('sha256').update('koppel key id').update(bytes).digest().subarray(0, ID_BYTES), bytes }
}

/** A new key. */
export const newKey = (): Key => keyOf(randomBytes(KEY_BYTES))

/** A ring that does not change; the first key is the current one. */
export function ringOf(keys: readonly Key[]): Keyring {
  const [current] = keys
  if (!current) throw new RangeError('a ring has a key')
  return { current: () => current, named: (id) => keys.find((key) => key.id.equals(id)) }
}

/** The first key of every installation: it follows from the secret, so that one secret is enough to begin with. */
const firstKey = (secret: string) => keyOf(derive(secret, 'identity:fields'))

/** Where a home keeps the keys that came after the first. */
const fileOf = (home: string) => join(home, 'keyring')

/** Keys as they are written: base64url, the current one first, apart by commas, spaces or lines. */
function readKeys(text: string, where: string): Key[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word, place) => {
      const bytes = Buffer.from(word, 'base64url')
      if (bytes.length !== KEY_BYTES)
        throw new EnvironmentError(`${where}: key ${place + 1} is not 32 bytes in base64url (43 characters)`)
      return keyOf(bytes)
    })
}

/**
 * The keys of an installation: those of KOPPEL_KEYRING, else those of the home's key file, and after them the first
 * one, from the secret. The file is read again when it changed, so that a new key reaches every process of the home
 * within a second, and at once when a value needs it. Throws an EnvironmentError for a key that is none.
 */
export function keyringOf(home: string, secret: string, env: Variables = process.env): Keyring {
  const first = firstKey(secret)
  const given = said(env).KOPPEL_KEYRING
  if (given) return ringOf([...readKeys(given, 'KOPPEL_KEYRING'), first])
  const file = fileOf(home)
  let ring = ringOf([first])
  let seen = ''
  let lookedAt = Number.NEGATIVE_INFINITY
  const look = () => {
    lookedAt = performance.now()
    const at = statSync(file, { throwIfNoEntry: false })
    const version = at ? `${at.ino}:${at.mtimeMs}:${at.mode}` : ''
    if (at && at.mode & OTHERS) throw new EnvironmentError(`${file}: others can read the keys; chmod 600 ${file}`)
    if (version !== seen) ring = ringOf([...(at ? readKeys(readFileSync(file, 'utf8'), file) : []), first])
    seen = version
  }
  return {
    current: () => {
      if (performance.now() - lookedAt > LOOK_AGAIN_MS) look()
      return ring.current()
    },
    named: (id) => {
      const known = ring.named(id)
      if (!known) look()
      return known ?? ring.named(id)
    },
    file: {
      alone: (change) => {
        mkdirSync(home, { recursive: true })
        return withLock(`${file}.lock`, async () => null, change)
      },
      add: ({ bytes }) => {
        write(home, [bytes.toString('base64url'), ...keptIn(home)])
        look()
      },
      keepOnly: (ids) => {
        const words = keptIn(home)
        const kept = words.filter((word) => ids.some((id) => idOf(word).equals(id)))
        if (kept.length < words.length) write(home, kept)
        look()
        return words.length - kept.length
      },
    },
  }
}

/** A folder's entries on disk; Windows does it by itself, and opens no folder. */
function settle(folder: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** Writes the file whole or not at all, readable by its owner only; on disk before a value is sealed with its key. */
function write(home: string, words: readonly string[]): void {
  const draft = `${fileOf(home)}.${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    const file = openSync(draft, 'wx', 0o600)
    try {
      writeSync(file, words.map((word) => `${word}\n`).join(''))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, fileOf(home))
    settle(home)
  } finally {
    rmSync(draft, { force: true })
  }
}

const keptIn = (home: string): string[] => {
  const text = statSync(fileOf(home), { throwIfNoEntry: false }) ? readFileSync(fileOf(home), 'utf8') : ''
  return text.split(/\s+/).filter(Boolean)
}

const idOf = (word: string) => keyOf(Buffer.from(word, 'base64url')).id
