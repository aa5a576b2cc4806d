import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { STAGES } from '../../protocol/stages'
import { type Move, mayFor } from '../../protocol/transitions'
import { awayNow } from '../../records/absences'
import { type CaseInquiry, caseInquiry } from '../../records/case-inquiry'
import { attemptsOf } from '../../records/intake/attempts'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { reasonsFor } from '../answer.$token/shown'
import { keyOf } from '../gate/cursor'
import { type Entrance, enter, nothingHere } from '../gate/enter'
import { formOf, textOf } from '../gate/form'
import { typedIn } from '../gate/form-read'
import { languageOf } from '../gate/visitor'
import { type Deed, deedIn, doDeed } from './do'
import { Deeds } from './forms'
import { Attempts, Earlier, Ladder, Now } from './told'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.file.client} · Koppel` : 'Koppel' },
]

async function opened({ request, context, params }: LoaderFunctionArgs): Promise<Entrance & { file: CaseInquiry }> {
  const entrance = await enter('/cases/:id/inquiry', { request, context })
  const id = keyOf(params.id, 'id')
  const file = id && (await caseInquiry(context.databases.study, entrance.study, id))
  if (!file) throw nothingHere()
  return { ...entrance, file }
}

/** Why a deed cannot be done now: a code of the catalogue; null when it can. */
function hinders({ place, declined, linked, ...client }: CaseInquiry): Record<Deed, string | null> {
  const first = client.withdrawn ? 'withdrawn' : null
  const hindered = (move: Move) => {
    const may = mayFor(move, place, client)
    return may === true ? null : may
  }
  const asked = (move: Move) => first ?? (declined ? 'supervisor_declined' : hindered(move))
  const link = first ?? (linked ? null : 'no_link')
  return {
    attempt: first,
    answer: asked('record_reply'),
    again: asked('ask_again'),
    // a colleague may be asked where the supervisor is not to be
    hand_over: first ?? hindered('hand_over'),
    change_supervisor: first ?? hindered('change_supervisor'),
    new_link: declined ? 'supervisor_declined' : link,
    revoke: link,
  }
}

export async function loader(call: LoaderFunctionArgs) {
  const { study, occasion, file } = await opened(call)
  const db = call.context.databases.study
  const language = await languageOf(call.request, call.context)
  const say = speak(language)
  const stage = file.place.startsWith('left_') ? 'left' : (file.place as keyof typeof STAGES)
  const away = await awayNow(db, occasion, file.registrationId)
  const closed = Object.entries(hinders(file)).flatMap(([deed, code]) =>
    code ? [[deed, refusalSentence(say, { code })] as const] : [],
  )
  return {
    file,
    attempts: await attemptsOf(db, file.registrationId),
    stage: STAGES[stage].label[language],
    awayUntil: away,
    today: occasion.today,
    reasons: reasonsFor(study.protocol, language),
    closed: Object.fromEntries(closed) as Partial<Record<Deed, string>>,
    saved: new URL(call.request.url).searchParams.has('done'),
  }
}

/** Does what one form asks; when it is refused the form comes back as it was filled in, with why. */
export async function action(call: ActionFunctionArgs) {
  const { occasion, file } = await opened(call)
  const sent = await formOf(call.request)
  const deed = deedIn(textOf(sent, 'deed'))
  if (!deed) throw new Response(null, { status: 400, statusText: 'Bad Request' })
  const { registrationId } = file
  const outcome = await doDeed(deed, { context: call.context, occasion, registrationId, sent })
  if (outcome.ok) return redirect(link.caseInquiry(registrationId, deed), 303)
  const say = speak(await languageOf(call.request, call.context))
  const { refusal } = outcome
  const sentence = refusalSentence(say, refusal)
  const field = refusal.field === 'supervision' ? '' : (refusal.field ?? '')
  return data({ deed, typed: typedIn(sent), field, sentence }, { status: 400 })
}

export default function CaseInquiryPage() {
  const { file, attempts, stage, awayUntil, today, reasons, closed, saved } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { inquiries: w } = words
  return (
    <div className="read stack">
      <Heading title={say(w.title, { client: file.client })}>
        <a href={link.case(file.registrationId)}>{say(w.toCase)}</a>
      </Heading>
      {saved && !sent && <Notice tone="good" title={say(w.done)} />}
      {sent && (
        <Notice tone="late" title={say(w.notDone)} urgent>
          {sent.sentence}
        </Notice>
      )}
      <Now file={file} stage={stage} awayUntil={awayUntil} />
      <Ladder said={file.said} />
      <Attempts attempts={attempts} />
      <Earlier asked={file.asked} />
      <Deeds file={file} reasons={reasons} closed={closed} today={today} sent={sent} />
    </div>
  )
}
