import { keyedHash, type Sealer, sealer } from '../platform/seal'
import { derive } from '../platform/secrets'

/** What identity needs to seal and recognise: one key for the fields, another for look-up by number. */
export type IdentityKeys = Sealer & {
  /** Recognises a number (of a client, supervision or staff member) again without keeping it readable. */
  readonly hash: (kind: 'client' | 'supervision' | 'staff', number: string) => Uint8Array<ArrayBuffer>
}

/** The keys of an installation, from its one secret. */
export function identityKeys(secret: string): IdentityKeys {
  const look = derive(secret, 'identity:look-up')
  return {
    ...sealer(derive(secret, 'identity:fields')),
    hash: (kind, number) => keyedHash(look, `${kind}:${number.trim()}`),
  }
}
