import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { readLanguage } from '../../i18n/language'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { handOutLetter } from '../../identity/forms/letter'
import { letterInForce } from '../../protocol/consent-forms'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { ReadAloud } from '../../ui/read-aloud'
import { LanguageContext, useSpeaking } from '../../ui/speaking'
import { enterConsent, paperLanguage } from '../gate/consent-case'
import { formOf, textOf } from '../gate/form'
import { PaperLanguage } from '../gate/paper-language'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

/** The letter that is in force, in the language that was chosen. */
export async function loader(call: LoaderFunctionArgs) {
  const { occasion, found, language } = await enterConsent('/consent/:pseudonym/letter', call)
  const shown = paperLanguage(call.request, language)
  const letter = letterInForce(occasion.study.protocol, occasion.today)
  return {
    pseudonym: found.pseudonym,
    withdrawn: found.withdrawn,
    shown,
    letter: letter && {
      title: letter.title[shown],
      paragraphs: letter.paragraphs.map((paragraph) => paragraph[shown]),
      sentences: letter.paragraphs.flatMap((paragraph) => paragraph[shown].split(/(?<=[.?!]) /)),
    },
  }
}

/** Puts on record that the client has the letter. */
export async function action(call: ActionFunctionArgs) {
  const { occasion, found, language: page } = await enterConsent('/consent/:pseudonym/letter', call)
  const form = await formOf(call.request)
  const language = readLanguage(textOf(form, 'language')) ?? page
  const { clientId, pseudonym } = found
  const given = await handOutLetter(call.context.vault, occasion, { clientId, language })
  if (given.ok) return redirect(link.consent(pseudonym, 'given'))
  return data({ mistake: refusalSentence(speak(page), given.refusal) }, { status: 400 })
}

export default function Letter() {
  const { pseudonym, shown, letter, withdrawn } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { consent: c, consentForms: w } = words
  return (
    <div className="read stack">
      <Heading title={say(c.letters)} about={say(w.letterAbout)}>
        <a href={link.consent(pseudonym)}>{say(c.back)}</a>
      </Heading>
      {refused && <Notice tone="late" title={refused.mistake} urgent />}
      {!letter && <Empty title={say(w.noLetter)} />}
      {letter && (
        <>
          <PaperLanguage shown={shown} to={(language) => link.letter(pseudonym, language)} />
          <LanguageContext.Provider value={shown}>
            <article className="panel stack" lang={shown}>
              <h2>{letter.title}</h2>
              {letter.paragraphs.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </article>
            <section className="panel" lang={shown}>
              <Aloud sentences={letter.sentences} />
            </section>
          </LanguageContext.Provider>
          <div className="row">
            <a href={link.letterPdf(pseudonym, shown)} download>
              {say(w.letterPdf)}
            </a>
            {!withdrawn && (
              <form method="post" action={link.letter(pseudonym, shown)}>
                <input type="hidden" name="language" value={shown} />
                <button type="submit" className="button">
                  {say(w.handOut)}
                </button>
              </form>
            )}
          </div>
        </>
      )}
    </div>
  )
}

function Aloud({ sentences }: { sentences: readonly string[] }) {
  const { say } = useSpeaking()
  return <ReadAloud label={say(words.consentForms.readAloud)} sentences={sentences} />
}
