import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { derive } from './secrets'

/**
 * What a personal link opens: a question about a new client, a questionnaire, or the appointment for the next wave.
 * The id is that of the inquiry, of the measurement, or of the registration.
 */
export const LINK_KINDS = ['inquiry', 'measurement', 'appointment'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** What a link is made of: `issue` tells a new link from one that was taken back. */
export type LinkParts = { readonly kind: LinkKind; readonly id: string; readonly issue: number }

/** The key that signs the personal links of an installation. */
export const linkKeyOf = (secret: string): Buffer => derive(secret, 'personal-link')

const MARK_BYTES = 16
const SHAPE = /^([A-Za-z0-9_-]{23})\.([A-Za-z0-9_-]{22})$/
/** One byte of the token counts. */
const MOST_ISSUES = 255

/**
 * The token of a personal link. The same issue always has the same token, so a reminder repeats the first link and
 * only its hash is kept. Takes the derived key, the kind, the record's id (a uuid) and the issue, from 1.
 */
export function personalLink(key: Buffer, kind: LinkKind, id: string, issue = 1): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  if (bytes.length !== 16) throw new RangeError('a personal link is made of a uuid')
  if (!Number.isInteger(issue) || issue < 1 || issue > MOST_ISSUES)
    throw new RangeError('no more links can be made to this')
  const whole = Buffer.concat([bytes, Buffer.from([issue])])
  return `${whole.toString('base64url')}.${mark(key, kind, whole).toString('base64url')}`
}

/** What a token opens; null when it was not made with this key. Whether it is still open is the record's to say. */
export function readPersonalLink(key: Buffer, token: string): LinkParts | null {
  const [, first, second] = SHAPE.exec(token) ?? []
  if (first === undefined || second === undefined) return null
  const bytes = Buffer.from(first, 'base64url')
  const given = Buffer.from(second, 'base64url')
  // Characters hold more bits than are needed: only the spelling that we write is accepted.
  if (bytes.toString('base64url') !== first || given.toString('base64url') !== second) return null
  const kind = LINK_KINDS.find((candidate) => timingSafeEqual(mark(key, candidate, bytes), given))
  return kind ? { kind, id: asUuid(bytes.subarray(0, 16)), issue: bytes[16] as number } : null
}

/** By what a token is known again once it was sent: it follows from the token, and the token not from it. */
export const linkHash = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(token).digest())

/** The address that stands in a message. */
export const answerUrl = (baseUrl: string, token: string): string => `${baseUrl.replace(/\/+$/, '')}/answer/${token}`

const mark = (key: Buffer, kind: LinkKind, bytes: Buffer) =>
  createHmac('sha256', key).update(kind).update('\0').update(bytes).digest().subarray(0, MARK_BYTES)

const asUuid = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
