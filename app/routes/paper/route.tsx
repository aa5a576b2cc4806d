import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { readPseudonym } from '../../protocol/pseudonym'
import { type Result, refuse } from '../../protocol/refusal'
import { secondEntryShare, setSecondEntryShare } from '../../records/paper/share'
import { agreementOfEntries, interviewsWithoutAnswers, paperOf, waitsForSecond } from '../../records/paper/work'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { enter, nothingHere } from '../gate/enter'
import { formOf, numberOf, textOf } from '../gate/form'
import { type Filled, UNFILLED } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { interviewerBehind } from '../gate/interviewer'
import { Refused } from '../gate/refused'
import { languageOf } from '../gate/visitor'
import { Agreed, Find, Share, Waiting } from './parts'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const MOST = 50
const SIDES = ['client', 'supervisor'] as const
/** What came of a form, as the address says it afterwards. */
const DONE = ['in', 'waits', 'differs', 'set'] as const

/** The papers that wait for whoever types them in; the share and how well it goes for who runs the study. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const entrance = await enter('/paper', { request, context })
  const { study, visitor } = entrance
  const db = context.databases.study
  const types = scopeOf(visitor.role, 'enter_answers') !== undefined
  const own = types ? await interviewerBehind(context, entrance) : null
  return {
    types,
    known: own !== null,
    waves: study.protocol.waves.map(({ name }) => name),
    second: own ? await waitsForSecond(db, study, own.code, MOST) : [],
    interviews: own ? await interviewsWithoutAnswers(db, study, MOST) : [],
    keeps: scopeOf(visitor.role, 'keep_second_entry') !== undefined,
    share: await secondEntryShare(db, study.id),
    agreed: await agreementOfEntries(db, study),
    done: DONE.find((one) => one === new URL(request.url).searchParams.get('done')) ?? null,
  }
}

/** Looks a paper up by what stands on it, or sets the share; a refused form comes back as it was. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { study, occasion, visitor } = await enter('/paper', { request, context })
  const db = context.databases.study
  const form = await formOf(request)
  const deed = textOf(form, 'deed')
  if (deed !== 'share' && deed !== 'find') throw new Response(null, { status: 400, statusText: 'Bad Request' })
  const sharing = deed === 'share'
  if (!scopeOf(visitor.role, sharing ? 'keep_second_entry' : 'enter_answers')) throw nothingHere()
  let outcome: Result<string>
  if (sharing) {
    const set = await setSecondEntryShare(db, occasion, numberOf(form, 'percent') ?? -1)
    outcome = set.ok ? { ok: true, value: link.papers({ done: 'set' }) } : set
  } else outcome = await find()
  if (outcome.ok) return redirect(outcome.value, 303)
  const sentence = refusalSentence(speak(await languageOf(request, context)), outcome.refusal)
  const filled: Filled = { typed: typedIn(form), mistakes: { [outcome.refusal.field ?? '']: sentence } }
  return data({ filled, sentence }, { status: 400 })

  async function find(): Promise<Result<string>> {
    const read = readPseudonym(textOf(form, 'pseudonym'))
    if (!read.ok) return refuse(textOf(form, 'pseudonym') ? 'unknown_pseudonym' : 'required', { field: 'pseudonym' })
    const wave = study.protocol.waves.find(({ name }) => name === textOf(form, 'wave'))?.name
    const perspective = SIDES.find((side) => side === textOf(form, 'side'))
    if (!wave || !perspective) return refuse('required', { field: wave ? 'side' : 'wave' })
    const id = await paperOf(db, study, { pseudonym: read.value, wave, perspective })
    return id ? { ok: true, value: link.paper(id) } : refuse('nothing_opened', { field: 'pseudonym' })
  }
}

export default function Papers() {
  const { types, known, waves, second, interviews, keeps, share, agreed, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { paper: w } = words
  const filled = refused?.filled ?? UNFILLED
  const fields = {
    pseudonym: say(w.pseudonym),
    wave: say(w.wave),
    side: say(w.side),
    percent: say(w.percent),
  }
  return (
    <div className="read stack">
      <Heading title={say(w.title)} about={say(w.about)} />
      {refused && <Refused refused={refused} fields={fields} />}
      {done && !refused && (
        <Notice
          tone={done === 'differs' ? 'soon' : 'good'}
          title={say(done === 'set' ? w.done : words.typedIn[done])}
        />
      )}
      {types && !known && <Notice tone="calm" title={say(w.noCode)} />}
      {types && known && (
        <>
          <Find waves={waves} filled={filled} />
          <Waiting title={w.second} none={w.secondNone} work={second} />
          <p>
            {say(w.differ)} <a href={link.conflicts()}>{say(w.conflicts)}</a>
          </p>
          <Waiting title={w.interviews} none={w.interviewsNone} work={interviews} />
        </>
      )}
      {keeps && <Share share={share} filled={filled} />}
      <Agreed agreed={agreed} />
    </div>
  )
}
