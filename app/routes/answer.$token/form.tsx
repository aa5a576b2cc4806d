import { words } from '../../i18n/catalogue'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { Rating } from '../../ui/rating'
import { useSpeaking } from '../../ui/speaking'
import type { shownOf } from './shown'

type Shown = ReturnType<typeof shownOf>
type Given = {
  readonly shown: Shown
  readonly mistakes: Record<string, string>
  readonly typed: Record<string, string>
}

/** The questionnaire or the appointment behind a personal link: plain, on one page, sent as a whole. */
export function Form({ shown, mistakes, typed }: Given) {
  const { say } = useSpeaking()
  const { answer: w } = words
  const Body = shown.kind === 'appointment' ? Appointment : Questionnaire
  return (
    <form method="post" className="form" noValidate>
      <p>
        {shown.kind === 'appointment'
          ? say(w.appointmentAbout, { opens: shown.askedOn, closes: shown.until })
          : say(w.until, { sentOn: shown.askedOn, until: shown.until })}
      </p>
      <Body shown={shown} mistakes={mistakes} typed={typed} />
      <div className="row">
        <button type="submit" className="button">
          {say(w.send)}
        </button>
      </div>
    </form>
  )
}

/** Name, what was wrong and what was typed, for one field. */
const about = ({ mistakes, typed }: Given, name: string) => ({
  name,
  ...(mistakes[name] && { mistake: mistakes[name] }),
  ...(typed[name] !== undefined && { value: typed[name] }),
})

function Questionnaire(given: Given) {
  const { say } = useSpeaking()
  const { answer: w } = words
  return (
    <>
      {given.shown.confidential && <Notice tone="calm" title={say(w.confidential)} />}
      <p>{say(w.questionnaireAbout)}</p>
      <div className="items">
        {given.shown.questions.map((question) => (
          <Rating
            key={question.code}
            {...about(given, question.code)}
            legend={question.text}
            options={question.options}
          />
        ))}
      </div>
    </>
  )
}

function Appointment(given: Given) {
  const { say } = useSpeaking()
  const { askedOn, until } = given.shown
  return (
    <div className="panel form">
      <Field
        {...about(given, 'appointment_on')}
        type="date"
        min={askedOn}
        max={until}
        short
        label={say(words.answer.appointmentOn)}
      />
    </div>
  )
}
