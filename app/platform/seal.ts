import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

// What a sealed value looks like: key id (4), nonce (12), tag (16), then as many bytes as the text has.
const KEY_ID = 4
const NONCE = 12
const TAG = 16

/** Something sealed cannot be opened: another key, another place, or not what was written. */
export class SealBroken extends Error {
  override name = 'SealBroken'
}

/** Seals texts and opens them again; `about` says where a value belongs (`person.surname:<id>`). */
export type Sealer = {
  readonly seal: (text: string, about: string) => Uint8Array<ArrayBuffer>
  readonly open: (bytes: Uint8Array, about: string) => string
}

/**
 * AES-256-GCM under one key, a fresh nonce per value. `about` is bound in: a value moved to another row or column does
 * not open. The key's id stands in front so that a value can be told to belong to an older key.
 * `open` throws SealBroken.
 */
export function sealer(key: Buffer): Sealer {
  if (key.length !== 32) throw new RangeError('a key has 32 bytes')
  const id = createHash('sha256').update('koppel key id').update(key).digest().subarray(0, KEY_ID)
  return {
    seal: (text, about) => {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return new Uint8Array(Buffer.concat([id, nonce, cipher.getAuthTag(), body]))
    },
    open: (bytes, about) => {
      const sealed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      if (sealed.length < KEY_ID + NONCE + TAG) throw new SealBroken('too short to be sealed')
      if (!sealed.subarray(0, KEY_ID).equals(id)) throw new SealBroken('sealed with another key')
      const nonce = sealed.subarray(KEY_ID, KEY_ID + NONCE)
      const tag = sealed.subarray(KEY_ID + NONCE, KEY_ID + NONCE + TAG)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
      decipher.setAAD(Buffer.from(about)).setAuthTag(tag)
      try {
        const start = decipher.update(sealed.subarray(KEY_ID + NONCE + TAG))
        return Buffer.concat([start, decipher.final()]).toString('utf8')
      } catch (cause) {
        throw new SealBroken('changed, or moved from another place', { cause })
      }
    },
  }
}

/** Recognises a text again without keeping it: HMAC-SHA256. Worth nothing to whoever lacks the key. */
export const keyedHash = (key: Buffer, text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHmac('sha256', key).update(text, 'utf8').digest())
