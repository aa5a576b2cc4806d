import { type KeyboardEvent, useEffect, useState } from 'react'
import { words } from '../i18n/catalogue'
import { useSpeaking } from './speaking'
import { useVoice } from './voice'

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/**
 * A text to be read aloud, one sentence at a time in large letters, by whoever sits there or by the browser's own voice.
 * Without JavaScript all sentences stand under each other, numbered.
 */
export function ReadAloud({ label, sentences }: { label: string; sentences: readonly string[] }) {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (ready) return <OneByOne label={label} sentences={sentences} />
  return (
    <ol className="sentences" aria-label={label}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ol>
  )
}

function OneByOne({ label, sentences }: { label: string; sentences: readonly string[] }) {
  const { say, language } = useSpeaking()
  const { reading: w } = words
  const voice = useVoice(language)
  const [at, setAt] = useState(0)
  const [speaking, setSpeaking] = useState(false)
  const last = sentences.length - 1
  const sentence = sentences[at] ?? ''

  const stop = () => {
    voice?.stop()
    setSpeaking(false)
  }
  const go = (by: number) => {
    if (at + by < 0 || at + by > last) return
    stop()
    setAt(at + by)
  }
  const speak = () => {
    setSpeaking(true)
    voice?.say(sentence, () => setSpeaking(false))
  }
  const press = (event: KeyboardEvent) => {
    const by = STEPS[event.key]
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    go(by)
  }
  return (
    <section className="reading" aria-label={label} onKeyDown={press}>
      <p className="sentence" aria-live="polite">
        {sentence}
      </p>
      <p className="soft">{say(w.progress, { at: at + 1, of: sentences.length })}</p>
      <div className="row">
        <Step label={say(w.previous)} off={at === 0} onStep={() => go(-1)} />
        <Step label={say(w.next)} off={at === last} onStep={() => go(1)} />
        {voice && (
          <button type="button" className="button quiet" onClick={speaking ? stop : speak}>
            {say(speaking ? w.stop : w.speak)}
          </button>
        )}
      </div>
    </section>
  )
}

/** A button that stays where it is at the end of its way, so that whoever stands on it is not thrown off. */
function Step({ label, off, onStep }: { label: string; off: boolean; onStep: () => void }) {
  return (
    <button type="button" className="button" aria-disabled={off || undefined} onClick={onStep}>
      {label}
    </button>
  )
}
