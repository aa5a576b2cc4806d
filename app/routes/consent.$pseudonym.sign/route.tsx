import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { readLanguage } from '../../i18n/language'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { whoSigns } from '../../identity/forms/copy'
import { formsOf } from '../../identity/forms/shown'
import { blindId } from '../../platform/id'
import { formInForce } from '../../protocol/consent-forms'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { LanguageContext, useSpeaking } from '../../ui/speaking'
import { enterConsent, paperLanguage } from '../gate/consent-case'
import { nothingHere } from '../gate/enter'
import { formOf, textOf } from '../gate/form'
import { type Filled, UNFILLED } from '../gate/form-parts'
import { formWords, typedIn } from '../gate/form-read'
import { nameNeeded } from '../gate/name-needed'
import { PaperLanguage } from '../gate/paper-language'
import { sentencesOf } from '../gate/signing'
import { TabletForm } from './form'
import { signOnTablet } from './sign'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

/**
 * The form in the language of the client, with the client's name where it is signed: that look is an audit entry. No
 * name is shown when it is not needed (no talk is to be held and no form waits), when a form is in force and nobody said
 * that it is signed again, and to an account that saw too many within the hour.
 */
export async function loader(call: LoaderFunctionArgs) {
  const entered = await enterConsent('/consent/:pseudonym/sign', call)
  const { occasion, found, language: page } = entered
  const { pseudonym, clientId } = found
  if (found.withdrawn) throw redirect(link.consent(pseudonym))
  const language = paperLanguage(call.request, page)
  const again = new URL(call.request.url).searchParams.get('again') === 'yes'
  const form = formInForce(occasion.study.protocol, occasion.today)
  const { forms } = await formsOf(call.context.vault, occasion, clientId)
  const shown = { pseudonym, language, again, request: blindId() }
  if (!(await nameNeeded(call, entered, forms))) return { ...shown, open: 'noTalk' as const }
  if (!again && forms.some(({ endedMonth }) => endedMonth === null)) return { ...shown, open: 'signed' as const }
  if (!form || form.paper) return { ...shown, open: 'none' as const }
  const signer = await whoSigns(call.context.vault, occasion, clientId, { adultFrom: form.guardian.neededBelowAge })
  if (signer.ok) return { ...shown, open: 'form' as const, form: formWords(form, language), signer: signer.value }
  if (signer.refusal.code !== 'too_many_looks') throw nothingHere()
  return data(
    { ...shown, open: 'tooMany' as const, refused: refusalSentence(speak(page), signer.refusal) },
    { status: 429 },
  )
}

/** Signs. What is missing gives 400 with everything that was typed and drawn. */
export async function action(call: ActionFunctionArgs) {
  const { occasion, found } = await enterConsent('/consent/:pseudonym/sign', call)
  const sent = await formOf(call.request)
  const language = readLanguage(textOf(sent, 'language')) ?? 'nl'
  const mistakes = await signOnTablet(call.context.vault, occasion, found, { sent, language })
  if (!mistakes) return redirect(link.consent(found.pseudonym, 'signed'))
  return data({ typed: typedIn(sent), mistakes: sentencesOf(speak(language), mistakes) }, { status: 400 })
}

export default function Sign() {
  const page = useLoaderData<typeof loader>()
  const filled: Filled = useActionData<typeof action>() ?? UNFILLED
  const { say } = useSpeaking()
  const { consent: c, consentForms: w } = words
  const { pseudonym, language } = page
  const again = page.again ? { again: 'yes' } : {}
  return (
    <div className="read stack">
      <Heading title={page.open === 'form' ? page.form.title : say(c.sign)}>
        <a href={link.consent(pseudonym)}>{say(c.back)}</a>
      </Heading>
      {page.open === 'noTalk' && (
        <Notice tone="calm" title={say(w.noTalk)}>
          <p>{say(w.noTalkAbout)}</p>
          <a href={link.paperForm(pseudonym)}>{say(c.paper)}</a>
        </Notice>
      )}
      {page.open === 'tooMany' && <Notice tone="late" title={page.refused} />}
      {page.open === 'none' && <Empty title={say(w.noForm)} />}
      {page.open === 'signed' && (
        <Notice tone="calm" title={say(w.again)}>
          <p>{say(w.againAbout)}</p>
          <a href={link.sign(pseudonym, { again: 'yes' })}>{say(w.signAgain)}</a>
        </Notice>
      )}
      {page.open === 'form' && (
        <>
          <PaperLanguage shown={language} to={(chosen) => link.sign(pseudonym, { language: chosen, ...again })} />
          <LanguageContext.Provider value={language}>
            <TabletForm page={page} filled={filled} />
          </LanguageContext.Provider>
        </>
      )}
    </div>
  )
}
