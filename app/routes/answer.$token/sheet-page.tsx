import { useEffect, useRef, useState } from 'react'
import { words } from '../../i18n/catalogue'
import { type Given, NO_ANSWER } from '../../protocol/study'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { Progress } from '../../ui/progress'
import { Count, Rating } from '../../ui/rating'
import { useSpeaking } from '../../ui/speaking'
import { answersWith, fieldOf, noneOf } from './filled'
import { type AboutGiven, DraftFields, LanguageChoice } from './form-parts'
import { Whom } from './inquiries'
import { askedOf, type Question, type SheetShown } from './page-shown'

type Failed = { readonly mistakes: Readonly<Record<string, string>>; readonly typed: Readonly<Record<string, string>> }
type Props = { readonly sheet: SheetShown; readonly failed: Failed | undefined; readonly about: AboutGiven }

/** One page of a questionnaire. Questions that hang on an answer come up at once, or without scripts after it was sent. */
export function SheetPage({ sheet, failed, about }: Props) {
  const { say } = useSpeaking()
  const { questionnaire: w, answer: a } = words
  const { parts, progress, number, of } = sheet
  const questions = parts.flatMap((part) => part.questions)
  const [given, setGiven] = useState(() =>
    failed ? answersWith(formFrom(failed.typed), questions, sheet.given).given : sheet.given,
  )
  const form = useRef<HTMLFormElement>(null)
  const reread = () => {
    if (form.current) setGiven(answersWith(new FormData(form.current), questions, sheet.given).given)
  }
  // somebody was quicker than the scripts
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page comes alive
  useEffect(reread, [])
  const asked = new Set(askedOf(questions, given).map(({ code }) => code))
  const wrong = questions.find(({ code }) => failed?.mistakes[fieldOf(code)])
  const [first, ...others] = parts.map((part) => ({
    ...part,
    questions: part.questions.filter(({ code }) => asked.has(code)),
  }))
  const draw = (question: Question) => (
    <Asked
      key={question.code}
      question={question}
      given={sheet.given}
      failed={failed}
      focus={question.code === (wrong?.code ?? sheet.more)}
    />
  )
  return (
    <>
      <Heading title={first?.title ?? say(a.questionnaire)} about={<Whom about={about} />} />
      <Progress label={say(w.page, { number, of, done: progress.done, all: progress.of })} {...progress} />
      {failed && (
        <Notice tone="late" title={say(w.notKept)} urgent>
          {failed.mistakes[''] ?? say(a.wrongAbout)}
        </Notice>
      )}
      {sheet.more && !failed && (
        <Notice tone="soon" title={say(w.more)}>
          {say(w.moreAbout)}
        </Notice>
      )}
      <form method="post" className="form" noValidate autoComplete="off" ref={form} onChange={reread}>
        <DraftFields draft={sheet.draft} />
        {questions
          .filter(({ code }) => asked.has(code))
          .map(({ code }) => (
            <input key={code} type="hidden" name="seen" value={code} />
          ))}
        {first?.intro && <p>{first.intro}</p>}
        <div className="items">{first?.questions.map(draw)}</div>
        {others.map(({ title, intro, questions }) => (
          <section key={title} aria-label={title}>
            <h2>{title}</h2>
            {intro && <p>{intro}</p>}
            <div className="items">{questions.map(draw)}</div>
          </section>
        ))}
        <div className="row">
          <button type="submit" name="go" value="next" className="button">
            {say(w.next)}
          </button>
          {!sheet.first && (
            <button type="submit" name="go" value="back" className="button quiet">
              {say(w.back)}
            </button>
          )}
          <button type="submit" name="go" value="stop" className="button quiet">
            {say(w.stop)}
          </button>
        </div>
        <LanguageChoice />
      </form>
    </>
  )
}

type AskedProps = {
  readonly question: Question
  readonly given: Given
  readonly failed: Failed | undefined
  readonly focus: boolean
}

function Asked({ question, given, failed, focus }: AskedProps) {
  const { say } = useSpeaking()
  const { questionnaire: w } = words
  const { code, text, options, min, max } = question
  const name = fieldOf(code)
  const kept = given[code] === undefined ? undefined : `${given[code]}`
  const value = failed ? failed.typed[name] : kept
  const mistake = failed?.mistakes[name]
  const none = { value: NO_ANSWER, label: say(w.none) }
  const about = { name, legend: text, focus, ...(mistake && { mistake }) }
  if (options.length > 0) return <Rating {...about} options={options} none={none} {...(value && { value })} />
  const ticked = failed ? failed.typed[noneOf(code)] !== undefined : value === NO_ANSWER
  return (
    <Count
      {...about}
      label={say(w.number, { min, max })}
      min={min}
      max={max}
      none={{ ...none, name: noneOf(code), ticked }}
      {...(value && value !== NO_ANSWER && { value })}
    />
  )
}

function formFrom(typed: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(typed)) form.append(name, value)
  return form
}
