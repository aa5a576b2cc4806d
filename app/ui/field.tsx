import type { HTMLInputAutoCompleteAttribute } from 'react'

/**
 * What stands with every field: its name in the form, its label, what to know beforehand, and what was wrong. `of` tells
 * fields of one name apart where a page has several forms.
 */
export type About = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly mistake?: string
  readonly of?: string
}

/** The id of a field on the page. */
const idOf = ({ name, of }: Pick<About, 'name' | 'of'>) => (of ? `${name}-${of}` : name)

/** The ids of the notes that a field is described by. */
export const described = ({ hint, mistake, ...field }: About) =>
  [hint && `${idOf(field)}-hint`, mistake && `${idOf(field)}-mistake`].filter(Boolean).join(' ') || undefined

/** The notes between a label and its field. */
export function Notes({ hint, mistake, ...field }: About) {
  const id = idOf(field)
  return (
    <>
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
    </>
  )
}

/** One line of input with its label, what to know beforehand, and what was wrong with it. Keeps what was typed. */
export function Field(
  props: About & {
    type?: 'text' | 'email' | 'password' | 'date' | 'search' | 'number' | 'time' | 'datetime-local'
    value?: string
    min?: string
    max?: string
    required?: boolean
    short?: boolean
    autoComplete?: HTMLInputAutoCompleteAttribute
    inputMode?: 'numeric'
    /** What is often typed here: offered, and anything else may be typed. */
    offers?: readonly string[]
    /** For the one field for which a page was asked: whoever comes need not look for it. */
    focus?: boolean
  },
) {
  const {
    name,
    label,
    mistake,
    type = 'text',
    value,
    min,
    max,
    required,
    short,
    autoComplete,
    inputMode,
    offers,
    focus,
  } = props
  return (
    <div className="field">
      <label htmlFor={idOf(props)}>{label}</label>
      <Notes {...props} />
      <input
        className={short ? 'input short' : 'input'}
        id={idOf(props)}
        name={name}
        type={type}
        defaultValue={value}
        min={min}
        max={max}
        required={required}
        autoComplete={autoComplete}
        inputMode={inputMode}
        // biome-ignore lint/a11y/noAutofocus: see `focus`
        autoFocus={focus}
        aria-invalid={mistake ? true : undefined}
        aria-describedby={described(props)}
        list={offers && `${name}-offers`}
      />
      {offers && (
        <datalist id={`${name}-offers`}>
          {offers.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      )}
    </div>
  )
}

export type Option = { readonly value: string; readonly label: string }
export type OptionGroup = { readonly label: string; readonly options: readonly Option[] }

/** One of a few, all in sight. */
export function Choices(
  props: About & { options: readonly Option[]; value?: string; level?: boolean; required?: boolean },
) {
  const { name, label, options, value, level, required } = props
  return (
    <fieldset className="field" aria-describedby={described(props)}>
      <legend>{label}</legend>
      <Notes {...props} />
      <div className={level ? 'choices level' : 'choices'}>
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
              required={required}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One of many, in groups. The first option is "nothing chosen". */
export function Select(props: About & { groups: readonly OptionGroup[]; none: string; value?: string }) {
  const { name, label, groups, none, value, mistake } = props
  return (
    <div className="field">
      <label htmlFor={idOf(props)}>{label}</label>
      <Notes {...props} />
      <select
        className="input"
        id={idOf(props)}
        name={name}
        defaultValue={value ?? ''}
        aria-invalid={mistake ? true : undefined}
        aria-describedby={described(props)}
      >
        <option value="">{none}</option>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
