import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { words } from '../../i18n/catalogue'
import { useSpeaking } from '../../ui/speaking'
import type { Loaded } from './told'

/** How often a page looks how far a job is, in milliseconds. */
const LOOKS_EVERY = 1_000

/** How far the job is. With JavaScript the page asks by itself; without, it is loaded anew (see the root). */
export function Progress({ page: { rows, read, moves } }: { page: Loaded }) {
  const { say } = useSpeaking()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!moves) return
    const timer = window.setInterval(() => document.visibilityState === 'visible' && revalidate(), LOOKS_EVERY)
    return () => window.clearInterval(timer)
  }, [moves, revalidate])
  const text = say(words.importing.read, { read, of: rows })
  return (
    <div className="panel stack">
      <progress className="progress" max={rows || undefined} value={rows ? read : undefined} aria-label={text} />
      <p role="status">{text}</p>
    </div>
  )
}
