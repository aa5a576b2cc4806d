import { type About, described, Notes } from './field'

/** A few lines of text with their label, what to know beforehand, and what was wrong. Keeps what was typed. */
export function LongField(props: About & { value?: string; rows?: number }) {
  const { name, label, mistake, value, rows = 4 } = props
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <Notes {...props} />
      <textarea
        className="input"
        id={name}
        name={name}
        rows={rows}
        defaultValue={value}
        aria-invalid={mistake ? true : undefined}
        aria-describedby={described(props)}
      />
    </div>
  )
}
