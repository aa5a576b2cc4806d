import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { namesIn } from '../../identity/names-in'
import { newId } from '../../platform/id'
import { LONGEST_TEXT } from '../../protocol/free-text'
import { INCIDENT_KINDS, INCIDENTS, readIncident, stepsFor } from '../../protocol/incidents'
import { refuse } from '../../protocol/refusal'
import { recordIncident } from '../../records/incidents/record'
import { Heading } from '../../ui/heading'
import { LongField } from '../../ui/long-field'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Ticks } from '../../ui/ticks'
import { keyOf } from '../gate/cursor'
import { formOf, freeTextOf, textOf } from '../gate/form'
import { enterOwnInterview } from '../gate/interview'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

/** What to do when something happens at an interview; nothing of its answers is in sight. */
export async function loader(call: LoaderFunctionArgs) {
  const { pseudonym, held, stopped } = await enterOwnInterview('/interview/:pseudonym/incident', call)
  const asked = new URL(call.request.url).searchParams
  return {
    pseudonym,
    wave: held.wave,
    over: held.completedOn !== null || stopped !== null,
    kind: readIncident(asked.get('kind') ?? '') ?? null,
    recorded: asked.has('done'),
    id: newId(),
  }
}

/** Writes down what happened and what was done. */
export async function action(call: ActionFunctionArgs) {
  const { context } = call
  const page = await enterOwnInterview('/interview/:pseudonym/incident', call)
  const { study, occasion, found, code, pseudonym, language } = page
  const { registrationId } = found
  const form = await formOf(call.request)
  const typed = { steps: form.getAll('steps').map(String), remark: freeTextOf(form, 'remark') }
  const told = {
    id: keyOf(textOf(form, 'incident'), 'id') ?? newId(),
    registrationId,
    kind: textOf(form, 'kind'),
    on: occasion.today,
    ...typed,
    interviewer: code,
  }
  const named = await namesIn(context.vault, study, registrationId, typed.remark)
  const recorded = named
    ? refuse('name_in_text', { field: 'remark' })
    : await recordIncident(context.databases.study, occasion, told)
  // sent twice: it lies there
  if (recorded.ok || recorded.refusal.code === 'incident_told')
    return redirect(link.incident(pseudonym, { done: 'yes' }))
  const { field = '' } = recorded.refusal
  const mistakes: Record<string, string> = { [field]: refusalSentence(speak(language), recorded.refusal) }
  return data({ id: told.id, typed, mistakes }, { status: 400 })
}

export default function Incident() {
  const at = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { say, language } = useSpeaking()
  const { interview: w } = words
  const { pseudonym, kind, recorded } = at
  const { mistakes = {} } = sent ?? {}
  const [amiss] = Object.values(mistakes)
  const back = at.over ? link.endInterview(pseudonym) : link.ask(pseudonym)
  return (
    <div className="read stack">
      <Heading title={say(w.something)} about={say(w.incidentAbout)}>
        <a href={back}>{say(w.backToInterview)}</a>
      </Heading>
      {amiss && (
        <Notice tone="late" title={say(w.notRecorded)} urgent>
          {amiss}
        </Notice>
      )}
      {recorded && !amiss && (
        <Notice tone="good" title={say(w.recorded)}>
          <p>{say(w.recordedAbout)}</p>
        </Notice>
      )}
      {kind ? (
        <>
          <h2>{INCIDENTS[kind].label[language]}</h2>
          <p>{INCIDENTS[kind].about[language]}</p>
          <h3>{say(w.steps)}</h3>
          <ol className="sentences">
            {stepsFor(kind).map(({ code, label }) => (
              <li key={code}>{label[language]}</li>
            ))}
          </ol>
          <form method="post" className="panel form touch" noValidate autoComplete="off">
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="incident" value={sent?.id ?? at.id} />
            <Ticks
              name="steps"
              label={say(w.stepsDone)}
              options={stepsFor(kind).map(({ code, label }) => ({ value: code, label: label[language] }))}
              {...(sent && { values: sent.typed.steps })}
              {...(mistakes.steps && { mistake: mistakes.steps })}
            />
            <LongField
              longest={LONGEST_TEXT}
              name="remark"
              label={say(w.remark)}
              hint={say(w.remarkHint)}
              rows={3}
              {...(sent && { value: sent.typed.remark })}
              {...(mistakes.remark && { mistake: mistakes.remark })}
            />
            <div className="row">
              <button type="submit" className="button large">
                {say(w.record)}
              </button>
            </div>
          </form>
          <p>
            <a href={link.incident(pseudonym)}>{say(w.incidentOther)}</a>
          </p>
        </>
      ) : (
        <nav aria-label={say(w.incidentKind)}>
          <ul className="stack">
            {INCIDENT_KINDS.map((one) => (
              <li key={one}>
                <a className="button quiet large" href={link.incident(pseudonym, { kind: one })}>
                  {INCIDENTS[one].label[language]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}
