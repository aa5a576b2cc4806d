import type { About } from './field'

/** A file from this device. `id` where the same field stands on a page more than once. */
export function FileField(props: About & { id?: string; accept: string }) {
  const { name, id = name, label, hint, mistake, accept } = props
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {mistake && (
        <span className="mistake" id={`${id}-mistake`}>
          {mistake}
        </span>
      )}
      <input
        className="input"
        id={id}
        name={name}
        type="file"
        accept={accept}
        aria-invalid={mistake ? true : undefined}
        aria-describedby={[hint && `${id}-hint`, mistake && `${id}-mistake`].filter(Boolean).join(' ') || undefined}
      />
    </div>
  )
}

type Tick = { readonly name: string; readonly label: string }

/** Several that may each be so: a box to tick for each, with a name of its own. */
export function Ticks(props: {
  name: string
  label: string
  options: readonly Tick[]
  ticked: Readonly<Record<string, string>>
  mistakes: readonly string[]
}) {
  const { name, label, options, ticked, mistakes } = props
  return (
    <fieldset className="field" aria-describedby={mistakes.length > 0 ? `${name}-mistake` : undefined}>
      <legend>{label}</legend>
      {mistakes.length > 0 && (
        <span className="mistake" id={`${name}-mistake`}>
          {mistakes.join(' ')}
        </span>
      )}
      <div className="choices">
        {options.map((option) => (
          <label className="choice" key={option.name}>
            <input type="checkbox" name={option.name} value="yes" defaultChecked={ticked[option.name] !== undefined} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
