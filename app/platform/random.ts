import { randomBytes as bytes } from 'node:crypto'

/** `count` random bytes of the machine's own generator. */
export const randomBytes = (count: number): Uint8Array => bytes(count)
