import { words } from '../../i18n/catalogue'
import { Notes } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import type { FieldAsked } from './explained'

/** In which column a fact stands. The column whose words are shown goes along, so that another one is noticed. */
export function ColumnOf(props: { field: FieldAsked; headings: readonly string[]; mistake: string | undefined }) {
  const { field, headings, mistake } = props
  const { say } = useSpeaking()
  const { importing: w } = words
  const name = `column_${field.name}`
  const note = field.note === 'missing' ? say(w.missing) : field.note === 'unsure' ? say(w.unsure) : undefined
  const wrong = mistake ?? (field.note === 'missing' ? note : undefined)
  const hint = wrong ? undefined : (note ?? (field.required ? say(w.needed) : undefined))
  const notes = { name, label: field.label, ...(hint && { hint }), ...(wrong && { mistake: wrong }) }
  return (
    <div className={field.note ? 'field marked' : 'field'}>
      <label htmlFor={name}>{field.label}</label>
      <Notes {...notes} />
      <select
        className="input"
        id={name}
        name={name}
        defaultValue={field.column}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${name}-mistake` : hint ? `${name}-hint` : undefined}
      >
        <option value="">{say(w.notInFile)}</option>
        {headings.map((heading) => (
          <option key={heading} value={heading}>
            {heading}
          </option>
        ))}
      </select>
      {field.meanings.length > 0 && <input type="hidden" name={`shown_${field.name}`} value={field.column} />}
    </div>
  )
}
