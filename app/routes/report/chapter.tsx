import type { ReactNode } from 'react'
import type { Language } from '../../i18n/language'
import { count } from '../../i18n/numbers'

/** A chapter of the report, that begins a page on paper. */
export function Chapter(props: { id: string; title: string; about?: string; children: ReactNode }) {
  const { id, title, about, children } = props
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {about && <p className="soft read">{about}</p>}
      {children}
    </section>
  )
}

/** Stands where the publications print nothing. */
export const NOTHING = '–'

/** A count that may not be there. */
export const countOr = (language: Language, value: number | undefined): string =>
  value === undefined ? NOTHING : count(language, value)
