import { words } from '../../i18n/catalogue'
import { useSpeaking } from '../../ui/speaking'
import { EMPTY, type FieldAsked, UNKNOWN } from './explained'

/** The words of a column, each with what it means. Open when there are some that we do not know. */
export function WordsOf({ field }: { field: FieldAsked }) {
  const { say } = useSpeaking()
  const { importing: w } = words
  const unknown = field.words.filter(({ meaning }) => meaning === UNKNOWN).length
  const many = field.wordCount > field.words.length || field.moreWords
  return (
    <details className="more" open={unknown > 0}>
      <summary>{field.label}</summary>
      <div className="stack">
        {many && <p>{say(w.ofMany, { shown: field.words.length, n: field.wordCount, more: field.moreWords })}</p>}
        <div className="columns">
          {field.words.map(({ text, rows, meaning }, at) => {
            const id = `word_${field.name}_${at}`
            return (
              <div key={text} className={meaning === UNKNOWN ? 'field marked' : 'field'}>
                <label htmlFor={id}>{text}</label>
                <span className={meaning === UNKNOWN ? 'mistake' : 'hint'} id={`${id}-hint`}>
                  {meaning === UNKNOWN ? `${say(w.unknown)} ` : ''}
                  {say(w.times, { n: rows })}
                </span>
                <input type="hidden" name={`text_${field.name}_${at}`} value={text} />
                <select className="input" id={id} name={id} defaultValue={meaning} aria-describedby={`${id}-hint`}>
                  <option value={UNKNOWN}>{say(w.asUnknown)}</option>
                  <option value={EMPTY}>{say(w.asEmpty)}</option>
                  {field.meanings.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </div>
            )
          })}
        </div>
      </div>
    </details>
  )
}
