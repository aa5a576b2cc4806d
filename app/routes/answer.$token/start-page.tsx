import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { Progress } from '../../ui/progress'
import { useSpeaking } from '../../ui/speaking'
import type { AboutGiven } from './form-parts'
import { Whom } from './inquiries'
import type { Start } from './page-shown'

type Props = {
  readonly start: Start
  readonly token: string
  readonly about: AboutGiven
  readonly askedOn: string
  readonly until: string
  readonly confidential: boolean
}

/** What is asked, how long it takes and who sees it; and the way to the first question, or to where somebody was. */
export function StartPage({ start, token, about, askedOn, until, confidential }: Props) {
  const { say } = useSpeaking()
  const { questionnaire: w, answer: a } = words
  const { progress, goOn, saved } = start
  const begun = progress.done > 0
  const way = goOn === null ? link.answer(token, { look: 'end' }) : link.answer(token, { page: `${goOn}` })
  return (
    <>
      <Heading title={say(a.questionnaire)} about={<Whom about={about} />} />
      {saved && (
        <Notice tone="good" title={say(w.kept)}>
          {say(w.keptAbout)}
        </Notice>
      )}
      <p>{say(a.until, { sentOn: askedOn, until })}</p>
      <p>{say(w.minutes)}</p>
      {confidential && <Notice tone="calm" title={say(a.confidential)} />}
      <p>{say(a.questionnaireAbout)}</p>
      {begun && <Progress label={say(w.progress, progress)} {...progress} />}
      <p>
        <a className="button" href={way}>
          {say(!begun ? w.begin : goOn === null ? w.toEnd : w.goOn)}
        </a>
      </p>
    </>
  )
}
