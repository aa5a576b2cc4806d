/** Rounds of PBKDF2 with SHA-256 (OWASP, 2023). A draft says with how many it was sealed. */
const ROUNDS = 600_000

/** What lies on the device: nobody reads it without the PIN. */
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: Uint8Array<ArrayBuffer> }
/** What a key is made with, beside the PIN. */
export type Lock = { readonly salt: Uint8Array<ArrayBuffer>; readonly rounds: number }

const text = new TextEncoder()

/** A lock for a new draft, with a salt of its own. */
export const newLock = (): Lock => ({ salt: crypto.getRandomValues(new Uint8Array(16)), rounds: ROUNDS })

/** The key of a PIN and a lock. It cannot be taken out of the browser, and is kept nowhere but in the open page. */
export async function keyOf(pin: string, { salt, rounds }: Lock): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', text.encode(pin), 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return crypto.subtle.deriveKey(how, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

const cipher = (iv: Uint8Array<ArrayBuffer>, id: string) => ({ name: 'AES-GCM', iv, additionalData: text.encode(id) })

/** Seals a value as the draft with this id: put under another id it does not open. Each time another initial value. */
export async function seal(key: CryptoKey, id: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt(cipher(iv, id), key, text.encode(JSON.stringify(value)))
  return { iv, bytes: new Uint8Array(bytes) }
}

/** What was sealed; undefined when the key is another one, or when somebody changed what lies there. */
export async function unseal(key: CryptoKey, id: string, { iv, bytes }: Sealed): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(cipher(iv, id), key, bytes)))
  } catch (error) {
    // the browser says of a wrong key only that it did not go
    if (error instanceof DOMException && error.name === 'OperationError') return undefined
    throw error
  }
}
