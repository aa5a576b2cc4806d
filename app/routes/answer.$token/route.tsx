import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { whomAsked } from '../../identity/whom'
import { openInquiries } from '../../records/open-inquiries'
import { useSpeaking } from '../../ui/speaking'
import { formOf, textOf } from '../gate/form'
import { languageOf } from '../gate/visitor'
import { AppointmentPage } from './appointment-page'
import { Closed, ToRights } from './closed'
import { courseOf } from './course'
import { doorOf, isKnown, knock, opened, type Supervised } from './door'
import { Door } from './door-page'
import { fillingOf } from './filling'
import { Inquiries } from './inquiries'
import { QuestionnairePage } from './questionnaire-page'
import { saveSheet } from './save-sheet'
import { savedIn } from './saved'
import { reasonsFor, shownOf } from './shown'
import { takeAppointment } from './take-appointment'
import { takeReply } from './take-reply'
import { closedTo, unsent } from './unsent'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.study} · Koppel` : 'Koppel' }]

/** Of the inquiry also who is not asked this one any more: they may be asked about others. */
const mayHaveMore = ({ asked: { kind, state } }: Supervised) =>
  kind === 'inquiry' && (state === 'answered' || state === 'moved')

/** What is asked; a client's name only in a browser that was shown to be the supervisor's. Looking changes nothing. */
export async function loader(call: LoaderFunctionArgs) {
  const found = await opened('/answer/:token', call)
  const language = await languageOf(call.request, call.context)
  const shown = { ...shownOf(found, language), token: call.params.token ?? '', saved: savedIn(call.request) }
  const nothing = { whom: null, door: null, inquiries: null, filling: null, typing: false }
  const { kind, registrationId, state, declinedOn } = found.asked
  const { study, occasion, supervisorId } = found
  if (declinedOn || (state !== 'open' && !mayHaveMore(found))) return { ...shown, ...nothing }
  if (!(await isKnown(call, found))) {
    const door = state === 'open' ? await doorOf(call, found) : null
    return { ...shown, ...nothing, door }
  }
  const whom = (id: string) => whomAsked(call.context.vault, occasion, id)
  if (kind === 'appointment') return { ...shown, ...nothing, whom: await whom(registrationId) }
  if (kind === 'measurement') {
    const course = await courseOf(call.context.databases.study, found)
    const filling = fillingOf(course, new URL(call.request.url), language)
    // a form of several pages brings its own buttons for the language: what was typed goes along
    return { ...shown, ...nothing, whom: await whom(registrationId), filling, typing: filling.look === 'sheet' }
  }
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
  if (found.asked.kind === 'measurement') return saveSheet(call, found, form)
  const mistakes = await takeAppointment(call.context.databases.study, found, form)
  return mistakes ? unsent(call, form, mistakes, found.asked.pseudonym) : { sent: true as const }
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

export default function AnswerPage() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const outcome = answer && 'sent' in answer ? answer : undefined
  const { say } = useSpeaking()
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
  const about = { whom, pseudonym }
  const { askedOn, until, confidential, filling } = shown
  if (filling)
    return (
      <div className="read stack">
        <QuestionnairePage
          filling={filling}
          {...{ token, about, askedOn, until, confidential, failed }}
          elsewhere={answer !== undefined && 'elsewhere' in answer}
        />
        <ToRights token={token} />
      </div>
    )
  const open = shown.kind === 'appointment' && (shown.state === 'open' || failed)
  if (outcome?.sent || shown.declinedOn || !open)
    return <Closed shown={shown} sent={outcome?.sent === true} refused={failed?.mistakes['']} />
  return (
    <div className="read stack">
      <AppointmentPage {...{ about, askedOn, until, failed }} />
      <ToRights token={token} />
    </div>
  )
}
