import type { ReactNode } from 'react'
import { NothingIcon } from './icons'

/** A list with nothing in it: says so, and why that may be. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <NothingIcon />
      <strong>{title}</strong>
      {children && <p>{children}</p>}
    </div>
  )
}
