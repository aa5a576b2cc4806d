import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Forms, Letters, Scopes } from './shown'
import { type Loaded, told } from './told'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.pseudonym} · Koppel` : 'Koppel' },
]

export const loader = (call: LoaderFunctionArgs) => told(call)

export default function Consent() {
  const page = useLoaderData<typeof loader>()
  const { say } = useSpeaking()
  const { consent: w } = words
  const told = { signed: w.signedNow, scanned: w.scannedNow, given: w.givenNow }
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about, { pseudonym: page.pseudonym })}>
        <div className="row">
          <a href={link.withdraw(page.pseudonym)}>{say(words.withdraw.link)}</a>
          <a href={link.dyad(page.pseudonym)}>{say(w.toDyad)}</a>
        </div>
      </Heading>
      {page.done && (
        <div className="stack spaced">
          <Notice tone="good" title={say(told[page.done])} />
        </div>
      )}
      {page.most && (
        <div className="stack spaced">
          <Notice tone="late" title={say(words.refusals.too_many_looks, { most: page.most })} />
        </div>
      )}
      <div className="two">
        <div className="stack">
          <Next page={page} />
          <Scopes scopes={page.scopes} />
        </div>
        <div className="stack">
          <Forms forms={page.forms} />
          <Letters letters={page.letters} />
        </div>
      </div>
    </>
  )
}

function Next({ page }: { page: Loaded }) {
  const { say } = useSpeaking()
  const { consent: w } = words
  const { pseudonym, inForce } = page
  const again = inForce ? { again: 'yes' } : {}
  const sentences = {
    withdrawn: w.withdrawn,
    letter: w.nextLetter,
    sign: w.nextSign,
    scan: w.nextScan,
    check: w.nextCheck,
    refused: w.nextRefused,
    nothing: w.nextNothing,
  }
  return (
    <section className="panel stack">
      <h2>{say(w.next)}</h2>
      <p>{say(sentences[page.next])}</p>
      {!page.withdrawn && (
        <div className="row">
          <a className={page.next === 'letter' ? 'button' : 'button quiet'} href={link.letter(pseudonym)}>
            {say(w.letter)}
          </a>
          <a
            className={page.next === 'sign' || page.next === 'refused' ? 'button' : 'button quiet'}
            href={link.sign(pseudonym, again)}
          >
            {say(inForce ? words.consentForms.signAgain : w.sign)}
          </a>
          <a
            className={page.next === 'scan' ? 'button' : 'button quiet'}
            href={link.paperForm(pseudonym, page.next === 'scan' ? {} : again)}
          >
            {say(w.paper)}
          </a>
        </div>
      )}
      {page.copy && (
        <div>
          <a href={link.consentCopy(pseudonym)}>{say(w.copy)}</a>
          <p className="soft small">{say(w.copyAbout)}</p>
        </div>
      )}
    </section>
  )
}
