import { type FormEvent, useState } from 'react'
import { words } from '../../i18n/catalogue'
import { LONGEST_TEXT, tooLong } from '../../protocol/free-text'
import { progressOf } from '../../protocol/instruments/progress'
import { BROKEN_OFF, codeIn, PLACES, UNRELIABLE } from '../../protocol/interview'
import { Choices } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { LongField } from '../../ui/long-field'
import { useSpeaking } from '../../ui/speaking'
import { EndingFields, optionsOf } from '../gate/ending-fields'
import { StillOpen } from './still-open'
import type { Ending, Talk } from './talk'

const BREAK = 'break-off'

/** What the last page says, or the field that is still to be filled in. */
function endingIn(form: FormData): Ending | 'place' | 'why' | 'note' {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const note = text('note')
  if (tooLong(note, 'note')) return 'note'
  const place = codeIn(PLACES, text('place'))
  if (!place) return 'place'
  const breaks = text('go') === BREAK
  const brokenOff = (breaks && codeIn(BROKEN_OFF, text('why'))) || null
  if (breaks && !brokenOff) return 'why'
  const was = form.getAll('was')
  return {
    brokenOff,
    place,
    thirdPerson: was.includes('third'),
    unreliable: codeIn(UNRELIABLE, text('unreliable')) ?? null,
    voucher: was.includes('voucher'),
    note,
  }
}

/** The last page of a talk: what is still open, how it was, and whether it is over or was broken off. */
export function Closing(props: {
  talk: Talk
  onEnd: (ending: Ending) => unknown
  onGo: (at: string | null) => unknown
}) {
  const { talk, onEnd, onGo } = props
  const { say, language } = useSpeaking()
  const { device: w, interview: i } = words
  const [mistake, setMistake] = useState<'place' | 'why' | 'note'>()

  function end(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const said = endingIn(new FormData(event.currentTarget, submitter))
    setMistake(typeof said === 'string' ? said : undefined)
    if (typeof said !== 'string') onEnd(said)
  }

  return (
    <div className="read stack">
      <Heading title={say(i.end)} about={say(i.title, talk.sheet)} />
      <p>{say(words.talk.progressOf, progressOf(talk.sheet.battery, talk.given))}</p>
      <StillOpen talk={talk} onGo={onGo} />
      <form className="form panel touch" noValidate onSubmit={end} autoComplete="off">
        <EndingFields voucher={!talk.sheet.voucher} {...(mistake === 'place' && { noPlace: say(w.sayWhere) })} />
        <LongField
          longest={LONGEST_TEXT}
          name="note"
          label={say(i.wholeNote)}
          hint={say(words.talk.noteHint)}
          value={talk.notes[''] ?? ''}
          {...(mistake === 'note' && { mistake: say(words.refusals.too_long, { max: LONGEST_TEXT }) })}
        />
        <div className="row">
          <button type="submit" name="go" value="finish" className="button large">
            {say(w.finish)}
          </button>
          <button type="button" className="button quiet large" onClick={() => onGo(null)}>
            {say(w.backToQuestions)}
          </button>
        </div>
        <details open={mistake === 'why' || undefined}>
          <summary>{say(i.breakOff)}</summary>
          <div className="stack">
            <p>{say(w.breakOffAbout)}</p>
            <Choices
              name="why"
              label={say(w.why)}
              options={optionsOf(BROKEN_OFF, language)}
              {...(mistake === 'why' && { mistake: say(w.sayWhy) })}
            />
            <div className="row">
              <button type="submit" name="go" value={BREAK} className="button quiet large">
                {say(w.breakOff)}
              </button>
            </div>
          </div>
        </details>
      </form>
    </div>
  )
}
