import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Keyring } from './keyring'

// What a sealed value looks like: key id (4), nonce (12), tag (16), then as many bytes as what was sealed.
const KEY_ID = 4
const NONCE = 12
const TAG = 16

/** Something sealed cannot be opened: another key, another place, or not what was written. */
export class SealBroken extends Error {
  override name = 'SealBroken'
}

type Sealed = Uint8Array<ArrayBuffer>

/** Seals texts and files and opens them again; `about` says where a value belongs (`person.surname:<id>`). */
export type Sealer = {
  readonly seal: (text: string, about: string) => Sealed
  readonly open: (bytes: Uint8Array, about: string) => string
  readonly sealBytes: (bytes: Uint8Array, about: string) => Sealed
  readonly openBytes: (bytes: Uint8Array, about: string) => Sealed
}

/**
 * AES-256-GCM under the ring's current key, a fresh nonce per value. `about` is bound in: a value moved to another row
 * or column does not open. The key's id stands in front, so that a value sealed with an older key of the ring opens.
 * `open` and `openBytes` throw SealBroken.
 */
export function sealer(ring: Keyring): Sealer {
  const sealBytes = (bytes: Uint8Array, about: string): Sealed => {
    const key = ring.current()
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(about))
    const body = Buffer.concat([cipher.update(bytes), cipher.final()])
    return new Uint8Array(Buffer.concat([key.id, nonce, cipher.getAuthTag(), body]))
  }
  const openBytes = (bytes: Uint8Array, about: string): Sealed => {
    const sealed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (sealed.length < KEY_ID + NONCE + TAG) throw new SealBroken('too short to be sealed')
    const key = ring.named(sealed.subarray(0, KEY_ID))
    if (!key) throw new SealBroken('sealed with another key: it is not on the keyring')
    const nonce = sealed.subarray(KEY_ID, KEY_ID + NONCE)
    const tag = sealed.subarray(KEY_ID + NONCE, KEY_ID + NONCE + TAG)
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: TAG })
    decipher.setAAD(Buffer.from(about)).setAuthTag(tag)
    try {
      const start = decipher.update(sealed.subarray(KEY_ID + NONCE + TAG))
      return new Uint8Array(Buffer.concat([start, decipher.final()]))
    } catch (cause) {
      throw new SealBroken('changed, or moved from another place', { cause })
    }
  }
  return {
    seal: (text, about) => sealBytes(Buffer.from(text, 'utf8'), about),
    open: (bytes, about) => Buffer.from(openBytes(bytes, about)).toString('utf8'),
    sealBytes,
    openBytes,
  }
}

/** What opening gives; null when it does not open. */
export function readable<T>(open: () => T): T | null {
  try {
    return open()
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

/** Recognises a text again without keeping it: HMAC-SHA256. Worth nothing to whoever lacks the key. */
export const keyedHash = (key: Buffer, text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHmac('sha256', key).update(text, 'utf8').digest())
