import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { daysBetween } from '../../protocol/day'
import { plannedNext } from '../../records/appointments/planned'
import { interviewCase } from '../../records/fieldwork/interview-of'
import { timeline } from '../../records/timeline'
import { visitTo } from '../../records/visit'
import { Facts } from '../../ui/facts'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { Timeline } from '../../ui/timeline'
import { type Span, Windows } from '../../ui/windows'
import { Coming } from '../gate/coming'
import { comingShown } from '../gate/coming-told'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'
import { Plan } from '../gate/plan'
import { planShown } from '../gate/plan-told'
import { waveTone } from '../gate/tones'
import { languageOf } from '../gate/visitor'
import { BrokenOff } from './broken-off'
import { closeBroken } from './close'
import { Matrix } from './matrix'
import { shownMatrix } from './matrix-told'
import { tellCourse, tellOutcomes } from './told'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.pseudonym} · Koppel` : 'Koppel' },
]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const entrance = await enter('/dyads/:pseudonym', { request, context })
  const { visitor, study, occasion } = entrance
  const pseudonym = keyOf(params.pseudonym?.toUpperCase(), 'pseudonym')
  const found = pseudonym && (await timeline(context.databases.study, occasion, pseudonym))
  if (!found) throw nothingHere()
  const language = await languageOf(request, context)
  const { protocol } = study
  const { registrationId, entries, permissions, outcomes, windows, matrix, pairs, ...rest } = found
  const visit = scopeOf(visitor.role, 'see_visits') && (await visitTo(context.databases.study, occasion, pseudonym))
  const correspondence = scopeOf(visitor.role, 'see_correspondence') !== undefined
  const keeps = scopeOf(visitor.role, 'keep_questionnaires') !== undefined
  const holds = scopeOf(visitor.role, 'hold_interviews') !== undefined
  const interview = holds || keeps ? await interviewCase(context.databases.study, occasion, pseudonym) : null
  const held = interview?.held?.completedOn ? null : interview?.held
  const partial = matrix.some(({ wave, cells }) => wave === held?.wave && cells.client.state === 'partial')
  const register = scopeOf(visitor.role, 'see_register') !== undefined
  return {
    ...rest,
    visit: Boolean(visit),
    case: scopeOf(visitor.role, 'see_intake') ? registrationId : null,
    interview: holds && (Boolean(visit) || Boolean(held)),
    broken: keeps && partial && held?.brokenOffOn ? { on: held.brokenOffOn, wave: held.wave } : null,
    consent: scopeOf(visitor.role, 'take_consent') !== undefined,
    labels: scopeOf(visitor.role, 'make_labels') !== undefined,
    plans: scopeOf(visitor.role, 'plan_interviews') !== undefined,
    planned: await plannedNext(context.databases.study, registrationId),
    withdraw: scopeOf(visitor.role, 'withdraw_client') !== undefined,
    plan: await planShown(context.databases.study, entrance, { registrationId, language }),
    coming: await comingShown(context.databases.study, entrance, { registrationId, language }),
    matrix: shownMatrix({ matrix, pairs }, protocol, { language, correspondence, keeps }),
    course: tellCourse(entries, protocol, { language, correspondence, register }),
    windows: windows.map((one) => ({
      ...one,
      gone: one.opens ? daysBetween(one.opens, occasion.today) : 0,
      length: one.opens && one.closes ? daysBetween(one.opens, one.closes) : 0,
    })),
    permissions: permissions.map(({ scope, granted }) => ({
      label: protocol.consent.scopes[scope]?.label[language] ?? scope,
      granted,
    })),
    outcomes: register ? tellOutcomes(outcomes, protocol, language) : [],
  }
}

export const action = (call: ActionFunctionArgs) => closeBroken(call)

type Loaded = Awaited<ReturnType<typeof loader>>

export default function Dyad() {
  const dyad = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { say, language } = useSpeaking()
  const { timeline: w, dyads: d } = words
  return (
    <>
      <Heading title={dyad.pseudonym} about={say(w.about, { client: dyad.client })}>
        <div className="row">
          {dyad.visit && <a href={link.visit(dyad.pseudonym)}>{say(words.visit.link)}</a>}
          {dyad.interview && <a href={link.interview(dyad.pseudonym)}>{say(words.interview.link)}</a>}
          {dyad.plans && <a href={link.planOf(dyad.pseudonym)}>{say(words.calendar.link)}</a>}
          {dyad.case && <a href={link.case(dyad.case)}>{say(words.caseFile.link)}</a>}
          {dyad.consent && <a href={link.consent(dyad.pseudonym)}>{say(words.consent.link)}</a>}
          {dyad.labels && <a href={link.labels({ search: dyad.pseudonym, of: 'both' })}>{say(words.labels.link)}</a>}
          {dyad.withdraw && <a href={link.withdraw(dyad.pseudonym)}>{say(words.withdraw.link)}</a>}
          <a href={link.dyads()}>{say(w.back)}</a>
        </div>
      </Heading>
      <div className="stack">
        <Matrix matrix={dyad.matrix} />
        {dyad.broken && <BrokenOff {...dyad.broken} pseudonym={dyad.pseudonym} mistake={sent?.mistake} />}
        {dyad.plan && <Plan pieces={dyad.plan} />}
        {dyad.coming && <Coming messages={dyad.coming} />}
        <div className="two">
          <section className="panel">
            <h2>{say(w.course)}</h2>
            <Timeline label={say(w.course)} entries={dyad.course} />
          </section>
          <div className="stack">
            <section className="panel">
              <h2>{say(w.windows)}</h2>
              <Waves windows={dyad.windows} />
            </section>
            <section className="panel">
              <h2>{say(w.facts)}</h2>
              <Facts
                facts={[
                  { label: say(d.location), value: dyad.location },
                  { label: say(d.region), value: dyad.region },
                  ...(dyad.planned
                    ? [{ label: say(words.calendar.planned), value: say(words.plan.moment, dyad.planned) }]
                    : []),
                  {
                    label: say(d.startedOn),
                    value: dyad.startedOn ? shortDay(language, dyad.startedOn) : say(w.unknown),
                  },
                ]}
              />
            </section>
            <Outcomes outcomes={dyad.outcomes} />
            <Permissions permissions={dyad.permissions} />
          </div>
        </div>
      </div>
    </>
  )
}

function Waves({ windows }: { windows: Loaded['windows'] }) {
  const { say, language } = useSpeaking()
  const day = (on: string) => ({ on, written: shortDay(language, on) })
  const spans = windows.map(
    ({ wave, state, opens, closes, gone, length, appointmentOn }): Span => ({
      key: wave,
      title: wave,
      tone: waveTone[state],
      state: say(words.waveStates[state]),
      days: opens && closes ? { opens: day(opens), closes: day(closes), gone, length } : null,
      ...(appointmentOn && { note: say(words.timeline.appointment, { on: appointmentOn }) }),
    }),
  )
  return <Windows spans={spans} />
}

function Outcomes({ outcomes }: { outcomes: Loaded['outcomes'] }) {
  const { say } = useSpeaking()
  if (outcomes.length === 0) return null
  return (
    <section className="panel">
      <h2>{say(words.timeline.outcomes)}</h2>
      <ul className="countdowns small">
        {outcomes.map(({ label, value }) => (
          <li key={label}>
            <span>{label}</span>
            <strong>{value}</strong>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Permissions({ permissions }: { permissions: Loaded['permissions'] }) {
  const { say } = useSpeaking()
  const { timeline: w } = words
  return (
    <section className="panel">
      <h2>{say(w.permissions)}</h2>
      {permissions.length === 0 ? (
        <p className="soft">{say(w.noPermissions)}</p>
      ) : (
        <ul className="countdowns small">
          {permissions.map(({ label, granted }) => (
            <li key={label}>
              <span>{label}</span>
              <strong>{say(granted ? w.granted : w.declined)}</strong>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
