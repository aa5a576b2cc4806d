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
  const to = new URL(request.url).searchParams.get('to') === 'staff' ? ('staff' as const) : undefined
  const part = { staff: to === 'staff', after, limit: PAGE }
  const { items, next } = await demoMessages(context.databases.study, study, part)
  return { items, next, after, to }
}

export default function Mailbox() {
  const { items, next, after, to } = useLoaderData<typeof loader>()
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
      <Heading title={say(w.title)} about={say(to ? w.aboutStaff : w.about)}>
        {to ? (
          <a href={link.mailbox()}>{say(w.toSupervisors)}</a>
        ) : (
          <a href={link.mailbox(undefined, 'staff')}>{say(w.toStaff)}</a>
        )}
      </Heading>
      {rows.length === 0 ? (
        <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty>
      ) : (
        <Table
          caption={say(w.list)}
          columns={[
            { key: 'subject', label: say(w.subject) },
            { key: 'to', label: say(to ? words.messagesPage.to : w.to) },
            { key: 'day', label: say(w.day) },
          ]}
          parts={[{ key: 'all', rows }]}
        />
      )}
      <Pager
        label={say(words.shell.pages)}
        first={after ? link.mailbox(undefined, to) : null}
        next={next ? link.mailbox(next, to) : null}
        words={{ first: say(words.shell.first), next: say(words.shell.next) }}
      />
    </>
  )
}
