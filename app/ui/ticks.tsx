import { type About, described, Notes, type Option } from './field'

/** Any number of a few, all in sight. */
export function Ticks(props: About & { options: readonly Option[]; values?: readonly string[] }) {
  const { name, label, options, values = [] } = props
  return (
    <fieldset className="field" aria-describedby={described(props)}>
      <legend>{label}</legend>
      <Notes {...props} />
      <div className="choices">
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input type="checkbox" name={name} value={option.value} defaultChecked={values.includes(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
