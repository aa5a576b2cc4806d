import { Badge, type Tone } from './badge'
import { Bar } from './countdown'

/** A span of days in which something may be done, and where today lies in it. */
export type Span = {
  readonly key: string
  readonly title: string
  readonly tone: Tone
  readonly state: string
  readonly opens: { readonly on: string; readonly written: string }
  readonly closes: { readonly on: string; readonly written: string }
  readonly gone: number
  readonly length: number
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
          <div className="span">
            <time dateTime={span.opens.on}>{span.opens.written}</time>
            <Bar part={span.gone} whole={span.length} tone={span.tone} />
            <time dateTime={span.closes.on}>{span.closes.written}</time>
          </div>
          {span.note && <p className="soft small">{span.note}</p>}
        </li>
      ))}
    </ul>
  )
}
