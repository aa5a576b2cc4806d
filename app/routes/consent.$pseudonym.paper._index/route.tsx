import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { speak } from '../../i18n/speak'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { enterConsent } from '../gate/consent-case'
import { type Filled, UNFILLED } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { sentencesOf } from '../gate/signing'
import { fileOf, statusFor, uploadOf } from '../gate/upload'
import { AddScan, PaperForm } from './form'
import { told } from './told'
import { addScan, writeDown } from './write-down'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export const loader = (call: LoaderFunctionArgs) => told(call)

/** Writes the form down, with its scan or without, or adds the scan to one. A refusal keeps what was typed. */
export async function action(call: ActionFunctionArgs) {
  const { occasion, found, language } = await enterConsent('/consent/:pseudonym/paper', call)
  const upload = await uploadOf(call.request)
  const { form: sent } = upload
  const step = sent.get('step') === 'scan' ? 'scan' : 'form'
  const file = upload.files.has('scan') || step === 'scan' ? fileOf(upload, 'scan') : undefined
  const carryOut = step === 'scan' ? addScan : writeDown
  const mistakes = await carryOut(call.context.vault, occasion, found, { sent, language, ...(file && { file }) })
  if (!mistakes) return redirect(link.consent(found.pseudonym, step === 'scan' ? 'scanned' : 'signed'))
  const status = file && !file.ok ? statusFor(file.refusal) : 400
  return data({ step, typed: typedIn(sent), mistakes: sentencesOf(speak(language), mistakes) }, { status })
}

export default function Paper() {
  const page = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const filledAt = (step: string): Filled => (outcome?.step === step ? outcome : UNFILLED)
  const { say } = useSpeaking()
  const { consent: c, consentForms: w } = words
  const { pseudonym, form } = page
  const shut = page.signed && !page.again
  return (
    <div className="read stack">
      <Heading title={say(c.paper)} about={say(w.paperAbout)}>
        <a href={link.consent(pseudonym)}>{say(c.back)}</a>
      </Heading>
      {page.waiting.map((one) => (
        <AddScan key={one.id} pseudonym={pseudonym} waiting={one} filled={filledAt('scan')} />
      ))}
      {shut && (
        <Notice tone="calm" title={say(w.again)}>
          <p>{say(w.againAbout)}</p>
          <a href={link.paperForm(pseudonym, { again: 'yes' })}>{say(w.signAgain)}</a>
        </Notice>
      )}
      {!form && <Empty title={say(w.noForm)} />}
      {!shut && form && <PaperForm page={page} form={form} filled={filledAt('form')} />}
    </div>
  )
}
