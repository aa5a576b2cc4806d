import { type ChainKeys, chainKeys } from './audit/marks'
import type { VaultDb } from './database'
import { type Keyring, keyOf, ringOf } from './keyring'
import { keyedHash, type Sealer, sealer } from './seal'
import { derive } from './secrets'

/** What is recognised again by a keyed hash. */
type Recognised =
  | 'proof'
  | 'client'
  | 'supervision'
  | 'staff'
  | 'email'
  | 'email_domain'
  | 'study_id'
  | 'location'
  | 'subject'
  | 'request'
  | 'device'
  | 'access_code'
  | 'account'
  | 'interviewer'
  | 'import'
  | 'said'
  | 'recipient'

/** What identity needs to seal and recognise: a ring for the fields, other keys for look-up, the audit and codes. */
export type VaultKeys = Sealer & {
  readonly ring: Keyring
  /** Recognises a number, a place or an id of the study again without keeping it readable. */
  readonly hash: (kind: Recognised, text: string) => Uint8Array<ArrayBuffer>
  /** A study's name in the vault: a uuid that says nothing to whoever lacks the key. Takes the study's id. */
  readonly alias: (studyId: string) => string
  /** Seals what the audit keeps: under a key of its own, since entries are never written again. */
  readonly audit: Pick<Sealer, 'seal' | 'open'>
  /** Marks the links of the audit's chains; these do not change either. */
  readonly chain: ChainKeys
}

/** The vault: its connections and what opens it. Only app/identity looks inside. */
export type Vault = { readonly db: VaultDb; readonly keys: VaultKeys }

/** The keys of an installation, from its one secret and its ring. */
export function vaultKeys(secret: string, ring: Keyring): VaultKeys {
  const look = derive(secret, 'identity:look-up')
  return {
    ...sealer(ring),
    ring,
    hash: (kind, text) => keyedHash(look, `${kind}:${text.trim()}`),
    alias: (studyId) => asUuid(keyedHash(look, `alias:${studyId}`)),
    audit: sealer(ringOf([keyOf(derive(secret, 'identity:audit'))])),
    chain: chainKeys(secret),
  }
}

/** The first sixteen bytes of a hash as an id of version 8, which is for whoever makes ids in a way of their own (RFC 9562). */
export function asUuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}
