import type { ReactNode } from 'react'
import { words } from '../i18n/catalogue'
import { useSpeaking } from './speaking'

/** A talk that stands still: nothing of it is in sight, whoever looks at the screen. What goes on is given by the page. */
export function Paused({ children }: { children: ReactNode }) {
  const { say } = useSpeaking()
  const { talk: w } = words
  return (
    <section className="paused">
      <h1>{say(w.paused)}</h1>
      <p>{say(w.pausedAbout)}</p>
      {children}
    </section>
  )
}
