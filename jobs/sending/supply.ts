import { type Address, addressesOf } from '../../app/identity/addresses'
import { underPace } from '../../app/identity/mail-pace'
import { now } from '../../app/platform/clock'
import type { Occasion } from '../../app/platform/occasion'
import { dayAt } from '../../app/protocol/day'
import { maySend } from '../../app/protocol/sending'
import type { Claimed } from '../../app/records/ledger/claimed'
import { claimMail, orRelease, releaseMail } from '../../app/records/ledger/dispatch'
import type { Desk } from '../desk'
import { type Tokens, tokensFor } from './written'

/** A message that may leave now, to whom, and with which links. */
export type Ready = {
  readonly envelope: Claimed
  readonly to: Address | 'unreadable' | null
  readonly tokens: Tokens
}
/** What waits, for several lanes: each envelope goes to one of them. */
export type Supply = {
  /** The next one; null when no more may leave. */
  readonly next: () => Promise<Ready | null>
  /** Lets go of what was claimed and taken by nobody. */
  readonly close: () => Promise<void>
}

/** Envelopes claimed ahead for each lane. */
const AHEAD = 4
const MINUTE_MS = 60_000

/**
 * Claims ahead of the lanes, and defers what its mail domain has no room for in this minute: that is no try, and the
 * envelope still takes lines. Nothing is claimed outside the hours, nor once the day on the wall is another: what is late
 * then becomes part of that day's one message.
 */
export function supply(desk: Desk, occasion: Occasion): Supply {
  const begun = dayAt(now())
  const waiting: Ready[] = []
  const deferred = new Map<string, number>()
  let over = false
  let filling: Promise<void> | null = null

  const fill = async () => {
    const instant = now()
    const open = maySend(desk.sending, occasion.today, instant) && dayAt(instant) === begun
    if (!open || desk.stop?.aborted) {
      over = true
      return
    }
    const { claimed, more } = await claimMail(desk.study, occasion, desk.sending.lanes * AHEAD)
    over = !more
    waiting.push(...(await orRelease(desk.study, claimed, () => prepared(desk, occasion, claimed, deferred))))
  }
  return {
    next: async () => {
      while (waiting.length === 0 && !over) {
        filling ??= fill().finally(() => {
          filling = null
        })
        await filling
      }
      return desk.stop?.aborted ? null : (waiting.shift() ?? null)
    },
    close: async () => {
      over = true
      await filling?.catch(() => {})
      await releaseMail(
        desk.study,
        waiting.splice(0).map(({ envelope }) => envelope),
      )
    },
  }
}

/** Claimed envelopes with their addresses and links, without those that have to wait. */
async function prepared(
  desk: Desk,
  occasion: Occasion,
  claimed: readonly Claimed[],
  deferred: Map<string, number>,
): Promise<Ready[]> {
  if (claimed.length === 0) return []
  const ids = claimed.map(({ supervisorId }) => supervisorId)
  const addresses = await addressesOf(desk.vault, ids)
  const leaving = await paced(
    desk,
    claimed.map((envelope) => ({ envelope, to: addresses.get(envelope.supervisorId) ?? null })),
    deferred,
  )
  const tokens = await tokensFor(
    desk,
    occasion,
    leaving.map(({ envelope }) => envelope),
  )
  return leaving.map((one) => ({ ...one, tokens }))
}

type Addressed = Omit<Ready, 'tokens'>

/**
 * Those for which there is room. The others wait for the minute in which it should be their turn, so that thousands are not
 * claimed anew each minute; what others took meanwhile makes them wait once more.
 */
async function paced(desk: Desk, all: readonly Addressed[], deferred: Map<string, number>): Promise<Addressed[]> {
  const { perMinute } = desk.sending
  if (perMinute === null) return [...all]
  const at = now()
  const emailOf = ({ to }: Addressed) => (to && to !== 'unreadable' ? to.email : null)
  const addressed = all.filter((one) => emailOf(one) !== null)
  const may = await underPace(desk.vault, { emails: addressed.map((one) => emailOf(one) ?? ''), perMinute, at })
  const refused = addressed.filter((_, place) => !may[place])
  for (const one of refused) {
    const domain = (emailOf(one) ?? '').split('@').at(-1)?.toLowerCase() ?? ''
    const before = deferred.get(domain) ?? 0
    deferred.set(domain, before + 1)
    const minute = Math.floor(at.getTime() / MINUTE_MS) + 1 + Math.floor(before / perMinute)
    await releaseMail(desk.study, [one.envelope], new Date(minute * MINUTE_MS))
  }
  return all.filter((one) => !refused.includes(one))
}
