import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { whomAsked } from '../../identity/whom'
import type { Refusal } from '../../protocol/refusal'
import { openInquiries } from '../../records/open-inquiries'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { formOf, textOf } from '../gate/form'
import { typedIn } from '../gate/form-read'
import { languageOf } from '../gate/visitor'
import { Closed, ToRights } from './closed'
import { doorOf, isKnown, knock, opened, type Supervised } from './door'
import { Door } from './door-page'
import { Form } from './form'
import { Inquiries, Whom } from './inquiries'
import type { Mistakes } from './reply'
import { savedIn } from './saved'
import { reasonsFor, shownOf } from './shown'
import { takeIn } from './take-in'
import { takeReply } from './take-reply'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.study} · Koppel` : 'Koppel' }]

/** Of the inquiry also who is not asked this one any more: they may be asked about others. */
const mayHaveMore = ({ asked: { kind, state } }: Supervised) =>
  kind === 'inquiry' && (state === 'answered' || state === 'moved')

/** What is asked; a client's name only in a browser that was shown to be the supervisor's. Looking changes nothing. */
export async function loader(call: LoaderFunctionArgs) {
  const found = await opened('/answer/:token', call)
  const language = await languageOf(call.request, call.context)
  const shown = { ...shownOf(found, language), token: call.params.token ?? '', saved: savedIn(call.request) }
  const nothing = { whom: null, door: null, inquiries: null }
  const { kind, registrationId, state, declinedOn } = found.asked
  const { study, occasion, supervisorId } = found
  if (declinedOn || (state !== 'open' && !mayHaveMore(found))) return { ...shown, ...nothing }
  if (!(await isKnown(call, found))) {
    const door = state === 'open' ? await doorOf(call, found) : null
    return { ...shown, ...nothing, questions: [], door }
  }
  const whom = (id: string) => whomAsked(call.context.vault, occasion, id)
  if (kind !== 'inquiry') return { ...shown, ...nothing, whom: await whom(registrationId) }
  const all = await openInquiries(call.context.databases.study, occasion, { supervisorId, first: registrationId })
  if (all.every(({ answered }) => answered)) return { ...shown, ...nothing }
  const asked = []
  for (const { registrationId: id, inquiryId: _, ...one } of all) asked.push({ ...one, whom: await whom(id) })
  return { ...shown, ...nothing, inquiries: { asked, reasons: reasonsFor(study.protocol, language) } }
}

/**
 * Takes in what was sent, or opens the door. A mistake gives 400 with what was typed; what was closed meanwhile is
 * refused by the verb.
 */
export async function action(call: ActionFunctionArgs) {
  const found = await opened('/answer/:token', call)
  const form = await formOf(call.request)
  if (form.has('step') || !(await isKnown(call, found))) return knock(call, found, form)
  if (found.asked.kind === 'inquiry') return replyTo(call, found, form)
  const mistakes = await takeIn(call.context.databases.study, found, form)
  return mistakes ? unsent(call, form, mistakes, found.asked.pseudonym) : { sent: true as const }
}

/** Why nobody of this link answers what is behind it any more. */
const closedTo = ({ asked: { state, askedOn } }: Supervised): Refusal => {
  if (state === 'answered') return { code: 'already_replied' }
  if (state === 'expired') return { code: 'too_late', sentOn: askedOn }
  return { code: state === 'stopped' ? 'case_left' : 'asked_elsewhere' }
}

/** The answer about one of the clients on the page; about any other than these nobody of this link can answer. */
async function replyTo(call: ActionFunctionArgs, found: Supervised, form: FormData) {
  const { occasion, supervisorId, asked } = found
  const of = textOf(form, 'case') || asked.pseudonym
  const toAnswer = { supervisorId, first: asked.registrationId }
  const all = await openInquiries(call.context.databases.study, occasion, toAnswer)
  const one = all.find(({ pseudonym }) => pseudonym === of)
  if (!one) {
    const refusal = of === asked.pseudonym ? closedTo(found) : { code: 'unknown_case' }
    return unsent(call, form, { '': refusal }, asked.pseudonym)
  }
  const taken = await takeReply(call.context, occasion, one.registrationId, form)
  if ('mistakes' in taken) return unsent(call, form, taken.mistakes, of)
  return redirect(`${link.answer(call.params.token ?? '')}?saved=${of}&how=${taken.how}`, 303)
}

async function unsent(call: ActionFunctionArgs, form: FormData, mistakes: Mistakes, of: string) {
  const say = speak(await languageOf(call.request, call.context))
  const sentences = Object.fromEntries(
    Object.entries(mistakes).map(([field, refusal]) => [field, refusalSentence(say, refusal)]),
  )
  return data({ sent: false as const, of, mistakes: sentences, typed: typedIn(form) }, { status: 400 })
}

export default function AnswerPage() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const outcome = answer && 'sent' in answer ? answer : undefined
  const { say } = useSpeaking()
  const { answer: w } = words
  const { pseudonym, token, door, inquiries, whom } = shown
  if (door)
    return (
      <Door
        door={door}
        shut={answer && 'shut' in answer ? answer.shut : undefined}
        about={
          <>
            {say(words.door.about)} <span className="code">{pseudonym}</span>.
          </>
        }
      >
        <ToRights token={token} />
      </Door>
    )
  const failed = outcome && !outcome.sent ? outcome : undefined
  if (inquiries)
    return (
      <div className="read stack">
        <Inquiries {...inquiries} unsent={failed} saved={shown.saved} />
        <ToRights token={token} />
      </div>
    )
  if (outcome?.sent || shown.kind === 'inquiry' || shown.declinedOn || (shown.state !== 'open' && !failed))
    return <Closed shown={shown} sent={outcome?.sent === true} />
  return (
    <div className="read stack">
      <Heading
        title={say(shown.kind === 'appointment' ? w.appointment : w.questionnaire)}
        about={<Whom about={{ whom, pseudonym }} />}
      />
      {failed && (
        <Notice tone="late" title={say(w.wrong)} urgent>
          {failed.mistakes[''] ?? say(w.wrongAbout)}
        </Notice>
      )}
      <Form shown={shown} mistakes={failed?.mistakes ?? {}} typed={failed?.typed ?? {}} />
      <ToRights token={token} />
    </div>
  )
}
