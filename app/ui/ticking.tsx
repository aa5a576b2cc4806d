import { useEffect, useState } from 'react'

const SECOND = 1_000

/** A time that runs out: as it was when the page was made, and with JavaScript as it passes. `told` words what is left. */
export function Ticking({
  leftMs,
  deadline,
  told,
}: {
  leftMs: number
  deadline: string
  told: (ms: number) => string
}) {
  const [left, setLeft] = useState(leftMs)
  useEffect(() => {
    const began = performance.now()
    setLeft(leftMs)
    const timer = setInterval(() => setLeft(leftMs - (performance.now() - began)), SECOND)
    return () => clearInterval(timer)
  }, [leftMs])
  return <time dateTime={deadline}>{told(left)}</time>
}
