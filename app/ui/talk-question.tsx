import { type FormEvent, type ReactNode, useRef } from 'react'
import { words } from '../i18n/catalogue'
import type { Language } from '../i18n/language'
import { speak } from '../i18n/speak'
import { AnswerScale, type Asked } from './answer-scale'
import { LongField } from './long-field'
import { useSpeaking } from './speaking'
import { useTalkKeys } from './talk-keys'
import { useSeconds } from './talk-seconds'

/** One question of a talk as it is shown; `title`, `intro` and the question are in the language of the talk. */
export type TalkQuestionShown = Asked & {
  /** The part that it stands in, and what is read aloud before its first question. */
  readonly title: string
  readonly intro?: string
  readonly note?: string
  readonly noteMistake?: string
  /** The most characters of the note. */
  readonly longestNote?: number
  readonly progress: { readonly done: number; readonly of: number }
  readonly first: boolean
  readonly language: Language
}

/** What the buttons of the form send as `go`. */
const GO = { next: 'next', back: 'back', pause: 'pause', language: 'language' } as const

/**
 * One question of a talk, to be read aloud, with its answers in large letters (protocol §3). A plain form: what was chosen is sent
 * as the question's name, the note as `note`, the seconds that it took as `seconds`, and the button as `go`: next | back |
 * pause | language. `onSubmit` is for a page that keeps the answers itself.
 */
export function TalkQuestion(props: {
  shown: TalkQuestionShown
  /** What else the form sends. */
  hidden?: Readonly<Record<string, string>>
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void
  children?: ReactNode
}) {
  const { shown, hidden = {}, onSubmit, children } = props
  const { say } = useSpeaking()
  const { talk: w } = words
  const form = useRef<HTMLFormElement>(null)
  const ready = useTalkKeys(form)
  const seconds = useSeconds(form)
  const { title, intro, note, noteMistake, longestNote, progress, first, language, ...asked } = shown
  const other = language === 'nl' ? 'en' : 'nl'
  return (
    <form
      method="post"
      className="talk"
      ref={form}
      onSubmit={onSubmit}
      data-ready={ready || undefined}
      noValidate
      autoComplete="off"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="seconds" ref={seconds} />
      <div className="talk-head">
        <h1 lang={language}>{title}</h1>
        <div className="talk-progress">
          <progress value={progress.done} max={progress.of} aria-label={say(w.progress)} />
          <span>{say(w.progressOf, progress)}</span>
        </div>
      </div>
      <div className="aloud" lang={language}>
        {intro && <p className="talk-intro">{intro}</p>}
        <AnswerScale {...asked} />
      </div>
      <div className="row">
        <button type="submit" name="go" value={GO.next} className="button large">
          {say(w.next)}
        </button>
        {!first && (
          <button type="submit" name="go" value={GO.back} className="button quiet large">
            {say(w.back)}
          </button>
        )}
        <button type="submit" name="go" value={GO.pause} className="button quiet large">
          {say(w.pause)}
        </button>
        <button type="submit" name="go" value={GO.language} className="button quiet large" lang={other}>
          {speak(other)(w.inLanguage)}
        </button>
      </div>
      <p className="soft small keys-told">{say(w.keys)}</p>
      <details open={Boolean(note || noteMistake)}>
        <summary>{say(w.note)}</summary>
        <LongField
          {...(longestNote !== undefined && { longest: longestNote })}
          name="note"
          label={say(w.noteLabel)}
          hint={say(w.noteHint)}
          rows={2}
          {...(note !== undefined && { value: note })}
          {...(noteMistake !== undefined && { mistake: noteMistake })}
        />
      </details>
      {children}
    </form>
  )
}
