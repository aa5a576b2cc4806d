import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { count } from '../../i18n/numbers'
import { VOUCHER_KINDS } from '../../protocol/vouchers'
import type { Booked, StockOf } from '../../records/vouchers/ledger'
import { Badge } from '../../ui/badge'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'

/** How many vouchers lie where. */
export function StockTable({ stocks }: { stocks: readonly StockOf[] }) {
  const { say, language } = useSpeaking()
  const { vouchers: w } = words
  const rows = stocks.map(({ location, stock, handedOut }) => ({
    key: location,
    cells: {
      location,
      stock: (
        <>
          {count(language, stock)} {stock < 0 && <Badge tone="late">{say(w.below)}</Badge>}
        </>
      ),
      handedOut: count(language, handedOut),
    },
  }))
  return (
    <Table
      caption={say(w.stock)}
      small
      columns={[
        { key: 'location', label: say(w.location) },
        { key: 'stock', label: say(w.stock), number: true },
        { key: 'handedOut', label: say(w.handedOut), number: true },
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}

/** What was booked, the last first. */
export function BookingTable({ items }: { items: readonly Booked[] }) {
  const { say, language } = useSpeaking()
  const { vouchers: w } = words
  const rows = items.map(({ id, on, location, kind, amount, interviewer, remark }) => ({
    key: id,
    cells: {
      kind: VOUCHER_KINDS[kind].label[language],
      day: <time dateTime={on}>{shortDay(language, on)}</time>,
      location,
      amount: amount > 0 ? `+${count(language, amount)}` : count(language, amount),
      interviewer,
      remark,
    },
  }))
  return (
    <Table
      caption={say(w.bookings)}
      columns={[
        { key: 'kind', label: say(w.kind) },
        { key: 'day', label: say(w.day) },
        { key: 'location', label: say(w.location) },
        { key: 'amount', label: say(w.amount), number: true },
        { key: 'interviewer', label: say(words.interviewers.one) },
        { key: 'remark', label: say(w.remark) },
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}
