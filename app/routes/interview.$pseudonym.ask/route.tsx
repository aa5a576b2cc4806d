import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { now } from '../../platform/clock'
import { askedInOrder, firstOpen, nextItem, previousItem } from '../../protocol/instruments/progress'
import { Notice } from '../../ui/notice'
import { Paused } from '../../ui/paused'
import { useSpeaking } from '../../ui/speaking'
import { TalkQuestion } from '../../ui/talk-question'
import { formOf, freeTextOf, textOf } from '../gate/form'
import { enterOwnInterview } from '../gate/interview'
import { ownTalk } from '../gate/own-talk'
import { talkShown } from '../gate/talk-shown'
import { answerField } from '../talk/answer-in'
import { keep, saidIn } from './keep'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

/** An interview that is going on, with what was said so far. Goes elsewhere when it was broken off or is over, or the client stopped. */
async function going(call: LoaderFunctionArgs) {
  const page = await enterOwnInterview('/interview/:pseudonym/ask', call)
  const { held, pseudonym, stopped } = page
  if (held.completedOn) throw redirect(link.endInterview(pseudonym))
  if (held.brokenOffOn || stopped) throw redirect(link.interview(pseudonym))
  return { page, talk: await ownTalk(call.context, page, held.measurementId) }
}

export async function loader(call: LoaderFunctionArgs) {
  const { page, talk } = await going(call)
  const { pseudonym } = page
  const { battery, order, given } = talk
  const asked = new URL(call.request.url).searchParams
  const wanted = asked.get('item') ?? asked.get('pause')
  const item = askedInOrder(battery, order, given).find((code) => code === wanted)
  if (!item) {
    const open = firstOpen(battery, order, given)
    throw redirect(open ? link.ask(pseudonym, { item: open }) : link.endInterview(pseudonym))
  }
  const alone = { alone: true, pseudonym, item }
  if (asked.has('pause')) return { ...alone, paused: true as const }
  const hidden = { item, seen: talk.seen, at: `${now().getTime()}` }
  return { ...alone, paused: false as const, shown: talkShown(talk, item), hidden }
}

/** Keeps what was said, whichever button leaves the question. */
export async function action(call: ActionFunctionArgs) {
  const { page, talk } = await going(call)
  const { pseudonym } = page
  const { battery, order } = talk
  const form = await formOf(call.request)
  const say = speak(page.language)
  const item = textOf(form, 'item')
  const typed = { value: form.getAll(answerField(item)).map(String).at(-1), note: freeTextOf(form, 'note') }
  const said = await saidIn(call.context, page, talk, form)
  if (!said.ok) {
    const { field } = said.refusal
    if (!field) throw redirect(link.ask(pseudonym))
    const sentence = refusalSentence(say, said.refusal)
    return data({ typed, mistakes: { [field]: sentence } as Record<string, string>, aside: false }, { status: 400 })
  }
  const kept = await keep(call.context, page, battery, said.value)
  if (!kept.ok) {
    const mistakes: Record<string, string> = { '': refusalSentence(say, kept.refusal) }
    return data({ typed, mistakes, aside: false }, { status: 400 })
  }
  const { taken, given } = kept.value
  if (taken.state === 'aside')
    return data({ typed, mistakes: {} as Record<string, string>, aside: true }, { status: 409 })
  const go = form.get('go')
  if (go === 'pause') return redirect(link.ask(pseudonym, { pause: item }))
  if (go === 'language') return redirect(link.ask(pseudonym, { item }))
  if (go === 'end') return redirect(link.endInterview(pseudonym))
  const to = go === 'back' ? (previousItem(battery, order, given, item) ?? item) : nextItem(battery, order, given, item)
  return redirect(to ? link.ask(pseudonym, { item: to }) : link.endInterview(pseudonym))
}

export default function Ask() {
  const at = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { interview: w } = words
  const { pseudonym, item } = at
  if (at.paused)
    return (
      <Paused>
        <a className="button large" href={link.ask(pseudonym, { item })}>
          {say(words.talk.goOn)}
        </a>
      </Paused>
    )
  const { mistakes = {}, typed } = sent ?? {}
  const shown = {
    ...at.shown,
    ...(typed?.value !== undefined && { value: typed.value }),
    ...(typed && { note: typed.note }),
    ...(mistakes.answer && { mistake: mistakes.answer }),
    ...(mistakes.note && { noteMistake: mistakes.note }),
  }
  return (
    <div className="stack">
      {mistakes[''] && (
        <Notice tone="late" title={say(w.notKept)} urgent>
          <p>{mistakes['']}</p>
        </Notice>
      )}
      {sent?.aside && (
        <Notice tone="late" title={say(w.aside)} urgent>
          <p>{say(w.asideAbout)}</p>
          <p>
            <a href={link.conflicts()}>{say(w.toConflicts)}</a>
          </p>
        </Notice>
      )}
      <TalkQuestion key={`${item} ${shown.language}`} shown={shown} hidden={at.hidden}>
        <p className="row">
          <button type="submit" name="go" value="end" className="button quiet">
            {say(w.toLast)}
          </button>
          <a className="button quiet" href={link.incident(pseudonym)}>
            {say(w.something)}
          </a>
          <a href={link.interview(pseudonym)} className="code">
            {pseudonym}
          </a>
        </p>
      </TalkQuestion>
    </div>
  )
}
