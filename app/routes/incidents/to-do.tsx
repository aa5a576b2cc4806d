import { words } from '../../i18n/catalogue'
import { INCIDENT_KINDS, INCIDENTS } from '../../protocol/incidents'
import { useSpeaking } from '../../ui/speaking'

/** What interviewers are told to do when something happens. */
export function ToDo() {
  const { say, language } = useSpeaking()
  const { incidents: w } = words
  return (
    <section className="stack read" aria-labelledby="to-do">
      <h2 id="to-do">{say(w.toDo)}</h2>
      <p className="soft">{say(w.toDoAbout)}</p>
      {INCIDENT_KINDS.map((kind) => {
        const { label, about, steps, cite } = INCIDENTS[kind]
        return (
          <section key={kind} className="panel" aria-labelledby={`to-do-${kind}`}>
            <h3 id={`to-do-${kind}`}>
              {label[language]} <span className="soft">({cite})</span>
            </h3>
            <p>{about[language]}</p>
            <ol className="sentences">
              {steps.map((step) => (
                <li key={step.code}>{step.label[language]}</li>
              ))}
            </ol>
          </section>
        )
      })}
    </section>
  )
}
