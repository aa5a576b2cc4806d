import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { mendedSince } from '../../identity/mended'
import type { Occasion } from '../../platform/occasion'
import { parseDay } from '../../protocol/day'
import { readPseudonym } from '../../protocol/pseudonym'
import { type Result, refuse } from '../../protocol/refusal'
import { beAway, endAbsence } from '../../records/absences'
import { failedTo, resendFailed } from '../../records/ledger/resend'
import { absencesOf, awaitingOf, supervisorNamed, supervisors } from '../../records/supervisors'
import { Empty } from '../../ui/empty'
import { Facts } from '../../ui/facts'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'
import { formOf, textOf } from '../gate/form'
import { typedIn } from '../gate/form-read'
import { languageOf } from '../gate/visitor'
import { Absences, type Sent } from './absences'
import { ALL_THE_SAME, FailedMail } from './failed-mail'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.one.pseudonym} · Koppel` : 'Koppel' },
]

async function opened({ request, context, params }: LoaderFunctionArgs) {
  const { occasion } = await enter('/supervisors/:pseudonym', { request, context })
  const pseudonym = keyOf(params.pseudonym?.toUpperCase(), 'pseudonym')
  const part = { after: null, limit: 1, only: pseudonym ?? '' }
  const [one] = pseudonym ? (await supervisors(context.databases.study, occasion, part)).items : []
  if (!one) throw nothingHere()
  return { occasion, one }
}

/** One supervisor by pseudonym: places, what is owed, when they are away. */
export async function loader(call: LoaderFunctionArgs) {
  const { occasion, one } = await opened(call)
  const db = call.context.databases.study
  const { id, ...shown } = one
  return {
    one: shown,
    today: occasion.today,
    absences: await absencesOf(db, id),
    awaiting: await awaitingOf(db, id),
    failed: await failedOf(call.context, id),
    saved: new URL(call.request.url).searchParams.has('done'),
  }
}

type Rooms = LoaderFunctionArgs['context']

/** What did not arrive, and whether the register told an address since; null when everything arrived. */
async function failedOf({ databases, vault }: Rooms, supervisorId: string) {
  const failed = await failedTo(databases.study, supervisorId)
  return failed && { lines: failed.lines, mended: await mendedSince(vault, supervisorId, failed.tried) }
}

/** Sends again what did not arrive, once the address was mended, or all the same: a mailbox may have been out of order. */
async function again(rooms: Rooms, occasion: Occasion, supervisorId: string, how: string): Promise<Result<unknown>> {
  const failed = await failedOf(rooms, supervisorId)
  if (failed && !failed.mended && how !== ALL_THE_SAME) return refuse('address_not_mended')
  return resendFailed(rooms.databases.study, occasion, supervisorId)
}

/** Adds an absence or ends one, or sends again what did not arrive. Refused with what was typed. */
export async function action(call: ActionFunctionArgs) {
  const { occasion, one } = await opened(call)
  const sent = await formOf(call.request)
  const db = call.context.databases.study
  const ends = keyOf(textOf(sent, 'ends'), 'id')
  const outcome = sent.has('again')
    ? await again(call.context, occasion, one.id, textOf(sent, 'again'))
    : ends
      ? await endAbsence(db, occasion, ends)
      : await add(db, occasion, one.id, sent)
  if (outcome.ok) return redirect(link.supervisor(one.pseudonym, 'done'), 303)
  const say = speak(await languageOf(call.request, call.context))
  const { refusal } = outcome
  const answer: Sent = { typed: typedIn(sent), field: refusal.field ?? '', sentence: refusalSentence(say, refusal) }
  return data(answer, { status: 400 })
}

type Db = Parameters<typeof beAway>[0]

async function add(db: Db, occasion: Occasion, supervisorId: string, sent: FormData): Promise<Result<unknown>> {
  const from = parseDay(textOf(sent, 'from'))
  if (!from) return refuse('no_day', { field: 'from' })
  const until = parseDay(textOf(sent, 'until'))
  if (!until) return refuse('no_day', { field: 'until' })
  const typed = textOf(sent, 'stand_in')
  if (!typed) return beAway(db, occasion, { supervisorId, from, until, standInId: null })
  const read = readPseudonym(typed)
  const standInId = read.ok ? await supervisorNamed(db, occasion, read.value) : null
  if (!standInId) return refuse('unknown_supervisor', { field: 'stand_in' })
  return beAway(db, occasion, { supervisorId, from, until, standInId })
}

export default function SupervisorPage() {
  const { one, today, absences, awaiting, failed, saved } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { say, language } = useSpeaking()
  const { supervisorsPage: w } = words
  return (
    <div className="read stack">
      <Heading title={say(w.one, one)}>
        <a href={link.supervisors()}>{say(w.list)}</a>
      </Heading>
      {saved && !sent && <Notice tone="good" title={say(words.inquiries.done)} />}
      {sent && (
        <Notice tone="late" title={say(words.inquiries.notDone)} urgent>
          {sent.sentence}
        </Notice>
      )}
      {one.declinedOn && <Notice tone="mute" title={say(w.never, { since: one.declinedOn })} />}
      <section className="panel">
        <Facts
          facts={[
            { label: say(w.places), value: say(w.ofPlaces, one) },
            { label: say(w.inquiries), value: one.inquiries },
            { label: say(w.questionnaires), value: one.questionnaires },
            { label: say(w.attempts), value: one.attempts },
          ]}
        />
      </section>
      {failed && <FailedMail {...failed} />}
      {awaiting.length === 0 ? (
        <Empty title={say(w.awaitingNone)} />
      ) : (
        <Table
          caption={say(w.awaiting)}
          small
          columns={[
            { key: 'client', label: say(w.client) },
            { key: 'since', label: say(w.since) },
          ]}
          parts={[
            {
              key: 'all',
              rows: awaiting.map(({ registrationId, client, sentOn }) => ({
                key: registrationId,
                cells: {
                  client: (
                    <a className="code" href={link.caseInquiry(registrationId)}>
                      {client}
                    </a>
                  ),
                  since: shortDay(language, sentOn),
                },
              })),
            },
          ]}
        />
      )}
      <Absences absences={absences} today={today} open={!one.declinedOn} sent={sent} />
    </div>
  )
}
