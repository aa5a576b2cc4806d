import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { distance, shortDay } from '../../i18n/days'
import type { Language } from '../../i18n/language'
import { count } from '../../i18n/numbers'
import type { Say } from '../../i18n/speak'
import { waitingForms } from '../../identity/forms/waiting'
import { WORK_OF } from '../../protocol/work'
import { endangered } from '../../records/endangered'
import { begunBy } from '../../records/fieldwork/begun'
import { worklist } from '../../records/worklist'
import { Badge, type Tone } from '../../ui/badge'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { Tiles } from '../../ui/tiles'
import { cursorOf } from '../gate/cursor'
import { enter } from '../gate/enter'
import { interviewerBehind } from '../gate/interviewer'
import { AboutToBeLost } from './about-to-be-lost'
import { Begun } from './begun'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 40
const SHOWN_LOST = 6

export async function loader({ request, context }: LoaderFunctionArgs) {
  const entrance = await enter('/today', { request, context })
  const { visitor, study, occasion } = entrance
  const role = visitor.role === 'interviewer' ? 'interviewer' : 'coordinator'
  const db = context.databases.study
  const after = cursorOf(request, 'day')
  const list = await worklist(db, occasion, { on: occasion.today, role, after, limit: PAGE })
  const sees = scopeOf(visitor.role, 'see_endangered')
  const lost = sees && !after ? await endangered(db, occasion, { limit: SHOWN_LOST }) : null
  const waiting = (await waitingForms(context.vault, occasion)).length
  const holds = scopeOf(visitor.role, 'hold_interviews') !== undefined
  const interviewer = holds && !after ? await interviewerBehind(context, entrance) : null
  const items = list.items.map(({ registrationId: _, ...item }) => item)
  return {
    on: list.on,
    after,
    next: list.next,
    kinds: WORK_OF[role],
    counts: list.counts,
    items,
    lost,
    waiting,
    intake: scopeOf(visitor.role, 'see_intake') !== undefined,
    holds,
    begun: interviewer ? await begunBy(db, occasion, interviewer.code) : [],
    most: study.protocol.contacts.max,
  }
}

type Loaded = Awaited<ReturnType<typeof loader>>

export default function Today() {
  const page = useLoaderData<typeof loader>()
  const { say, language } = useSpeaking()
  const { today: w } = words
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about, { on: page.on })} />
      <div className="stack">
        <section aria-label={say(w.counts)}>
          <Tiles
            tiles={page.kinds.map((kind) => ({
              label: say(words.workKinds[kind]),
              value: count(language, page.counts[kind]),
              zero: page.counts[kind] === 0,
            }))}
          />
        </section>
        {page.begun.length > 0 && <Begun begun={page.begun} />}
        {page.waiting > 0 && (
          <p>
            <a href={link.consents()}>{say(words.consent.waiting, { n: page.waiting })}</a>
          </p>
        )}
        {page.holds && (
          <p className="row">
            <a href={link.talk()}>{say(words.device.title)}</a>
            <a href={link.conflicts()}>{say(words.conflicts.title)}</a>
            <a href={link.practice()}>{say(words.practice.title)}</a>
          </p>
        )}
        {page.intake && (
          <p>
            <a href={link.intake()}>{say(w.toIntake)}</a>
          </p>
        )}
        {page.lost && (
          <p className="jump">
            <a href="#lost">{say(w.toLost)}</a>
          </p>
        )}
        <div className={page.lost ? 'two' : 'stack'}>
          <div>
            <Work page={page} />
            <Pager
              label={say(words.shell.pages)}
              first={page.after ? link.today() : null}
              next={page.next ? link.today(page.next) : null}
              words={{ first: say(words.shell.first), next: say(words.shell.next) }}
            />
          </div>
          {page.lost && <AboutToBeLost lost={page.lost} most={page.most} />}
        </div>
      </div>
    </>
  )
}

const ORDER = ['overdue', 'due', 'closing', 'open'] as const
const TONES = { overdue: 'late', due: 'soon', closing: 'soon', open: 'calm' } as const satisfies Record<string, Tone>

function Work({ page }: { page: Loaded }) {
  const { say, language } = useSpeaking()
  const { today: w } = words
  if (page.items.length === 0)
    return page.after ? (
      <Empty title={say(w.end)}>{say(w.endAbout)}</Empty>
    ) : (
      <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty>
    )
  const parts = ORDER.map((state) => ({
    key: state,
    title: <Badge tone={TONES[state]}>{say(words.workStates[state])}</Badge>,
    rows: page.items
      .filter((item) => item.state === state)
      .map((item) => ({ key: item.id, cells: cellsOf(item, { say, language, holds: page.holds }) })),
  }))
  return (
    <Table
      caption={say(w.work)}
      columns={[
        { key: 'who', label: say(w.who) },
        { key: 'what', label: say(w.what) },
        { key: 'due', label: say(w.due) },
        { key: 'where', label: say(w.where) },
        { key: 'why', label: say(w.why) },
      ]}
      parts={parts.filter((part) => part.rows.length > 0)}
    />
  )
}

function cellsOf(
  item: Loaded['items'][number],
  { say, language, holds }: { say: Say; language: Language; holds: boolean },
) {
  const { pseudonym, dyad, month, kind, wave, due, daysLeft, cite } = item
  const location = item.location || say(words.reconciliation.elsewhere)
  return {
    who: dyad ? (
      <a className="code" href={link.dyad(dyad)}>
        {pseudonym}
      </a>
    ) : month ? (
      <a href={link.statement(month)}>{say(words.reconciliation.named, { month })}</a>
    ) : (
      <span className="code">{pseudonym}</span>
    ),
    what: (
      <>
        {say(words.workKinds[kind]) + (/^T\d+$/.test(wave) ? ` ${wave}` : '')}
        {dyad && WORK_OF.interviewer.includes(kind) && (
          <div className="small">
            <a href={link.visit(dyad)}>{say(words.visit.link)}</a> ·{' '}
            <a href={link.planOf(dyad)}>{say(words.calendar.link)}</a>
            {holds && (
              <>
                {' · '}
                <a href={link.interview(dyad)}>{say(words.interview.link)}</a>
              </>
            )}
          </div>
        )}
      </>
    ),
    due: (
      <>
        <time dateTime={due}>{shortDay(language, due)}</time>
        <div className="soft small">{distance(language, daysLeft)}</div>
      </>
    ),
    where: location,
    why: <span className="soft small">{cite}</span>,
  }
}
