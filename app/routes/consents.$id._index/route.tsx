import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { longMonth } from '../../i18n/days'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { checkForm, refuseForm } from '../../identity/forms/second-person'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { formOf, textOf } from '../gate/form'
import { boxesIn, typedIn } from '../gate/form-read'
import { Refuse, SecondReading } from './form'
import { opened, told } from './told'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export const loader = (call: LoaderFunctionArgs) => told(call)

/** Compares, corrects or refuses. What was typed comes back with what differs. */
export async function action(call: ActionFunctionArgs) {
  const { occasion, found, published, language } = await opened(call)
  const sent = await formOf(call.request)
  const { id: formId } = found
  const step = textOf(sent, 'step')
  const { vault } = call.context
  const outcome =
    step === 'refuse'
      ? await refuseForm(vault, occasion, { formId, reason: textOf(sent, 'reason') })
      : await checkForm(vault, occasion, { formId, answers: boxesIn(sent, published), correct: step === 'correct' })
  if (outcome.ok) return redirect(link.consents(step === 'refuse' ? 'refused' : 'checked'))
  const { refusal } = outcome
  const sentence = refusalSentence(speak(language), refusal)
  const differs = refusal.code === 'boxes_differ' ? (refusal.boxes as readonly string[]) : []
  return data({ sentence, differs, field: refusal.field ?? '', typed: typedIn(sent) }, { status: 400 })
}

export default function Check() {
  const page = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { say, language } = useSpeaking()
  const { consent: c, consentForms: w } = words
  return (
    <>
      <Heading
        title={page.state === 'scan' ? say(w.lost) : say(w.checkTitle)}
        about={page.state === 'scan' ? say(w.lostAbout) : say(w.checkAbout)}
      >
        <a href={link.consents()}>{say(c.list)}</a>
      </Heading>
      <p className="soft">
        {page.form.title}, {longMonth(language, page.month)}
      </p>
      {page.own && (
        <Notice tone="calm" title={say(w.own)}>
          {say(w.ownAbout)}
        </Notice>
      )}
      {!page.own && page.state === 'check' && (
        <div className="two even">
          <section className="panel stack">
            <h2>{say(w.scanned)}</h2>
            {page.media !== 'pdf' && <img className="scan" src={link.scan(page.id)} alt={say(w.scanned)} />}
            <a href={link.scan(page.id)} download>
              {say(w.openScan)}
            </a>
          </section>
          <SecondReading page={page} outcome={outcome ?? null} />
        </div>
      )}
      {!page.own && <Refuse page={page} mistake={outcome?.field === 'reason' ? outcome.sentence : undefined} />}
    </>
  )
}
