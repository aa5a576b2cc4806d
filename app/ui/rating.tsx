import type { ReactNode } from 'react'
import type { Option } from './field'

type Given = {
  name: string
  legend: string
  value?: string
  mistake?: string
  /** For the one question for which a page was asked, or that went wrong first. */
  focus?: boolean
}

/** One statement and its steps, side by side; under each other on a telephone. `none` is an answer that is none. */
export function Rating(props: Given & { options: readonly Option[]; none?: Option }) {
  const { name, options, value, none, focus } = props
  // of ten numbers five fit beside each other; words want a line
  const shape = options.length > 7 && options.every((option) => option.label === option.value) ? 'ten' : ''
  const few = options.length < 5 ? 'few' : ''
  // the browser goes to the first field that asks for it
  const first = focus ? options[0]?.value : undefined
  return (
    <Question {...props}>
      <div className={`steps ${shape} ${few}`.trim()}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
              // biome-ignore lint/a11y/noAutofocus: see `focus`
              autoFocus={option.value === first}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {none && (
        <label className="choice none">
          <input type="radio" name={name} value={none.value} defaultChecked={none.value === value} />
          <span>{none.label}</span>
        </label>
      )}
    </Question>
  )
}

/** A question that is answered with a number; `none` is the tick that no answer is given. */
export function Count(
  props: Given & { label: string; min: number; max: number; none: Option & { name: string; ticked: boolean } },
) {
  const { name, label, value, mistake, max, none, focus } = props
  return (
    <Question {...props}>
      <div className="field">
        <label htmlFor={`${name}-typed`}>{label}</label>
        <input
          className="input short"
          id={`${name}-typed`}
          name={name}
          inputMode="numeric"
          autoComplete="off"
          maxLength={`${max}`.length + 1}
          defaultValue={value}
          aria-invalid={mistake ? true : undefined}
          aria-describedby={mistake && `${name}-mistake`}
          // biome-ignore lint/a11y/noAutofocus: see `focus`
          autoFocus={focus}
        />
      </div>
      <label className="choice none">
        <input type="checkbox" name={none.name} value={none.value} defaultChecked={none.ticked} />
        <span>{none.label}</span>
      </label>
    </Question>
  )
}

function Question({ name, legend, mistake, children }: Given & { children: ReactNode }) {
  return (
    <fieldset
      className={mistake ? 'item amiss' : 'item'}
      id={name}
      tabIndex={-1}
      aria-describedby={mistake && `${name}-mistake`}
    >
      <legend>{legend}</legend>
      {mistake && (
        <p className="mistake" id={`${name}-mistake`}>
          {mistake}
        </p>
      )}
      {children}
    </fieldset>
  )
}
