import type { Vault } from '../platform/vault'

/** An address as it is compared: without spaces around it, in small letters. */
const asCompared = (email: string) => email.trim().toLowerCase()

const SHAPE = /^[^\s@<>(),;:"]{1,64}@[^\s@<>(),;:"]{1,190}\.[^\s@<>(),;:".]{2,}$/

/** A mail address as somebody typed it; null when it is none. */
export function readAddress(typed: string): string | null {
  const address = asCompared(typed)
  return SHAPE.test(address) ? address : null
}

/** By what an address, and where it is, are known again: keyed hashes. */
export function addressHashes(keys: Vault['keys'], email: string) {
  const address = asCompared(email)
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return { emailHash: keys.hash('email', address), domainHash: keys.hash('email_domain', domain) }
}
