import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { QUERY_REASONS } from '../../protocol/queries/reasons'
import { answerQuery, closeQuery } from '../../records/queries/answer'
import { query } from '../../records/queries/list'
import { Badge } from '../../ui/badge'
import { Facts } from '../../ui/facts'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'
import { formOf, textOf } from '../gate/form'
import { type Filled, UNFILLED } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { queryTone } from '../gate/tones'
import { languageOf } from '../gate/visitor'
import { aboutOf } from '../queries/about'
import { whoseFor } from '../queries/whose'
import { AnswerForm, History } from './answer-form'
import { readCorrection, seenOf } from './seen'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

async function opened(call: LoaderFunctionArgs | ActionFunctionArgs) {
  const entrance = await enter('/queries/:id', call)
  const id = keyOf(call.params.id, 'id')
  const whose = id && (await whoseFor(call.context, entrance))
  const found = id && whose && (await query(call.context.databases.study, entrance.study.id, id, whose))
  if (!found) throw nothingHere()
  return { ...entrance, found, interviewer: whose.interviewer ?? null }
}

/** One question; what was answered only for who held the interview (§6). */
export async function loader(call: LoaderFunctionArgs) {
  const { visitor, study, found, interviewer } = await opened(call)
  const db = call.context.databases.study
  const language = await languageOf(call.request, call.context)
  const [about] = await aboutOf(db, study, language, [found])
  const { battery: _, measurementId: __, ...rest } = found
  const keeps = scopeOf(visitor.role, 'keep_queries') !== undefined
  return {
    found: { ...rest, ...about },
    seen: interviewer === null ? null : await seenOf(db, study, found, language),
    // a supervisor is asked by who runs the study, who never learns the answer
    answers: found.state === 'open' && (interviewer !== null || found.perspective === 'supervisor'),
    closes: keeps && found.state === 'answered',
    saved: new URL(call.request.url).searchParams.has('done'),
  }
}

/** Answers or closes it; a refused form comes back as it was filled in. */
export async function action(call: ActionFunctionArgs) {
  const { visitor, occasion, found, interviewer } = await opened(call)
  const db = call.context.databases.study
  const form = await formOf(call.request)
  const deed = textOf(form, 'deed')
  if (deed !== 'close' && deed !== 'answer') throw new Response(null, { status: 400, statusText: 'Bad Request' })
  const closing = deed === 'close'
  if (closing && !scopeOf(visitor.role, 'keep_queries')) throw nothingHere()
  if (!closing && interviewer === null && found.perspective === 'client') throw nothingHere()
  const given = { id: found.id, reason: textOf(form, 'reason'), correction: readCorrection(textOf(form, 'correction')) }
  const outcome = closing
    ? await closeQuery(db, occasion, found.id)
    : await answerQuery(db, occasion, { ...given, interviewer })
  if (outcome.ok) return redirect(link.query(found.id, 'done'), 303)
  const say = speak(await languageOf(call.request, call.context))
  const sentence = refusalSentence(say, outcome.refusal)
  const filled: Filled = { typed: typedIn(form), mistakes: { [outcome.refusal.field ?? '']: sentence } }
  return data({ filled, sentence }, { status: 400 })
}

export default function Query() {
  const { found, seen, answers, closes, saved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say, language } = useSpeaking()
  const { queriesPage: w, queryStates } = words
  const reason = QUERY_REASONS[found.reason as keyof typeof QUERY_REASONS]
  const day = (on: string | null) => on && shortDay(language, on)
  const facts = [
    [
      w.state,
      <Badge key="state" tone={queryTone[found.state]}>
        {say(queryStates[found.state])}
      </Badge>,
    ],
    [w.item, found.itemSaid ?? say(w.whole)],
    [w.whom, found.pseudonym],
    [w.wave, found.wave],
    [w.side, say(w[found.perspective])],
    [w.interviewer, found.interviewer],
    [w.raised, day(found.raisedOn)],
    [w.reason, reason?.[language]],
    [w.answeredOn, day(found.answeredOn)],
    [w.closedOn, [day(found.closedOn), found.closedBy === 'rule' && say(w.closedByRule)].filter(Boolean).join(', ')],
  ] as const
  return (
    <div className="read stack">
      <Heading title={found.ruleSaid ?? found.rule}>
        <a href={link.queries()}>{say(w.back)}</a>
      </Heading>
      {refused && <Notice tone="late" title={refused.sentence} urgent />}
      {saved && !refused && <Notice tone="good" title={say(w.done)} />}
      <Facts facts={facts.flatMap(([name, value]) => (value ? [{ label: say(name), value }] : []))} />
      {seen && <History seen={seen} />}
      {answers ? (
        <AnswerForm seen={seen} filled={refused?.filled ?? UNFILLED} />
      ) : (
        found.state === 'open' && <p className="soft">{say(w.yours)}</p>
      )}
      {closes && (
        <form method="post">
          <button type="submit" name="deed" value="close" className="button">
            {say(w.close)}
          </button>
        </form>
      )}
    </div>
  )
}
