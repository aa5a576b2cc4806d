import { type ReactNode, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** How long a name stays in sight, in seconds; the same as the header `Refresh` of its page says. */
export const A_MINUTE = 60

/**
 * Something that is there for a minute, after which the browser goes to `over`; the page's header does that without
 * JavaScript too. With it the seconds are counted down in sight, and what is left behind (another page, the Back
 * button) is emptied at once.
 */
export function ForAMinute({
  over,
  counted,
  children,
}: {
  over: string
  counted: (seconds: number) => string
  children: ReactNode
}) {
  const [left, setLeft] = useState<number | null>(null)
  const [gone, setGone] = useState(false)
  useEffect(() => {
    const begun = performance.now()
    const empty = () => flushSync(() => setGone(true))
    const leave = () => {
      empty()
      window.location.replace(over)
    }
    const tick = () => {
      const rest = A_MINUTE - Math.floor((performance.now() - begun) / 1_000)
      if (rest > 0) setLeft(rest)
      else leave()
    }
    const back = (event: PageTransitionEvent) => event.persisted && leave()
    const timer = window.setInterval(tick, 250)
    window.addEventListener('pagehide', empty)
    window.addEventListener('pageshow', back)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('pagehide', empty)
      window.removeEventListener('pageshow', back)
    }
  }, [over])
  if (gone) return null
  return (
    <>
      {children}
      {left !== null && (
        <p className="soft" role="timer">
          {counted(left)}
        </p>
      )}
    </>
  )
}
