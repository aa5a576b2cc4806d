import type { StudyDb, StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { tooLong } from '../../protocol/free-text'
import { done, type Result, refuse } from '../../protocol/refusal'
import { MOST_VOUCHERS, readBooking, VOUCHER_KINDS, type VoucherKind } from '../../protocol/vouchers'
import { change } from '../change'
import { knownLocation } from '../sites/known-location'

/** The stock after what was booked; below nought when something before it was not. */
export type Stock = { readonly stock: number }

/** One voucher, given to a client after an interview. */
export type HandedOut = {
  readonly registrationId: string
  readonly wave: string
  /** The code of who gave it. */
  readonly interviewer: string | null
}

/**
 * Hands out the voucher of an interview (protocol §3), from the stock of the location of the case. Refused for a case that is
 * not there, without an interview at this wave, and the second time. Not refused without stock (decided): it was given.
 */
export function handOutVoucher(db: StudyDb, occasion: Occasion, given: HandedOut): Promise<Result<Stock>> {
  const { registrationId, wave, interviewer } = given
  const what = { verb: 'hand_out_voucher', subject: 'registration', subjectId: registrationId, details: { wave } }
  return change(db, occasion, what, async (tx) => {
    const { id: studyId } = occasion.study
    const known = await tx.registration.findFirst({
      where: { id: registrationId, studyId },
      select: { location: true },
    })
    if (!known) return refuse('unknown_case')
    if (!(await tx.measurement.count({ where: { registrationId, wave, perspective: 'client' } })))
      return refuse('not_interviewed')
    const { location } = known
    await lockStock(tx, occasion, location)
    const row = { registrationId, wave, interviewer }
    const booked = await book(tx, occasion, { location, kind: 'handed_out', amount: -1, ...row })
    return booked ? done({ stock: await stockAt(tx, occasion, location) }) : refuse('voucher_given')
  })
}

/**
 * Books vouchers that came in, were lost or were sent back. Refused for another kind, a location that the study does not have,
 * no whole number above nought, or words that are too long; what went out needs words.
 */
export function bookVouchers(
  db: StudyDb,
  occasion: Occasion,
  told: { readonly location: string; readonly kind: string; readonly amount: number; readonly remark: string },
): Promise<Result<Stock>> {
  const { location, amount, remark } = told
  const kind = readBooking(told.kind)
  const details = { location, kind: told.kind, amount }
  const what = { verb: 'book_vouchers', subject: 'study', subjectId: occasion.study.id, details }
  return change(db, occasion, what, async (tx) => {
    if (!kind) return refuse('required', { field: 'kind' })
    if (!(await knownLocation(tx, occasion, location))) return refuse('unknown_location', { field: 'location' })
    if (!(amount >= 1 && amount <= MOST_VOUCHERS))
      return refuse('out_of_range', { field: 'amount', min: 1, max: MOST_VOUCHERS })
    const isOut = VOUCHER_KINDS[kind].way === 'out'
    const long = tooLong(remark, 'remark')
    if (long) return long
    if (isOut && remark === '') return refuse('required', { field: 'remark' })
    await lockStock(tx, occasion, location)
    await book(tx, occasion, { location, kind, amount: isOut ? -amount : amount, remark: remark || null })
    return done({ stock: await stockAt(tx, occasion, location) })
  })
}

/**
 * Books what was counted: the difference with the stock, also when there is none. Refused for a location that the study does
 * not have, no whole number, words that are too long, and without words for a difference.
 */
export function countVouchers(
  db: StudyDb,
  occasion: Occasion,
  told: { readonly location: string; readonly counted: number; readonly remark: string },
): Promise<Result<{ difference: number }>> {
  const { location, counted, remark } = told
  const details = { location, counted }
  const what = { verb: 'count_vouchers', subject: 'study', subjectId: occasion.study.id, details }
  return change(db, occasion, what, async (tx) => {
    if (!(await knownLocation(tx, occasion, location))) return refuse('unknown_location', { field: 'counted_location' })
    if (!(counted >= 0 && counted <= MOST_VOUCHERS))
      return refuse('out_of_range', { field: 'counted', min: 0, max: MOST_VOUCHERS })
    const long = tooLong(remark, 'count_remark')
    if (long) return long
    await lockStock(tx, occasion, location)
    const difference = counted - (await stockAt(tx, occasion, location))
    if (difference !== 0 && remark === '')
      return refuse('difference_without_words', { field: 'count_remark', difference })
    await book(tx, occasion, { location, kind: 'counted', amount: difference, remark: remark || null })
    return done({ difference })
  })
}

/** One booking at a time: a stock that is counted is that of this moment. */
const lockStock = (tx: StudyTx, { study }: Occasion, location: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`vouchers ${study.id} ${location}`}, 0))`

async function stockAt(tx: StudyTx, { study }: Occasion, location: string): Promise<number> {
  const { _sum } = await tx.voucher.aggregate({ where: { studyId: study.id, location }, _sum: { amount: true } })
  return _sum.amount ?? 0
}

type Booking = Partial<HandedOut> & {
  readonly location: string
  readonly kind: VoucherKind
  readonly amount: number
  readonly remark?: string | null
}

/** False when this interview had its voucher. */
async function book(tx: StudyTx, { study, today }: Occasion, booking: Booking): Promise<boolean> {
  const data = { id: newId(), studyId: study.id, bookedOn: toColumn(today), ...booking }
  return (await tx.voucher.createMany({ data, skipDuplicates: true })).count === 1
}
