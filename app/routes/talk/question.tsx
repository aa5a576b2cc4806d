import { type FormEvent, useState } from 'react'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { tooLong } from '../../protocol/free-text'
import { askedIn } from '../../protocol/instruments/battery'
import { useSpeaking } from '../../ui/speaking'
import { TalkQuestion } from '../../ui/talk-question'
import { talkShown } from '../gate/talk-shown'
import { answerIn } from './answer-in'
import { said, type Talk } from './talk'

type Step = (talk: Talk) => unknown

/** The question in sight. What was said of it is taken along whichever button leaves it. */
export function Question(props: {
  talk: Talk
  at: string
  /** Whoever wanted to finish was sent here for an answer. */
  mustAnswer: boolean
  onNext: Step
  onBack: Step
  onPause: Step
  onStay: Step
  onEnd: Step
}) {
  const { talk, at, mustAnswer } = props
  const { say } = useSpeaking()
  const { device: w } = words
  const [wrong, setWrong] = useState<string>()
  const [long, setLong] = useState<string>()
  const { battery, order } = talk.sheet
  const item = askedIn(battery, at)?.item
  if (!item) throw new RangeError(`nobody asks ${at}`)

  function leave(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const form = new FormData(event.currentTarget, submitter)
    const heard = answerIn(form, item as NonNullable<typeof item>)
    if (!heard.ok) return setWrong(refusalSentence(say, heard.refusal))
    setWrong(undefined)
    const note = String(form.get('note') ?? '').trim()
    const tooMuch = tooLong(note, 'note')
    setLong(tooMuch && !tooMuch.ok ? refusalSentence(say, tooMuch.refusal) : undefined)
    if (tooMuch) return
    const next = said(talk, { answer: heard.answer, note, seconds: Number(form.get('seconds')) || 0 })
    const steps: Record<string, Step> = {
      next: props.onNext,
      back: props.onBack,
      pause: props.onPause,
      end: props.onEnd,
    }
    const step = steps[String(form.get('go'))]
    if (step) step(next)
    else props.onStay({ ...next, language: talk.language === 'nl' ? 'en' : 'nl' })
  }

  const mistake = wrong ?? (mustAnswer && talk.given[at] === undefined ? say(w.mustAnswer) : undefined)
  const shown = talkShown({ ...talk, battery, order }, at)
  return (
    <>
      <p className="soft">
        {say(words.interview.title, talk.sheet)}. {say(w.kept)}.
      </p>
      <TalkQuestion
        key={talk.language}
        shown={{ ...shown, ...(mistake && { mistake }), ...(long && { noteMistake: long }) }}
        onSubmit={leave}
      >
        <p>
          <button type="submit" name="go" value="end" className="button small">
            {say(w.toEnd)}
          </button>
        </p>
      </TalkQuestion>
    </>
  )
}
