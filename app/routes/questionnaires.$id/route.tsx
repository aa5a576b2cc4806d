import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { questionnaireCame } from '../../records/entries/questionnaire-came'
import { Badge, type Tone } from '../../ui/badge'
import { Facts } from '../../ui/facts'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'
import { formOf, textOf } from '../gate/form'
import { languageOf } from '../gate/visitor'
import { mend } from './mend'
import { Mending } from './mending'
import { shownCame } from './shown'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.pseudonym ? `${data.pseudonym} · Koppel` : 'Koppel' },
]

/** The questionnaire of an address of this study. */
async function cameIn({ request, context, params }: LoaderFunctionArgs) {
  const { study, occasion } = await enter('/questionnaires/:id', { request, context })
  const db = context.databases.study
  const id = keyOf(params.id, 'id')
  const came = id && (await questionnaireCame(db, study, id))
  if (!came) throw nothingHere()
  return { db, occasion, came }
}

/** That a supervisor's questionnaire came and when (§1, §6: never what was answered), and what to do when it was the wrong one. */
export async function loader(call: LoaderFunctionArgs) {
  const { occasion, came } = await cameIn(call)
  const language = await languageOf(call.request, call.context)
  const done = new URL(call.request.url).searchParams.has('done')
  return { ...shownCame(came, occasion.today, language), done }
}

/** Opens again, declares void or swaps; what it needs and was not said gives 400 with what was chosen. */
export async function action(call: ActionFunctionArgs) {
  const { db, occasion, came } = await cameIn(call)
  const form = await formOf(call.request)
  const result = await mend(db, occasion, came.id, form)
  if (result.ok) return redirect(link.questionnaire(came.id, 'done'), 303)
  const { refusal } = result
  const say = speak(await languageOf(call.request, call.context))
  const field = refusal.field ?? ''
  const sent = { how: textOf(form, 'how'), why: textOf(form, 'why'), other: textOf(form, 'with') }
  return data({ ...sent, field, sentence: refusalSentence(say, refusal) }, { status: 400 })
}

const TONES = {
  complete: 'good',
  partial: 'soon',
  missing: 'late',
  open: 'calm',
  erased: 'mute',
} as const satisfies Record<string, Tone>

export default function Questionnaire() {
  const shown = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say, language } = useSpeaking()
  const { questionnaires: w, questionnaireStates } = words
  const { pseudonym, wave, state, openedOn, sent, filledOn, mended, done } = shown
  return (
    <div className="read stack">
      <Heading
        title={say(w.title, { wave })}
        about={
          pseudonym ? (
            <>
              {say(w.about)} <span className="code">{pseudonym}</span>.
            </>
          ) : (
            say(w.aboutNone)
          )
        }
      >
        {pseudonym && <a href={link.dyad(pseudonym)}>{say(w.back)}</a>}
      </Heading>
      {done && !refused && (
        <Notice tone="good" title={say(w.done)}>
          {say(w.doneAbout)}
        </Notice>
      )}
      {refused && (
        <Notice tone="late" title={say(w.notDone)} urgent>
          {refused.sentence}
        </Notice>
      )}
      <section className="panel stack">
        <Facts
          facts={[
            {
              label: say(w.state),
              value: <Badge tone={TONES[state.name]}>{say(questionnaireStates[state.name], { on: state.on })}</Badge>,
            },
            { label: say(w.asked), value: shortDay(language, openedOn) },
            { label: say(w.sent), value: sent ? say(w.ago, sent) : say(w.notSent) },
            ...(filledOn ? [{ label: say(w.filled), value: shortDay(language, filledOn) }] : []),
          ]}
        />
        <p className="soft">{say(w.unseen)}</p>
      </section>
      {mended.length > 0 && (
        <section className="panel">
          <h2>{say(w.history)}</h2>
          <ul className="countdowns small">
            {mended.map(({ way, why, on }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows
              <li key={at}>
                <span>
                  {shortDay(language, on)}: {say(w[way])}
                </span>
                <strong>{why}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Mending may={shown.may} reasons={shown.reasons} others={shown.others} refused={refused} />
    </div>
  )
}
