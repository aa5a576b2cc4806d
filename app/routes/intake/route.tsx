import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { count } from '../../i18n/numbers'
import { speak } from '../../i18n/speak'
import { QUEUE_NAMES, QUEUES } from '../../protocol/queues'
import { reasonNamed } from '../../protocol/reasons'
import { queueCounts } from '../../records/queues/counts'
import { placesOf } from '../../records/queues/places'
import { queueItems } from '../../records/queues/queue'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { formOf } from '../gate/form'
import { languageOf } from '../gate/visitor'
import { askedIn, partIn } from './asked'
import { type Bulk, doInBulk, IN_BULK } from './bulk'
import { Filter } from './filter'
import { QueueTable } from './table'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 40

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visitor, study, occasion } = await enter('/intake', { request, context })
  const language = await languageOf(request, context)
  const asked = askedIn(request, speak(language))
  const { queue, filter, after } = asked
  const db = context.databases.study
  const on = occasion.today
  const [list, counts, places] = await Promise.all([
    queueItems(db, occasion, { queue, on, filter, after, limit: PAGE }),
    queueCounts(db, study, on, filter),
    placesOf(db, study),
  ])
  const distinct = (name: 'region' | 'location' | 'organisation') => [...new Set(places.map((one) => one[name]))].sort()
  const told = (code: string | null) =>
    code ? (reasonNamed(study.protocol, 'register', code)?.[language] ?? code) : null
  const bulk: Bulk | null = queue === 'to_inquire' || queue === 'to_judge' ? IN_BULK[queue] : null
  return {
    ...asked,
    part: partIn(asked),
    on,
    items: list.items.map((item) => ({ ...item, told: told(item.reason) })),
    next: list.next && `${list.next.since}|${list.next.id}`,
    counts,
    choices: { regions: distinct('region'), locations: distinct('location'), organisations: distinct('organisation') },
    bulk: scopeOf(visitor.role, 'run_intake') ? bulk : null,
  }
}

/** Does with every chosen case what the list is for; what happened with each comes back on the page. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { occasion } = await enter('/intake', { request, context })
  const say = speak(await languageOf(request, context))
  const sent = await formOf(request)
  const what = Object.values(IN_BULK).find((one) => one === sent.get('do'))
  const ids = sent.getAll('id').filter((id): id is string => typeof id === 'string')
  if (!what || ids.length === 0) return data({ outcomes: null }, { status: 400 })
  return data({ outcomes: await doInBulk(context.databases.study, occasion, { what, ids, say }) })
}

export default function Intake() {
  const page = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { say, language } = useSpeaking()
  const { intake: w } = words
  const filtered = Object.keys(page.part).length > 1
  const table = (
    <QueueTable
      items={page.items}
      caption={QUEUES[page.queue].label[language]}
      on={page.on}
      choose={page.bulk !== null}
    />
  )
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)}>
        <a href={link.today()}>{say(words.shell.today)}</a>
      </Heading>
      <div className="stack">
        <nav aria-label={say(w.queues)} className="queues">
          {QUEUE_NAMES.map((queue) => (
            <a
              key={queue}
              href={link.intake({ ...page.part, queue })}
              aria-current={queue === page.queue ? 'page' : undefined}
            >
              {QUEUES[queue].label[language]} <strong>{count(language, page.counts[queue])}</strong>
            </a>
          ))}
        </nav>
        <Filter {...page} />
        <p className="soft">{QUEUES[page.queue].about[language]}</p>
        {outcome && <Outcomes outcomes={outcome.outcomes} />}
        {page.items.length === 0 ? (
          <Empty title={say(w.none)}>{say(filtered ? w.noneFiltered : w.noneAbout)}</Empty>
        ) : page.bulk ? (
          <form method="post" className="stack">
            {table}
            <p>
              <button type="submit" name="do" value={page.bulk} className="button">
                {say(page.bulk === 'inquire' ? w.inquireChosen : w.judgeChosen)}
              </button>
            </p>
          </form>
        ) : (
          table
        )}
        <Pager
          label={say(words.shell.pages)}
          first={page.after ? link.intake(page.part) : null}
          next={page.next ? link.intake({ ...page.part, after: page.next }) : null}
          words={{ first: say(words.shell.first), next: say(words.shell.next) }}
        />
      </div>
    </>
  )
}

function Outcomes({ outcomes }: { outcomes: Awaited<ReturnType<typeof doInBulk>> | null }) {
  const { say } = useSpeaking()
  const { intake: w } = words
  if (!outcomes)
    return (
      <Notice tone="late" title={say(w.nothingChosen)} urgent>
        {null}
      </Notice>
    )
  return (
    <Notice tone={outcomes.every(({ ok }) => ok) ? 'good' : 'soon'} title={say(w.outcome)} urgent>
      <ul>
        {outcomes.map(({ id, pseudonym, sentence }) => (
          <li key={id}>
            <a className="code" href={link.case(id)}>
              {pseudonym}
            </a>{' '}
            {sentence}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
