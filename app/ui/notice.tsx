import type { ReactNode } from 'react'
import type { Tone } from './badge'

/** Something that the page has to say. `urgent` is read out at once: for what went wrong just now. */
export function Notice(props: { tone: Tone; title: string; urgent?: boolean; children?: ReactNode }) {
  return (
    <div className={`notice ${props.tone}`} role={props.urgent ? 'alert' : 'note'}>
      <strong>{props.title}</strong>
      {props.children}
    </div>
  )
}
