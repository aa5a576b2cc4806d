import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { link, ownPath } from '../access/pages'
import { words } from '../i18n/catalogue'
import { longDay } from '../i18n/days'
import { demoMessage } from '../records/mailbox'
import { Heading } from '../ui/heading'
import { useSpeaking } from '../ui/speaking'
import { keyOf } from './gate/cursor'
import { enter, nothingHere } from './gate/enter'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { study } = await enter('/mailbox/:id', { request, context })
  const id = keyOf(params.id, 'id')
  const message = id && (await demoMessage(context.databases.study, study, id))
  if (!message) throw nothingHere()
  const { pseudonym, day, subject, text } = message
  return { pseudonym, day, subject, parts: partsOf(text) }
}

type Part = { readonly text: string; readonly href: string | null }

/** The text in pieces, personal links as links within this demo, whatever address it is reached by. */
function partsOf(text: string): Part[] {
  return text.split(/(https?:\/\/\S+)/).map((piece) => {
    const path = URL.canParse(piece) ? ownPath(new URL(piece).pathname) : undefined
    return { text: piece, href: path ?? null }
  })
}

export default function Message() {
  const { pseudonym, day, subject, parts } = useLoaderData<typeof loader>()
  const { say, language } = useSpeaking()
  const { mailbox: w } = words
  return (
    <div className="read stack">
      <Heading
        title={subject}
        about={
          <>
            {say(pseudonym ? w.to : words.messagesPage.to)}{' '}
            {pseudonym ? <span className="code">{pseudonym}</span> : say(words.messagesPage.toCoordinator)},{' '}
            <time dateTime={day}>{longDay(language, day)}</time>
          </>
        }
      />
      <div className="panel">
        <p className="letter">
          {parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a letter have no name but their place
            <Fragment key={index}>{part.href ? <a href={part.href}>{part.text}</a> : part.text}</Fragment>
          ))}
        </p>
      </div>
      <p>
        <a href={link.mailbox()}>{say(w.back)}</a>
      </p>
    </div>
  )
}
