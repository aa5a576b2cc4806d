import { words } from '../../i18n/catalogue'
import { AnswerScale } from '../../ui/answer-scale'
import { useSpeaking } from '../../ui/speaking'

const w = words.showcase

/** The answers of a talk: the scale with thumbs, the one with faces, and marks. */
export function Talk() {
  const { say } = useSpeaking()
  const noAnswer = { value: 'none', label: say(words.talk.noAnswer) }
  return (
    <div className="form">
      <AnswerScale
        name="thumbs"
        legend={say(w.rating)}
        scale={{ kind: 'steps', pictures: 'thumbs', options: steps(7, say(w.disagree), say(w.agree)) }}
        value="6"
        noAnswer={noAnswer}
      />
      <AnswerScale
        name="faces"
        legend={say(w.rating)}
        scale={{ kind: 'steps', pictures: 'faces', options: steps(7, say(w.disagree), say(w.agree)) }}
        noAnswer={noAnswer}
      />
      <AnswerScale
        name="marks"
        legend={say(w.rating)}
        scale={{ kind: 'steps', bare: true, options: steps(10) }}
        mistake={say(words.refusals.required)}
      />
      <AnswerScale name="years" legend={say(w.rating)} scale={{ kind: 'number', min: 0, max: 60 }} />
    </div>
  )
}

const steps = (count: number, low = '', high = '') =>
  Array.from({ length: count }, (_, index) => {
    const value = `${index + 1}`
    return { value, label: (index === 0 && low) || (index === count - 1 && high) || value }
  })
