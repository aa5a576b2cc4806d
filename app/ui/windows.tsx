import { Badge, type Tone } from './badge'
import { Bar } from './countdown'

type Day = { readonly on: string; readonly written: string }

/** A span of days in which something may be done, and where today lies in it. */
export type Span = {
  readonly key: string
  readonly title: string
  readonly tone: Tone
  readonly state: string
  /** From when to when, and how many of the days are gone; null while that is not known. */
  readonly days: { readonly opens: Day; readonly closes: Day; readonly gone: number; readonly length: number } | null
  readonly note?: string
}

export function Windows({ spans }: { spans: readonly Span[] }) {
  return (
    <ul className="windows">
      {spans.map((span) => (
        <li key={span.key}>
          <div className="row">
            <strong>{span.title}</strong>
            <Badge tone={span.tone}>{span.state}</Badge>
          </div>
          {span.days && (
            <div className="span">
              <time dateTime={span.days.opens.on}>{span.days.opens.written}</time>
              <Bar part={span.days.gone} whole={span.days.length} tone={span.tone} />
              <time dateTime={span.days.closes.on}>{span.days.closes.written}</time>
            </div>
          )}
          {span.note && <p className="soft small">{span.note}</p>}
        </li>
      ))}
    </ul>
  )
}
