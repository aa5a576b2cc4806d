import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { supervisors } from '../../records/supervisors'
import { Badge } from '../../ui/badge'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { cursorOf } from '../gate/cursor'
import { enter } from '../gate/enter'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 50

/** The supervisors by pseudonym: what each has and owes, who is away and who is never asked again. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { occasion } = await enter('/supervisors', { request, context })
  const after = cursorOf(request, 'pseudonym')
  return { after, ...(await supervisors(context.databases.study, occasion, { after, limit: PAGE })) }
}

export default function Supervisors() {
  const { items, next, after } = useLoaderData<typeof loader>()
  const { say } = useSpeaking()
  const { supervisorsPage: w } = words
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)} />
      {items.length === 0 ? (
        <Empty title={say(w.none)} />
      ) : (
        <Table
          caption={say(w.title)}
          hidden
          columns={[
            { key: 'pseudonym', label: say(words.inquiries.supervisor) },
            { key: 'places', label: say(w.places) },
            { key: 'inquiries', label: say(w.inquiries), number: true },
            { key: 'questionnaires', label: say(w.questionnaires), number: true },
            { key: 'attempts', label: say(w.attempts), number: true },
            { key: 'state', label: say(w.state) },
          ]}
          parts={[
            {
              key: 'all',
              rows: items.map((one) => ({
                key: one.pseudonym,
                cells: {
                  pseudonym: (
                    <a className="code" href={link.supervisor(one.pseudonym)}>
                      {one.pseudonym}
                    </a>
                  ),
                  places: say(w.ofPlaces, one),
                  inquiries: one.inquiries,
                  questionnaires: one.questionnaires,
                  attempts: one.attempts,
                  state: one.declinedOn ? (
                    <Badge tone="mute">{say(w.never, { since: one.declinedOn })}</Badge>
                  ) : one.awayUntil ? (
                    <Badge tone="soon">{say(w.away, { until: one.awayUntil })}</Badge>
                  ) : null,
                },
              })),
            },
          ]}
        />
      )}
      <Pager
        label={say(words.shell.pages)}
        first={after ? link.supervisors() : null}
        next={next ? link.supervisors(next) : null}
        words={{ first: say(words.shell.first), next: say(words.shell.next) }}
      />
    </>
  )
}
