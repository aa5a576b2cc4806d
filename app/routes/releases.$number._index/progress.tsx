import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { useSpeaking } from '../../ui/speaking'
import type { Loaded } from './told'

/** How often a page looks how far the making is, in milliseconds. */
const LOOKS_EVERY = 1_000

/** How far the making is. With JavaScript the page asks by itself; without, it is loaded anew (see the root). */
export function Progress({ page: { number, state, progress, moves } }: { page: Loaded }) {
  const { say } = useSpeaking()
  const { release: w } = words
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!moves) return
    const timer = window.setInterval(() => document.visibilityState === 'visible' && revalidate(), LOOKS_EVERY)
    return () => window.clearInterval(timer)
  }, [moves, revalidate])
  const text = state === 'asked' ? say(w.waiting) : say(w.making, { n: progress })
  return (
    <div className="panel stack">
      <progress className="progress" max={100} value={state === 'asked' ? undefined : progress} aria-label={text} />
      <p role="status">{text}</p>
      <p className="soft">
        {say(w.waitingAbout)} <a href={link.release(number)}>{say(w.look)}</a>
      </p>
    </div>
  )
}
