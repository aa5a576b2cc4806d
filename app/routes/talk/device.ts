import { keep, keptDraft, letGo } from './kept'
import { waitAfter } from './patience'
import { keyOf, newLock, seal, unseal } from './sealing'
import { begun, type Sheet, type Talk } from './talk'

/** Machine time on the device: nothing of the study hangs on it. */
export const deviceNow = (): number => performance.timeOrigin + performance.now()

/** A talk that lies open: what it says, and how it is written down again. */
export type Open = {
  readonly talk: Talk
  /** Seals it and writes it down; done when it lies there. One after the other, however fast they come. */
  readonly write: (talk: Talk) => Promise<void>
  /** No window may open it until this was called. */
  readonly shut: () => void
}

/** Holds a draft for this window alone; null when another window has it. */
const alone = (id: string): Promise<(() => void) | null> =>
  new Promise((resolve, reject) => {
    const hold = (lock: unknown) => (lock ? new Promise<void>((release) => resolve(release)) : resolve(null))
    navigator.locks.request(`koppel-talk-${id}`, { ifAvailable: true }, hold).catch(reject)
  })

const answeredIn = ({ given }: Talk): number => Object.keys(given).length

function writerOf(key: CryptoKey): Open['write'] {
  let before: Promise<unknown> = Promise.resolve()
  return (talk) => {
    const now = before.then(async () => {
      const kept = await keptDraft(talk.draftId)
      if (!kept) return
      const sealed = await seal(key, talk.draftId, talk)
      await keep({ ...kept, answered: answeredIn(talk), ended: talk.parcel !== null, sealed })
    })
    // what failed is said to whoever wrote it, and keeps nobody else from writing
    before = now.catch(() => undefined)
    return now
  }
}

/** Takes a talk along on this device, under a PIN. */
export async function takeAlong(sheet: Sheet, pin: string): Promise<Open> {
  const begunAt = deviceNow()
  const talk = begun(crypto.randomUUID(), sheet, begunAt)
  const lock = newLock()
  const key = await keyOf(pin, lock)
  const sealed = await seal(key, talk.draftId, talk)
  const answered = answeredIn(talk)
  const counts = { answered, ended: false, wrong: 0, waitUntil: 0 }
  await keep({ id: talk.draftId, begunAt, ...counts, lock, sealed })
  // the browser may throw away what it holds when the disk is full, unless it is asked not to
  await navigator.storage?.persist?.()
  return { talk, write: writerOf(key), shut: (await alone(talk.draftId)) ?? (() => undefined) }
}

/** What came of a PIN: the talk; or it was not this one, or not yet, with when there is another try; or the draft is gone. */
export type Tried =
  | { readonly kind: 'open'; readonly open: Open }
  | { readonly kind: 'wrong' | 'wait'; readonly until: number }
  | { readonly kind: 'gone' | 'elsewhere' }

/** Opens a draft with its PIN, in one window at a time. Wrong ones are counted; nothing is ever thrown away for them. */
export async function tryPin(id: string, pin: string): Promise<Tried> {
  const shut = await alone(id)
  if (!shut) return { kind: 'elsewhere' }
  const tried = await opened(id, pin)
  if ('talk' in tried) return { kind: 'open', open: { ...tried, shut } }
  shut()
  return tried
}

async function opened(id: string, pin: string): Promise<Omit<Open, 'shut'> | Exclude<Tried, { kind: 'open' }>> {
  const kept = await keptDraft(id)
  if (!kept) return { kind: 'gone' }
  if (kept.waitUntil > deviceNow()) return { kind: 'wait', until: kept.waitUntil }
  const key = await keyOf(pin, kept.lock)
  const talk = (await unseal(key, id, kept.sealed)) as Talk | undefined
  const wrong = talk ? 0 : kept.wrong + 1
  const wait = waitAfter(wrong)
  const until = wait === 0 ? 0 : deviceNow() + wait
  await keep({ ...kept, wrong, waitUntil: until })
  return talk ? { talk, write: writerOf(key) } : { kind: 'wrong', until }
}

/** The server has it: it need not lie here any more. */
export const forget = letGo

/** Whether this browser can keep a talk: a worker, a store and ciphers, which it gives to safe addresses only. */
export const canKeep = (): boolean =>
  'serviceWorker' in navigator && 'indexedDB' in window && window.crypto?.subtle !== undefined
