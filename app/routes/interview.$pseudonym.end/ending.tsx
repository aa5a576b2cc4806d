import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { LONGEST_TEXT } from '../../protocol/free-text'
import { BROKEN_OFF } from '../../protocol/interview'
import { Choices } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { LongField } from '../../ui/long-field'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { EndingFields, optionsOf } from '../gate/ending-fields'
import type { Open } from './shown'

/** What was sent and not done: what was typed, what was wrong by field, and whether another device's answers stand. */
type Sent = {
  readonly typed: {
    readonly place: string
    readonly was: readonly string[]
    readonly unreliable: string
    readonly note: string
    readonly why: string
  }
  readonly mistakes: Readonly<Record<string, string>>
  readonly aside: boolean
}

/** How an interview ends: what is still open, how it was, and that it is over or broken off. */
export function Ending({ at, sent }: { at: Open; sent: Sent | undefined }) {
  const { say, language } = useSpeaking()
  const { interview: w, device: d } = words
  const { mistakes = {}, typed } = sent ?? {}
  const was = typed?.was ?? (at.was.thirdPerson ? ['third'] : [])
  return (
    <div className="read stack">
      <Heading title={say(w.end)} about={say(w.title, at)} />
      <p>{say(words.talk.progressOf, at.progress)}</p>
      {Object.keys(mistakes).length > 0 && (
        <Notice tone="late" title={say(w.notEnded)} urgent>
          <p>{mistakes[''] ?? say(w.wrongAbout)}</p>
        </Notice>
      )}
      {sent?.aside && (
        <Notice tone="late" title={say(w.aside)} urgent>
          <p>{say(w.asideAbout)}</p>
          <p>
            <a href={link.conflicts()}>{say(w.toConflicts)}</a>
          </p>
        </Notice>
      )}
      <StillOpen at={at} amiss={Object.keys(mistakes)} />
      <form method="post" className="form panel touch" noValidate autoComplete="off">
        <input type="hidden" name="seen" value={at.seen} />
        <EndingFields
          place={typed?.place ?? at.was.place}
          was={was}
          unreliable={typed?.unreliable ?? at.was.unreliable}
          voucher={!at.voucher}
          {...(mistakes.place && { noPlace: mistakes.place })}
        />
        <LongField
          longest={LONGEST_TEXT}
          name="note"
          label={say(w.wholeNote)}
          hint={say(words.talk.noteHint)}
          value={typed?.note ?? at.note}
          {...(mistakes.note && { mistake: mistakes.note })}
        />
        <div className="row">
          <button type="submit" name="go" value="finish" className="button large">
            {say(w.finish)}
          </button>
          <a className="button quiet large" href={link.ask(at.pseudonym, at.last ? { item: at.last } : {})}>
            {say(d.backToQuestions)}
          </a>
        </div>
        <details open={mistakes.why !== undefined}>
          <summary>{say(w.breakOff)}</summary>
          <div className="stack">
            <p>{say(d.breakOffAbout)}</p>
            <Choices
              name="why"
              label={say(d.why)}
              options={optionsOf(BROKEN_OFF, language)}
              {...(typed?.why && { value: typed.why })}
              {...(mistakes.why && { mistake: mistakes.why })}
            />
            <div className="row">
              <button type="submit" name="go" value="break-off" className="button quiet large">
                {say(w.breakOff)}
              </button>
            </div>
          </div>
        </details>
      </form>
      <p>
        <a href={link.incident(at.pseudonym)}>{say(w.something)}</a>
      </p>
    </div>
  )
}

/** The questions that were passed over, each with the way back to it. */
function StillOpen({ at, amiss }: { at: Open; amiss: readonly string[] }) {
  const { say } = useSpeaking()
  const { interview: w } = words
  if (at.open.length === 0) return <Notice tone="good" title={say(w.allAsked)} />
  return (
    <section className="panel stack">
      <h2>{say(w.open)}</h2>
      <p>{say(w.openAbout)}</p>
      <ul className="stack">
        {at.open.map(({ code, text, needed }) => (
          <li key={code}>
            <a href={link.ask(at.pseudonym, { item: code })} lang={at.asked}>
              {text}
            </a>{' '}
            {needed && <strong>{amiss.includes(code) ? `▲ ${say(w.needed)}` : say(w.needed)}</strong>}
          </li>
        ))}
      </ul>
    </section>
  )
}
