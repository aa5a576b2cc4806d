import { linkHash, readPersonalLink } from '../../../app/platform/personal-link'
import type { Accepted } from '../accepted'

/** What a message asked for: the tokens of its links, and where they lead. */
export type Said = {
  readonly token: string
  readonly hash: string
  readonly kind: string
  readonly id: string
}

/** Every link of a message, as whoever got it would follow it; one that does not open leads nowhere. */
export const saidIn = ({ text }: Accepted, linkKey: Buffer): Said[] =>
  [...text.matchAll(/\/answer\/(\S+)/g)].map(([, token = '']) => {
    const link = readPersonalLink(linkKey, token)
    const hash = Buffer.from(linkHash(token)).toString('hex')
    return { token, hash, kind: link?.kind ?? 'none', id: link?.id ?? '' }
  })

/** Left of the @ and without the brackets: the envelope's own. */
export const envelopeOf = ({ messageId }: Accepted): string => messageId.replace(/^<|@.*$/g, '')
