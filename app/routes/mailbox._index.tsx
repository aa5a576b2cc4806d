import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../access/pages'
import { words } from '../i18n/catalogue'
import { shortDay } from '../i18n/days'
import { demoMessages } from '../records/mailbox'
import { Empty } from '../ui/empty'
import { Heading } from '../ui/heading'
import { Pager } from '../ui/pager'
import { useSpeaking } from '../ui/speaking'
import { Table } from '../ui/table'
import { cursorOf } from './gate/cursor'
import { enter } from './gate/enter'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 50

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { study } = await enter('/mailbox', { request, context })
  const after = cursorOf(request, 'id')
  const { items, next } = await demoMessages(context.databases.study, study, { after, limit: PAGE })
  return { items, next, after }
}

export default function Mailbox() {
  const { items, next, after } = useLoaderData<typeof loader>()
  const { say, language } = useSpeaking()
  const { mailbox: w } = words
  const rows = items.map(({ id, pseudonym, day, subject }) => ({
    key: id,
    cells: {
      subject: <a href={link.message(id)}>{subject}</a>,
      to: pseudonym ? <span className="code">{pseudonym}</span> : say(words.messagesPage.toCoordinator),
      day: <time dateTime={day}>{shortDay(language, day)}</time>,
    },
  }))
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)} />
      {rows.length === 0 ? (
        <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty>
      ) : (
        <Table
          caption={say(w.list)}
          columns={[
            { key: 'subject', label: say(w.subject) },
            { key: 'to', label: say(w.to) },
            { key: 'day', label: say(w.day) },
          ]}
          parts={[{ key: 'all', rows }]}
        />
      )}
      <Pager
        label={say(words.shell.pages)}
        first={after ? link.mailbox() : null}
        next={next ? link.mailbox(next) : null}
        words={{ first: say(words.shell.first), next: say(words.shell.next) }}
      />
    </>
  )
}
