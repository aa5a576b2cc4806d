import type { ReactNode } from 'react'
import type { Tone } from './badge'

export type TimelineEntry = {
  readonly key: string
  readonly on: string
  readonly written: string
  readonly title: string
  readonly details?: ReactNode
  readonly tone: Tone
}

/** What happened, in order, each with its day. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key} className={entry.tone}>
          <time dateTime={entry.on}>{entry.written}</time>
          <div>
            <div>{entry.title}</div>
            {entry.details && <div className="details">{entry.details}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
