import { words } from '../../i18n/catalogue'
import { count } from '../../i18n/numbers'
import type { FlowBox, FlowLine } from '../../ui/flow-layout'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'

/** All that the drawing shows and what it folds away, as rows: for whoever reads rather than looks. */
export function FlowTable({ boxes }: { boxes: readonly FlowBox[] }) {
  const { say, language } = useSpeaking()
  const { flow: w } = words
  const row = ({ key, label, written, href }: FlowLine) => ({
    key,
    cells: { what: label, number: href ? <a href={href}>{written}</a> : written },
  })
  const plain = (key: string, label: string, n: number) =>
    row({ key, label, count: n, written: count(language, n), href: null })
  return (
    <Table
      caption={say(w.table)}
      small
      columns={[
        { key: 'what', label: say(w.what) },
        { key: 'number', label: say(w.number), number: true },
      ]}
      parts={boxes.map((box) => ({
        key: box.key,
        title: `${box.label}: ${box.written}`,
        rows: [
          ...box.there.map(row),
          ...(box.exit ? [row({ ...box.exit, key: 'left' }), ...box.exit.reasons.map(row)] : []),
          ...(box.last ? [] : [plain('on', say(w.wentOn), box.on)]),
        ],
      }))}
    />
  )
}
