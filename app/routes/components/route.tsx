import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import type { ReactNode } from 'react'
import { words } from '../../i18n/catalogue'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { admit } from '../gate/enter'
import { Badges, Buttons, Countdowns, Counts, Course, Fields, Notices, Pieces, River, Tables } from './samples'
import { Reading, Signatures } from './samples-consent'
import { Talk } from './samples-talk'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export function loader({ request, context }: LoaderFunctionArgs) {
  admit('/components', { request, context })
  // not null: the framework cannot give that as data
  return {}
}

export default function Components() {
  const { say } = useSpeaking()
  const { showcase: w } = words
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)} />
      <div className="two even">
        <Sample title={say(w.colours)}>
          <Badges />
        </Sample>
        <Sample title={say(w.buttons)}>
          <Buttons />
        </Sample>
        <Sample title={say(w.notices)}>
          <Notices />
        </Sample>
        <Sample title={say(w.countdowns)}>
          <Countdowns />
        </Sample>
        <Sample title={say(w.tiles)}>
          <Counts />
        </Sample>
        <Sample title={say(w.timeline)}>
          <Course />
        </Sample>
        <Sample title={say(w.facts)}>
          <Pieces />
        </Sample>
        <Sample title={say(w.table)}>
          <Tables />
        </Sample>
      </div>
      <div className="stack wide">
        <Sample title={say(w.fields)}>
          <Fields />
        </Sample>
        <Sample title={say(w.signing)}>
          <Signatures />
        </Sample>
        <Sample title={say(w.reading)}>
          <Reading />
        </Sample>
        <Sample title={say(w.talk)}>
          <Talk />
        </Sample>
        <Sample title={say(w.flow)}>
          <River />
        </Sample>
      </div>
    </>
  )
}

function Sample({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack sample">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
