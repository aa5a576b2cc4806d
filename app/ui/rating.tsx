import type { Option } from './field'

/** One statement and its steps, side by side; under each other on a telephone. Ten steps stay numbers. */
export function Rating(props: {
  name: string
  legend: string
  options: readonly Option[]
  value?: string
  mistake?: string
}) {
  const { name, legend, options, value, mistake } = props
  return (
    <fieldset className={mistake ? 'item amiss' : 'item'} id={name} aria-describedby={mistake && `${name}-mistake`}>
      <legend>{legend}</legend>
      {mistake && (
        <p className="mistake" id={`${name}-mistake`}>
          {mistake}
        </p>
      )}
      <div className={options.length > 7 ? 'steps ten' : 'steps'}>
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} value={option.value} defaultChecked={option.value === value} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
