import type { Lock, Sealed } from './sealing'

/** A draft as it lies on the device. All that can be read without the PIN stands here: no number, no answer, no word. */
export type Kept = {
  /** Made on the device; says nothing. */
  readonly id: string
  /** When it was begun, in milliseconds since 1970 by the clock of the device. */
  readonly begunAt: number
  /** How many questions were answered, to tell drafts apart. */
  readonly answered: number
  /** Signed off or broken off, and not yet at the server. */
  readonly ended: boolean
  readonly lock: Lock
  readonly sealed: Sealed
  /** Wrong PINs in a row, and until when nobody may try again. */
  readonly wrong: number
  readonly waitUntil: number
}

const NAME = 'koppel'
const STORE = 'drafts'

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
  return settled(request)
}

/** Does one thing with the drafts, and is done when the device has written it down for good. */
async function withDrafts<T>(mode: IDBTransactionMode, act: (drafts: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened()
  try {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' })
    const written = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    const [result] = await Promise.all([settled(act(transaction.objectStore(STORE))), written])
    return result
  } finally {
    database.close()
  }
}

/** All drafts on this device, the oldest first. */
export const allKept = async (): Promise<Kept[]> =>
  (await withDrafts<Kept[]>('readonly', (drafts) => drafts.getAll())).sort((a, b) => a.begunAt - b.begunAt)

/** One draft; undefined when it is no longer here. */
export const keptDraft = (id: string): Promise<Kept | undefined> => withDrafts('readonly', (drafts) => drafts.get(id))

/** Writes a draft down, new or over what it was. */
export const keep = (kept: Kept): Promise<unknown> => withDrafts('readwrite', (drafts) => drafts.put(kept))

/** Takes a draft off the device. */
export const letGo = (id: string): Promise<unknown> => withDrafts('readwrite', (drafts) => drafts.delete(id))
