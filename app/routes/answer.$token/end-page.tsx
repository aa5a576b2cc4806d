import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { Progress } from '../../ui/progress'
import { useSpeaking } from '../../ui/speaking'
import { fieldOf } from './filled'
import { type AboutGiven, DraftFields } from './form-parts'
import { Whom } from './inquiries'
import type { End } from './page-shown'

type Props = {
  readonly end: End
  readonly token: string
  readonly about: AboutGiven
  readonly confidential: boolean
  /** What stood in the way of signing off, by field. */
  readonly mistakes: Readonly<Record<string, string>> | undefined
}

/** What is still open, and what signing off means. */
export function EndPage({ end, token, about, confidential, mistakes }: Props) {
  const { say } = useSpeaking()
  const { questionnaire: w, answer: a } = words
  const { progress, open, last, draft } = end
  return (
    <>
      <Heading title={say(w.end)} about={<Whom about={about} />} />
      <Progress label={say(w.progress, progress)} {...progress} />
      {mistakes && (
        <Notice tone="late" title={say(w.notSigned)} urgent>
          {mistakes[''] ?? say(w.openAbout)}
        </Notice>
      )}
      {open.length === 0 ? (
        <p>{say(w.allDone)}</p>
      ) : (
        <section className="panel">
          <h2>{say(w.open, { n: open.length })}</h2>
          <p>{say(w.openAbout)}</p>
          <ul>
            {open.map(({ code, text, page, required }) => (
              <li key={code}>
                <a href={`${link.answer(token, { page: `${page}` })}#${fieldOf(code)}`}>{text}</a>
                {required && <strong> ({say(w.needed)})</strong>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <form method="post" className="form panel">
        <DraftFields draft={draft} />
        <h2>{say(w.sign)}</h2>
        <p>
          <strong>{say(w.signAbout, { whom: `${about.whom ?? say(w.thisClient)} (${about.pseudonym})` })}</strong>
        </p>
        <p>{say(w.signAfter)}</p>
        {confidential && <p>{say(a.confidential)}</p>}
        <div className="row">
          <button type="submit" name="go" value="sign" className="button">
            {say(w.signNow)}
          </button>
          <a className="button quiet" href={link.answer(token, { page: `${last}` })}>
            {say(w.backToQuestions)}
          </a>
        </div>
      </form>
    </>
  )
}
