import { type FormEvent, useState } from 'react'
import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { progressOf } from '../../protocol/instruments/progress'
import { BROKEN_OFF, codeIn, PLACES, UNRELIABLE } from '../../protocol/interview'
import type { Words } from '../../protocol/words'
import { Choices, type Option } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { Ticks } from '../../ui/ticks'
import type { Ending, Talk } from './talk'

const BREAK = 'break-off'
type Mistake = 'place' | 'why'

const optionsOf = (table: Readonly<Record<string, Words>>, language: Language): Option[] =>
  Object.entries(table).map(([value, label]) => ({ value, label: label[language] }))

/** The last page of a talk: how it was, and whether it is over or was broken off. */
export function Closing(props: { talk: Talk; onEnd: (ending: Ending) => unknown; onBack: () => unknown }) {
  const { talk, onEnd, onBack } = props
  const { say, language } = useSpeaking()
  const { device: w } = words
  const [mistake, setMistake] = useState<Mistake>()

  function end(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const form = new FormData(event.currentTarget, submitter)
    const text = (name: string) => String(form.get(name) ?? '')
    const place = codeIn(PLACES, text('place')) ?? null
    const breaks = text('go') === BREAK
    const brokenOff = (breaks && codeIn(BROKEN_OFF, text('why'))) || null
    const wrong = !place ? 'place' : breaks && !brokenOff ? 'why' : undefined
    setMistake(wrong)
    if (wrong) return
    const was = form.getAll('was')
    const unreliable = codeIn(UNRELIABLE, text('unreliable')) ?? null
    onEnd({ brokenOff, place, thirdPerson: was.includes('third'), unreliable, voucher: was.includes('voucher') })
  }

  return (
    <form className="form read" noValidate onSubmit={end} autoComplete="off">
      <Heading title={say(w.end)} about={say(w.talk, talk.sheet)} />
      <p>{say(words.talk.progressOf, progressOf(talk.sheet.battery, talk.given))}</p>
      <Choices
        name="place"
        label={say(w.place)}
        options={optionsOf(PLACES, language)}
        {...(mistake === 'place' && { mistake: say(w.sayWhere) })}
      />
      <Ticks
        name="was"
        label={say(w.howItWas)}
        options={[
          { value: 'third', label: say(w.thirdPerson) },
          { value: 'voucher', label: say(w.voucher) },
        ]}
      />
      <Choices
        name="unreliable"
        label={say(w.unreliable)}
        options={[{ value: '', label: say(w.reliable) }, ...optionsOf(UNRELIABLE, language)]}
        value=""
      />
      <div className="row">
        <button type="submit" name="go" value="finish" className="button large">
          {say(w.finish)}
        </button>
        <button type="button" className="button quiet large" onClick={onBack}>
          {say(w.backToQuestions)}
        </button>
      </div>
      <details open={mistake === 'why' || undefined}>
        <summary>{say(w.breakOffTitle)}</summary>
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
  )
}
