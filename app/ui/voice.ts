import { useEffect, useState } from 'react'
import type { Language } from '../i18n/language'

/** A voice of the browser: says a text, and says when it has ended. */
export type Voice = { readonly say: (text: string, ended: () => void) => void; readonly stop: () => void }

/**
 * A voice for a language; null when this device has none of its own. A voice from elsewhere is passed by: it would send
 * the text away to be spoken.
 */
export function useVoice(language: Language): Voice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null)
  useEffect(() => {
    const machine = window.speechSynthesis as SpeechSynthesis | undefined
    if (!machine) return
    const look = () => setVoice(machine.getVoices().find(mineFor(language)) ?? null)
    const stop = () => machine.cancel()
    look()
    machine.addEventListener('voiceschanged', look)
    window.addEventListener('pagehide', stop)
    return () => {
      stop()
      machine.removeEventListener('voiceschanged', look)
      window.removeEventListener('pagehide', stop)
    }
  }, [language])
  return voice && { say: (text, ended) => speak(voice, text, ended), stop: () => window.speechSynthesis.cancel() }
}

const mineFor =
  (language: Language) =>
  ({ lang, localService }: SpeechSynthesisVoice) =>
    localService && lang.toLowerCase().split(/[-_]/)[0] === language

function speak(voice: SpeechSynthesisVoice, text: string, ended: () => void): void {
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.voice = voice
  utterance.lang = voice.lang
  utterance.onend = ended
  // whoever stops it knows already
  utterance.onerror = ({ error }) => error !== 'canceled' && error !== 'interrupted' && ended()
  window.speechSynthesis.cancel()
  window.speechSynthesis.speak(utterance)
}
