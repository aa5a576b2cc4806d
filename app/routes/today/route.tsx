import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { count } from '../../i18n/numbers'
import { waitingForms } from '../../identity/forms/waiting'
import { daysFrom } from '../../protocol/appointments/week'
import { day } from '../../protocol/day'
import { endangered } from '../../records/endangered'
import { begunBy } from '../../records/fieldwork/begun'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { Tiles } from '../../ui/tiles'
import { enter } from '../gate/enter'
import { interviewerBehind } from '../gate/interviewer'
import { AboutToBeLost } from './about-to-be-lost'
import { workAsked } from './asked'
import { Begun } from './begun'
import { Places, States, Views } from './filters'
import { Days, List } from './list'
import { type ShownWork, shownWork } from './shown'
import { Week, Weeks } from './week'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const SHOWN_LOST = 6

export async function loader({ request, context }: LoaderFunctionArgs) {
  const entrance = await enter('/today', { request, context })
  const { visitor, study, occasion } = entrance
  const db = context.databases.study
  const asked = workAsked(request)
  const work = await shownWork(request, context, entrance, asked)
  // who only looks for a part of the work is not shown all that stands around it
  const whole = !asked.after && Object.values(work.part).every((part) => part === undefined)
  const sees = scopeOf(visitor.role, 'see_endangered')
  const holds = scopeOf(visitor.role, 'hold_interviews') !== undefined
  const interviewer = holds && whole ? await interviewerBehind(context, entrance) : null
  return {
    work,
    lost: sees && whole ? await endangered(db, occasion, { limit: SHOWN_LOST }) : null,
    waiting: (await waitingForms(context.vault, occasion)).length,
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
  const { work, lost } = page
  return (
    <>
      <Heading title={say(w.title)} about={<About work={work} />} />
      <div className="stack">
        <section aria-label={say(w.counts)}>
          <Tiles
            tiles={work.kinds.map((kind) => ({
              label: say(words.workKinds[kind]),
              value: count(language, work.counts[kind]),
              zero: work.counts[kind] === 0,
            }))}
          />
        </section>
        {page.begun.length > 0 && <Begun begun={page.begun} />}
        <Ways page={page} />
        <Views page={work} />
        {work.view === 'list' && <States page={work} />}
        {work.part.day && <Days on={work.part.day} location={work.part.location} />}
        {work.week && <Weeks page={work} />}
        <Places page={work} />
        {lost && (
          <p className="jump">
            <a href="#lost">{say(w.toLost)}</a>
          </p>
        )}
        <div className={lost ? 'two' : 'stack'}>
          {work.week ? <Week page={work} holds={page.holds} /> : <List page={work} holds={page.holds} />}
          {lost && <AboutToBeLost lost={lost} most={page.most} />}
        </div>
      </div>
    </>
  )
}

/** What the page shows now. */
function About({ work: { view, part, on } }: { work: ShownWork }) {
  const { say } = useSpeaking()
  const { today: w } = words
  if (view === 'day') return say(w.dayAbout, { on: part.day ?? on })
  if (view === 'list') return say(w.about, { on })
  const days = daysFrom(day(part.week ?? on))
  return say(w.weekAbout, { from: days[0] ?? on, until: days.at(-1) ?? on })
}

/** Where the rest of the day's work is. */
function Ways({ page }: { page: Loaded }) {
  const { say } = useSpeaking()
  return (
    <>
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
          <a href={link.intake()}>{say(words.today.toIntake)}</a>
        </p>
      )}
    </>
  )
}
