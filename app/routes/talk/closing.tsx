import type { FormEvent } from 'react'
import { words } from '../../i18n/catalogue'
import { progressOf } from '../../protocol/instruments/progress'
import { Field } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { LongField } from '../../ui/long-field'
import { useSpeaking } from '../../ui/speaking'
import { Ticks } from '../../ui/ticks'
import type { Ending, Talk } from './talk'

const BREAK = 'break-off'

/** The last page of a talk: how it was, and whether it is over. */
export function Closing(props: { talk: Talk; onEnd: (ending: Ending) => unknown; onBack: () => unknown }) {
  const { talk, onEnd, onBack } = props
  const { say } = useSpeaking()
  const { device: w } = words
  const { pseudonym, wave, battery } = talk.sheet

  function end(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const form = new FormData(event.currentTarget, submitter)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    onEnd({
      brokenOff: form.get('go') === BREAK,
      place: text('place'),
      thirdPerson: form.getAll('was').includes('third-person'),
      unreliable: text('unreliable'),
      voucher: form.getAll('was').includes('voucher'),
    })
  }

  return (
    <form className="form read" noValidate onSubmit={end} autoComplete="off">
      <Heading title={say(w.end)} about={say(w.talk, { wave, pseudonym })} />
      <p>{say(words.talk.progressOf, progressOf(battery, talk.given))}</p>
      <Field name="place" label={say(w.place)} />
      <Ticks
        name="was"
        label={say(w.howItWas)}
        options={[
          { value: 'third-person', label: say(w.thirdPerson) },
          { value: 'voucher', label: say(w.voucher) },
        ]}
      />
      <LongField name="unreliable" label={say(w.unreliable)} hint={say(w.unreliableHint)} rows={2} />
      <div className="row">
        <button type="submit" name="go" value="finish" className="button large">
          {say(w.finish)}
        </button>
        <button type="submit" name="go" value={BREAK} className="button quiet large">
          {say(w.breakOff)}
        </button>
        <button type="button" className="button quiet large" onClick={onBack}>
          {say(w.backToQuestions)}
        </button>
      </div>
    </form>
  )
}
