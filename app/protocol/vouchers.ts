import type { Words } from './words'

type Kind = { readonly label: Words; readonly way: 'in' | 'out' | 'either' }

/**
 * What can happen to the vouchers of a location (protocol §3: one after each interview). The stock is the sum of what was
 * booked and may lie below nought: a voucher that was given was there, so something before it was not booked (decided).
 */
export const VOUCHER_KINDS = {
  received: { way: 'in', label: { nl: 'Ontvangen', en: 'Received' } },
  handed_out: { way: 'out', label: { nl: 'Gegeven na een interview', en: 'Handed out after an interview' } },
  lost: { way: 'out', label: { nl: 'Kwijt of ongeldig', en: 'Lost or spoilt' } },
  returned: { way: 'out', label: { nl: 'Teruggestuurd', en: 'Sent back' } },
  counted: { way: 'either', label: { nl: 'Geteld', en: 'Counted' } },
} as const satisfies Record<string, Kind>
export type VoucherKind = keyof typeof VOUCHER_KINDS

/** What somebody books who keeps the stock. */
export const BOOKED_BY_HAND = ['received', 'lost', 'returned'] as const satisfies readonly VoucherKind[]
export type BookedByHand = (typeof BOOKED_BY_HAND)[number]
/** A kind as it was sent; undefined when nobody books it by hand. */
export const readBooking = (text: string): BookedByHand | undefined => BOOKED_BY_HAND.find((kind) => kind === text)

/** More than any location has or gets: a slip of the keyboard. */
export const MOST_VOUCHERS = 999
