import { words } from '../../i18n/catalogue'
import { longMonth } from '../../i18n/days'
import { readLanguage } from '../../i18n/language'
import { Badge, type Tone } from '../../ui/badge'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Loaded } from './told'

/** Each scope: whether it is allowed now, and all that was said to it, newest first. */
export function Scopes({ scopes }: { scopes: Loaded['scopes'] }) {
  const { say } = useSpeaking()
  const { consent: w } = words
  const now = (granted: boolean | null) =>
    granted === null ? (
      <Badge tone="mute">{say(w.notAsked)}</Badge>
    ) : (
      <Badge tone={granted ? 'good' : 'late'}>{say(granted ? w.allowed : w.notAllowed)}</Badge>
    )
  return (
    <section className="panel">
      <h2>{say(w.scopes)}</h2>
      <ul className="countdowns">
        {scopes.map(({ label, granted, history }) => (
          <li key={label}>
            <div>
              <span>{label}</span>
              {history.map(({ key, month, version, answer }) => (
                <p className="soft small" key={key}>
                  {say(words.said[answer])} · {say(w.spoken, { month, version })}
                </p>
              ))}
            </div>
            {now(granted)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const TONES = {
  valid: 'good',
  scan: 'soon',
  check: 'soon',
  checked: 'good',
  refused: 'late',
} as const satisfies Record<string, Tone>

/** The forms, newest first. */
export function Forms({ forms }: { forms: Loaded['forms'] }) {
  const { say, language } = useSpeaking()
  const { consent: w } = words
  const rows = forms.map(({ version, way, month, state, endedMonth, refusedFor }, index) => ({
    key: `${forms.length - index}`,
    cells: {
      form: `${version}, ${say(words.formWays[way])}`,
      month: longMonth(language, month),
      state: (
        <>
          <Badge tone={TONES[state]}>{say(words.formStates[state])}</Badge>
          {refusedFor && <div className="soft small">{say(words.refusedFor[refusedFor])}</div>}
          {endedMonth && !refusedFor && <div className="soft small">{say(w.ended, { month: endedMonth })}</div>}
        </>
      ),
    },
  }))
  return (
    <section className="panel">
      <h2>{say(w.forms)}</h2>
      {forms.length === 0 ? (
        <p className="soft">{say(w.noForms)}</p>
      ) : (
        <Table
          caption={say(w.forms)}
          hidden
          small
          columns={[
            { key: 'form', label: say(w.form) },
            { key: 'month', label: say(w.month) },
            { key: 'state', label: say(w.state) },
          ]}
          parts={[{ key: 'all', rows }]}
        />
      )}
    </section>
  )
}

/** The letters that were handed out. */
export function Letters({ letters }: { letters: Loaded['letters'] }) {
  const { say } = useSpeaking()
  const { consent: w } = words
  const named = (language: string) => say(words.consentForms[readLanguage(language) ?? 'nl'])
  return (
    <section className="panel">
      <h2>{say(w.letters)}</h2>
      {letters.length === 0 && <p className="soft">{say(w.noLetters)}</p>}
      <ul>
        {letters.map(({ month, version, language }) => (
          <li key={`${version} ${language}`}>{say(w.handedOut, { month, version, language: named(language) })}</li>
        ))}
      </ul>
    </section>
  )
}
