import type { ReactNode } from 'react'

/** The head of a page: its title, what it is about, and what can be done with all of it. */
export function Heading({ title, about, children }: { title: string; about?: ReactNode; children?: ReactNode }) {
  return (
    <header className="head">
      <div>
        <h1>{title}</h1>
        {about && <p>{about}</p>}
      </div>
      {children}
    </header>
  )
}
