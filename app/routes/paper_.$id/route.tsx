import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { parseDay } from '../../protocol/day'
import { itemsOf } from '../../protocol/instruments/battery'
import type { Instrument, Item } from '../../protocol/study'
import { interviewedBy } from '../../records/fieldwork/held-by'
import { pinnedBattery } from '../../records/instruments/battery'
import { typeInPaper } from '../../records/paper/type-in'
import { paperForm } from '../../records/paper/work'
import { Field } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { optionsOf } from '../answer.$token/shown'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'
import { formOf, textOf } from '../gate/form'
import { at, type Filled, UNFILLED } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { interviewerBehind } from '../gate/interviewer'
import { languageOf } from '../gate/visitor'
import { fieldOf, readPaper } from './read'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

async function opened(call: LoaderFunctionArgs | ActionFunctionArgs) {
  const entrance = await enter('/paper/:id', call)
  const db = call.context.databases.study
  const id = keyOf(call.params.id, 'id')
  const paper = id && (await paperForm(db, entrance.study, id))
  const own = await interviewerBehind(call.context, entrance)
  if (!id || !paper || !own) throw nothingHere()
  return { ...entrance, db, id, paper, code: own.code, battery: await pinnedBattery(db, entrance.study, paper.battery) }
}

export async function loader(call: LoaderFunctionArgs) {
  const { db, code, paper, battery, occasion } = await opened(call)
  const language = await languageOf(call.request, call.context)
  const { battery: _, registrationId, ...shown } = paper
  const others = paper.perspective === 'supervisor' && (await interviewedBy(db, registrationId, code))
  return {
    paper: { ...shown, others },
    parts: battery.map((instrument) => partOf(instrument, language)),
    today: occasion.today,
  }
}

const partOf = (instrument: Instrument, language: Language) => ({
  title: instrument.title[language],
  questions: instrument.items.map((item) => ({
    name: fieldOf(item.code),
    text: item.text[language],
    codes: codesOf(instrument, item, language),
  })),
})

/** What can be typed: the ends of a scale, or every option by its code. */
function codesOf(instrument: Instrument, item: Item, language: Language): string {
  if (!item.options) return `${item.min}–${item.max}`
  return optionsOf(instrument, item, language)
    .map(({ value, label }) => `${value} ${label}`)
    .join(' · ')
}

/** Takes in what was typed; a refused form comes back as it was. */
export async function action(call: ActionFunctionArgs) {
  const { db, occasion, id, code, battery } = await opened(call)
  const form = await formOf(call.request)
  const say = speak(await languageOf(call.request, call.context))
  const wrong = (mistakes: Filled['mistakes']) =>
    data({ filled: { typed: typedIn(form), mistakes } satisfies Filled }, { status: 400 })
  const on = parseDay(textOf(form, 'on'))
  if (!on) return wrong({ on: refusalSentence(say, { code: textOf(form, 'on') ? 'no_day' : 'required' }) })
  const read = readPaper(form, itemsOf(battery))
  if ('unread' in read) {
    const sentence = say(words.paper.noNumber)
    return wrong(Object.fromEntries(read.unread.map((item) => [fieldOf(item), sentence])))
  }
  const typed = await typeInPaper(db, occasion, { measurementId: id, on, answers: read.answers, enteredBy: code })
  if (typed.ok) return redirect(link.papers({ done: typed.value.state }), 303)
  const { refusal } = typed
  const asked = itemsOf(battery).some((item) => item.code === refusal.field)
  const field = asked ? fieldOf(refusal.field ?? '') : refusal.field === 'on' ? 'on' : ''
  return wrong({ [field]: refusalSentence(say, refusal) })
}

export default function PaperForm() {
  const { paper, parts, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { paper: w } = words
  const filled = refused?.filled ?? UNFILLED
  return (
    <div className="read stack">
      <Heading title={say(w.form, paper)} about={[paper.wave, say(w[paper.perspective])].join(', ')}>
        <a href={link.papers()}>{say(w.back)}</a>
      </Heading>
      {refused && (
        <Notice tone="late" title={say(words.answer.wrong)} urgent>
          {filled.mistakes[''] ?? say(words.answer.wrongAbout)}
        </Notice>
      )}
      {paper.completed && <Notice tone="calm" title={say(w.filledIn)} />}
      {paper.others && !paper.completed && <Notice tone="soon" title={say(w.others)} />}
      {!paper.completed && !paper.others && (
        <form method="post" className="form" noValidate>
          <p>{say(w.formAbout)}</p>
          <div className="panel form">
            <Field {...at(filled, 'on')} type="date" min={paper.openedOn} max={today} short label={say(w.on)} />
          </div>
          {parts.map(({ title, questions }) => (
            <section key={title} className="panel form">
              <h2>{title}</h2>
              {questions.map(({ name, text, codes }) => (
                <Field
                  key={name}
                  {...at(filled, name)}
                  label={text}
                  hint={say(w.codes, { said: codes })}
                  autoComplete="off"
                  short
                />
              ))}
            </section>
          ))}
          <div className="row">
            <button type="submit" className="button">
              {say(w.send)}
            </button>
          </div>
        </form>
      )}
    </div>
  )
}
