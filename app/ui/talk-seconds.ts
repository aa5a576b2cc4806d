import { type RefObject, useEffect, useRef } from 'react'

/**
 * A field that tells, when its form is sent, for how many whole seconds the question was in sight: the page's own clock, which
 * stands still while the page is hidden. Without JavaScript it stays empty and whoever receives it counts.
 */
export function useSeconds(form: RefObject<HTMLFormElement>): RefObject<HTMLInputElement> {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    let since: number | null = document.hidden ? null : performance.now()
    let before = 0
    const look = () => {
      if (document.hidden && since !== null) {
        before += performance.now() - since
        since = null
      } else if (!document.hidden) since ??= performance.now()
    }
    const tell = () => {
      const seen = before + (since === null ? 0 : performance.now() - since)
      if (field.current) field.current.value = `${Math.round(seen / 1_000)}`
    }
    const sent = form.current
    document.addEventListener('visibilitychange', look)
    // before React's own listener, so that a page that keeps the answers itself reads it too
    sent?.addEventListener('submit', tell, { capture: true })
    return () => {
      document.removeEventListener('visibilitychange', look)
      sent?.removeEventListener('submit', tell, { capture: true })
    }
  }, [form])
  return field
}
