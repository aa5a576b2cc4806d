import { words } from '../../i18n/catalogue'
import { Choices, Field } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { at, type Filled, UNFILLED } from '../gate/form-parts'
import { OnDevice } from '../talk/on-device'
import type { Gate } from './gate'

/** What is asked before the first question (protocol §2.1, §3, §4.4). */
export function GateForm(props: { gate: Gate; filled: Filled | undefined; begin: string }) {
  const { gate, filled = UNFILLED, begin } = props
  const { say, language } = useSpeaking()
  const { interview: w } = words
  const yesNo = [
    { value: 'yes', label: say(w.yes) },
    { value: 'no', label: say(w.no) },
  ]
  const languages = [
    { value: 'nl', label: say(w.dutch) },
    { value: 'en', label: say(w.english) },
  ]
  return (
    <form method="post" className="panel form touch" noValidate>
      {gate.contacts && (
        <Field
          {...at(filled, 'contacts')}
          label={say(w.contacts)}
          hint={say(w.contactsHint, gate.contacts)}
          inputMode="numeric"
          autoComplete="off"
          short
        />
      )}
      <h2>{say(w.criteria)}</h2>
      {gate.criteria.map(({ name, label }) => (
        <Choices key={name} {...at(filled, `is_${name}`)} label={label} options={yesNo} level />
      ))}
      {gate.supervised && (
        <Field
          {...at(filled, 'supervised_by')}
          label={say(w.second)}
          hint={say(w.secondHint)}
          autoComplete="off"
          short
        />
      )}
      <Choices
        {...at(filled, 'language')}
        label={say(w.language)}
        options={languages}
        value={filled.typed.language ?? language}
        level
      />
      <div className="row">
        <button type="submit" name="step" value="open" className="button large">
          {begin}
        </button>
        <OnDevice />
      </div>
    </form>
  )
}
