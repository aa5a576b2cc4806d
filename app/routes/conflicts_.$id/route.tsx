import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { conflict, conflictsOf } from '../../records/entries/conflicts'
import { decideEntry } from '../../records/entries/decide'
import { interviewedBy } from '../../records/fieldwork/held-by'
import { pinnedBattery } from '../../records/instruments/battery'
import { Choices } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'
import { formOf, textOf } from '../gate/form'
import { at, type Filled, UNFILLED } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { interviewerBehind } from '../gate/interviewer'
import { languageOf } from '../gate/visitor'
import { differingItems } from './shown'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const SIDES = ['standing', 'aside'] as const

/** What is to be decided, by an interviewer; of a supervisor's answers by one who did not interview the client (§6). */
async function asked(call: LoaderFunctionArgs | ActionFunctionArgs) {
  const entrance = await enter('/conflicts/:id', call)
  const { context, params } = call
  const db = context.databases.study
  const id = keyOf(params.id, 'id')
  const waiting = (await conflictsOf(db, entrance.study)).find(({ entryId }) => entryId === id)
  const found = id && waiting && (await conflict(db, entrance.study, id))
  if (!found) throw nothingHere()
  const by = await interviewerBehind(context, entrance)
  const mayDecide =
    by !== null && !(found.perspective === 'supervisor' && (await interviewedBy(db, found.registrationId, by.code)))
  return { ...entrance, db, id, found, pseudonym: waiting.pseudonym, by: mayDecide ? by.code : null }
}

export async function loader(call: LoaderFunctionArgs) {
  const { study, db, id, found, pseudonym, by } = await asked(call)
  const { wave, standing, aside } = found
  const language = await languageOf(call.request, call.context)
  const battery = await pinnedBattery(db, study, found.battery)
  return {
    id,
    wave,
    pseudonym,
    standing: { on: standing.on, by: standing.by },
    aside: { on: aside.on, by: aside.by },
    // no answer leaves the server for who may not decide
    items: by === null ? null : differingItems(found, battery, language),
  }
}

/** Decides item by item, or for one of the two as a whole. */
export async function action(call: ActionFunctionArgs) {
  const { db, id, occasion, found, by } = await asked(call)
  const say = speak(await languageOf(call.request, call.context))
  if (by === null) return data({ filled: UNFILLED, sentence: say(words.conflicts.notYours) }, { status: 400 })
  const form = await formOf(call.request)
  const all = SIDES.find((side) => side === textOf(form, 'all'))
  const chosen = Object.fromEntries(
    found.items.flatMap((code) => {
      const side = all ?? SIDES.find((one) => one === textOf(form, code))
      return side ? [[code, side] as const] : []
    }),
  )
  const decided = await decideEntry(db, occasion, { entryId: id, chosen, enteredBy: by })
  if (decided.ok) return redirect(link.conflicts('done'))
  const { code, field = '' } = decided.refusal
  const sentence = code === 'required' ? say(words.conflicts.choose) : refusalSentence(say, decided.refusal)
  const filled: Filled = { typed: typedIn(form), mistakes: { [field]: sentence } }
  return data({ filled, sentence }, { status: 400 })
}

export default function OneConflict() {
  const { id, wave, pseudonym, standing, aside, items } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { conflicts: w } = words
  const filled = refused?.filled ?? UNFILLED
  return (
    <div className="read stack">
      <Heading title={say(w.oneTitle, { wave, pseudonym: pseudonym ?? say(w.noPair) })} about={say(w.oneAbout)} />
      {refused && <Notice tone="late" title={refused.sentence} urgent />}
      {items === null ? (
        <Notice tone="soon" title={say(w.notYours)} />
      ) : (
        <form method="post" action={link.conflict(id)} className="form">
          <p>
            {say(w.standing, standing)}. {say(w.aside, aside)}.
          </p>
          {items.length === 0 && <p>{say(w.same)}</p>}
          {items.map(({ code, text, ...said }) => (
            <Choices
              key={code}
              {...at(filled, code)}
              label={text}
              options={[
                { value: 'standing', label: say(w.said, { answer: said.standing, side: say(w.first) }) },
                { value: 'aside', label: say(w.said, { answer: said.aside, side: say(w.second) }) },
              ]}
            />
          ))}
          <div className="row">
            <button type="submit" className="button">
              {say(w.decide)}
            </button>
            <button type="submit" name="all" value="standing" className="button quiet">
              {say(w.allStanding)}
            </button>
            <button type="submit" name="all" value="aside" className="button quiet">
              {say(w.allAside)}
            </button>
          </div>
        </form>
      )}
    </div>
  )
}
