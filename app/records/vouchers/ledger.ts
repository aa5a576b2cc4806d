import type { StudyDb } from '../../platform/database'
import { type Day, fromColumn } from '../../protocol/day'
import type { VoucherKind } from '../../protocol/vouchers'

/** The vouchers of a location. Below nought: something that came in was never booked. */
export type StockOf = { readonly location: string; readonly stock: number; readonly handedOut: number }

/** The stock of every location at which anything was booked, by name. */
export const stocks = (db: StudyDb, studyId: string): Promise<StockOf[]> => db.$queryRaw`
  SELECT location, sum(amount)::int AS stock, count(*) FILTER (WHERE kind = 'handed_out')::int AS "handedOut"
    FROM study.voucher WHERE study_id = ${studyId}::uuid GROUP BY location ORDER BY location`

/** A booking as the page shows it: not for whom it was. */
export type Booked = {
  readonly id: string
  readonly on: Day
  readonly location: string
  readonly kind: VoucherKind
  readonly amount: number
  readonly interviewer: string | null
  readonly remark: string | null
}

/** The bookings of a study, the last first; `after` is `YYYY-MM-DD|id` of the last of the page before. */
export async function bookings(
  db: StudyDb,
  studyId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly items: Booked[]; readonly next: string | null }> {
  const [day, id] = after?.split('|') ?? []
  const bookedOn = day && new Date(day)
  const rows = await db.voucher.findMany({
    where: {
      studyId,
      ...(bookedOn && id && { OR: [{ bookedOn: { lt: bookedOn } }, { bookedOn, id: { lt: id } }] }),
    },
    orderBy: [{ bookedOn: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const items = rows.slice(0, limit).map((row) => ({
    id: row.id,
    on: fromColumn(row.bookedOn),
    location: row.location,
    kind: row.kind as VoucherKind,
    amount: row.amount,
    interviewer: row.interviewer,
    remark: row.remark,
  }))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? `${last.on}|${last.id}` : null }
}
