import { createHmac, timingSafeEqual } from 'node:crypto'
import { derive } from './secrets'

/**
 * What a personal link opens: a question about a new client, a questionnaire, or the appointment for the next wave.
 * The id is that of the inquiry, of the measurement, or of the registration.
 */
export const LINK_KINDS = ['inquiry', 'measurement', 'appointment'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** The key that signs the personal links of an installation. */
export const linkKeyOf = (secret: string): Buffer => derive(secret, 'personal-link')

const MARK_BYTES = 16
const SHAPE = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{22})$/

/**
 * The token of a personal link. The same record always has the same token, so a reminder repeats the first link and
 * nothing is stored that could be stolen. Takes the derived key, the kind and the record's id (a uuid).
 */
export function personalLink(key: Buffer, kind: LinkKind, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  if (bytes.length !== 16) throw new RangeError('a personal link is made of a uuid')
  return `${bytes.toString('base64url')}.${mark(key, kind, bytes).toString('base64url')}`
}

/** What a token opens; null when it was not made with this key. Whether it is still open is the record's to say. */
export function readPersonalLink(key: Buffer, token: string): { kind: LinkKind; id: string } | null {
  const [, first, second] = SHAPE.exec(token) ?? []
  if (first === undefined || second === undefined) return null
  const bytes = Buffer.from(first, 'base64url')
  const given = Buffer.from(second, 'base64url')
  // 22 characters hold 132 bits for 128: only the spelling that we write is accepted.
  if (bytes.toString('base64url') !== first || given.toString('base64url') !== second) return null
  const kind = LINK_KINDS.find((candidate) => timingSafeEqual(mark(key, candidate, bytes), given))
  return kind ? { kind, id: asUuid(bytes) } : null
}

/** The address that stands in a message. */
export const answerUrl = (baseUrl: string, token: string): string => `${baseUrl.replace(/\/+$/, '')}/answer/${token}`

const mark = (key: Buffer, kind: LinkKind, id: Buffer) =>
  createHmac('sha256', key).update(kind).update('\0').update(id).digest().subarray(0, MARK_BYTES)

const asUuid = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
