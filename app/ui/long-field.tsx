import { words } from '../i18n/catalogue'
import { type About, described, Notes } from './field'
import { useSpeaking } from './speaking'

/**
 * A few lines of text with their label, what to know beforehand, and what was wrong. Keeps what was typed. `longest`: the most
 * characters, which it says, since a browser cuts what is pasted without a word.
 */
export function LongField(props: About & { value?: string; rows?: number; longest?: number }) {
  const { name, label, mistake, value, rows = 4, longest } = props
  const { say } = useSpeaking()
  const room = longest === undefined ? undefined : say(words.shell.room, { max: longest })
  const about = { ...props, ...(room && { hint: props.hint ? `${props.hint} ${room}` : room }) }
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <Notes {...about} />
      <textarea
        className="input"
        id={name}
        name={name}
        rows={rows}
        defaultValue={value}
        maxLength={longest}
        aria-invalid={mistake ? true : undefined}
        aria-describedby={described(about)}
      />
    </div>
  )
}
