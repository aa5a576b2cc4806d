import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { useSpeaking } from '../../ui/speaking'
import { EXPLAIN } from './explained'
import type { MappingTold } from './mapping-told'
import type { Loaded } from './told'

const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const
const DELIMITERS = ['semicolon', 'comma', 'tab', 'bar'] as const

/** How the file is written, and a kept explanation to take: what is chosen here is read again at once. */
export function Written({ page, explain }: { page: Loaded; explain: MappingTold }) {
  const { say } = useSpeaking()
  const { importing: w } = words
  const { file, asked, kept } = explain
  const written = file?.written ?? asked
  const workbook = file?.format === 'xlsx'
  return (
    <form method="get" action={link.import(page.id)} className="panel form">
      <h2>{say(w.written)}</h2>
      {page.state === 'checked' && <input type="hidden" name="look" value={EXPLAIN} />}
      {!workbook && (
        <>
          <Pick
            name="encoding"
            label={say(w.encoding)}
            value={written.encoding}
            none={say(w.guess)}
            options={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
          />
          <Pick
            name="delimiter"
            label={say(w.delimiter)}
            value={written.delimiter}
            none={say(w.guess)}
            options={DELIMITERS.map((value) => ({ value, label: say(w[value]) }))}
          />
        </>
      )}
      {file && workbook && (
        <Pick
          name="sheet"
          label={say(w.sheet)}
          value={`${written.sheet ?? ''}`}
          none={say(w.guess)}
          options={file.sheets.map((name, at) => ({ value: `${at + 1}`, label: name }))}
        />
      )}
      {kept.length > 0 && (
        <Pick name="kept" label={say(w.kept)} value={asked.kept} none={say(w.noKept)} options={kept} />
      )}
      <button type="submit" className="button quiet">
        {say(w.readAgain)}
      </button>
    </form>
  )
}

function Pick(props: {
  name: string
  label: string
  value: string | null
  none: string
  options: readonly { readonly value: string; readonly label: string }[]
}) {
  const { name, label, value, none, options } = props
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select className="input" id={name} name={name} defaultValue={value ?? ''}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
