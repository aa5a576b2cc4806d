import { words } from '../../i18n/catalogue'
import type { FlowBox, FlowLine } from '../../ui/flow-layout'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'

/** All that the drawing shows and what it folds away, as rows: for whoever reads rather than looks. */
export function FlowTable({ boxes }: { boxes: readonly FlowBox[] }) {
  const { say } = useSpeaking()
  const { flow: w } = words
  const row = ({ key, label, written, href }: FlowLine) => ({
    key,
    cells: { what: label, number: href ? <a href={href}>{written}</a> : written },
  })
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
          ...(box.last
            ? []
            : [row({ key: 'on', label: say(w.wentOn), count: box.on, written: box.onWritten, href: null })]),
        ],
      }))}
    />
  )
}
