import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type Address, link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { longDay } from '../../i18n/days'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { type PairPlan, pairPlan } from '../../records/appointments/of-pair'
import { Facts } from '../../ui/facts'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { keyOf } from '../gate/cursor'
import { type Entrance, enter, nothingHere } from '../gate/enter'
import { formOf, textOf } from '../gate/form'
import { typedIn } from '../gate/form-read'
import { languageOf } from '../gate/visitor'
import { Course } from './course'
import { readDeed } from './deeds'
import { doDeed } from './do'
import { EndForms, PlanForm, StandingForms } from './forms'
import { type ShownPlan, shownPlan } from './shown'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.shown.pseudonym} · Koppel` : 'Koppel' },
]

const PAGE = '/calendar/:pseudonym' satisfies Address

async function opened(call: LoaderFunctionArgs): Promise<Entrance & { pair: PairPlan }> {
  const entrance = await enter(PAGE, call)
  const pseudonym = keyOf(call.params.pseudonym?.toUpperCase(), 'pseudonym')
  const pair = pseudonym && (await pairPlan(call.context.databases.study, entrance.occasion, pseudonym))
  if (!pair) throw nothingHere()
  return { ...entrance, pair }
}

export async function loader(call: LoaderFunctionArgs) {
  const { visitor, occasion, pair } = await opened(call)
  const language = await languageOf(call.request, call.context)
  const shown = await shownPlan(call.context.databases.study, occasion, pair, { language, visitor })
  return { shown, saved: new URL(call.request.url).searchParams.get('done') !== null }
}

/** Does what one form asks; when it is refused the form comes back as it was filled in, with why. */
export async function action(call: ActionFunctionArgs) {
  const { visitor, occasion, pair } = await opened(call)
  const sent = await formOf(call.request)
  const deed = readDeed(textOf(sent, 'deed'))
  if (!deed || !pair.wave) throw new Response(null, { status: 400, statusText: 'Bad Request' })
  const { registrationId, wave, pseudonym } = pair
  const db = call.context.databases.study
  const mayKnowingly = scopeOf(visitor.role, 'plan_knowingly') !== undefined
  const outcome = await doDeed({ deed, db, occasion, registrationId, wave, sent, mayKnowingly })
  if (outcome.ok) return redirect(link.planOf(pseudonym, 'done'))
  const say = speak(await languageOf(call.request, call.context))
  const { refusal } = outcome
  return data(
    {
      deed,
      typed: typedIn(sent),
      field: refusal.field ?? '',
      sentence: refusalSentence(say, refusal),
      soft: refusal.soft === true,
    },
    { status: 400 },
  )
}

export default function Plan() {
  const { shown, saved } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>() ?? null
  const { say } = useSpeaking()
  const { plan: w } = words
  return (
    <>
      <Heading title={say(w.title, shown)} about={shown.wave ? undefined : say(w.over)}>
        <div className="row">
          <a href={link.calendar(shown.planned ? { week: shown.planned.on } : {})}>{say(w.back)}</a>
          <a href={link.dyad(shown.pseudonym)}>{say(w.pair)}</a>
        </div>
      </Heading>
      <div className="two">
        <div className="stack">
          {sent && (
            <Notice tone="late" title={say(w.wrong)} urgent>
              {sent.sentence}
            </Notice>
          )}
          {saved && !sent && <Notice tone="good" title={say(w.saved)} urgent />}
          <Stands page={shown} />
          {shown.wave && (
            <section className="stack" aria-labelledby="actions">
              <h2 id="actions">{say(w.actions)}</h2>
              <PlanForm page={shown} sent={sent} />
              <StandingForms page={shown} sent={sent} />
              <EndForms page={shown} sent={sent} />
            </section>
          )}
        </div>
        <Course course={shown.course} />
      </div>
    </>
  )
}

/** What stands now, and when it can be. */
function Stands({ page }: { page: ShownPlan }) {
  const { say, language } = useSpeaking()
  const { plan: w, calendar: c } = words
  const { planned, talkOn, window, wave, location } = page
  if (!wave) return null
  const where = [planned?.location ?? location, planned?.room].filter(Boolean).join(', ')
  return (
    <section className="panel">
      <h2>{say(w.stands)}</h2>
      <Facts
        facts={[
          { label: say(w.wave), value: wave },
          { label: say(w.when), value: planned ? say(w.moment, planned) : say(w.notYet) },
          { label: say(c.location), value: where },
          { label: say(c.interviewer), value: planned?.interviewer ?? say(c.nobody) },
          ...(talkOn ? [{ label: say(w.talk), value: longDay(language, talkOn) }] : []),
          ...(window ? [{ label: say(w.window), value: say(words.visit.span, window) }] : []),
        ]}
      />
    </section>
  )
}
