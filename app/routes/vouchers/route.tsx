import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { placesKnown } from '../../records/sites/places'
import { bookVouchers, countVouchers } from '../../records/vouchers/booking'
import { bookings, stocks } from '../../records/vouchers/ledger'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { cursorOf } from '../gate/cursor'
import { enter } from '../gate/enter'
import { formOf, freeTextOf, numberOf, textOf } from '../gate/form'
import { type Filled, UNFILLED } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { Refused } from '../gate/refused'
import { languageOf } from '../gate/visitor'
import { BookForm, CountForm } from './forms'
import { BookingTable, StockTable } from './tables'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 50

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { study } = await enter('/vouchers', { request, context })
  const db = context.databases.study
  const after = cursorOf(request, 'dayAndId')
  return {
    after,
    stocks: await stocks(db, study.id),
    page: await bookings(db, study.id, { after, limit: PAGE }),
    locations: [...new Set((await placesKnown(db, study)).map(({ location }) => location))],
    done: new URL(request.url).searchParams.get('done') === 'done',
  }
}

/** Books vouchers, or a count; a refused form comes back as it was typed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { occasion } = await enter('/vouchers', { request, context })
  const db = context.databases.study
  const form = await formOf(request)
  const sent =
    textOf(form, 'form') === 'count'
      ? await countVouchers(db, occasion, {
          location: textOf(form, 'counted_location'),
          counted: numberOf(form, 'counted') ?? Number.NaN,
          remark: freeTextOf(form, 'count_remark'),
        })
      : await bookVouchers(db, occasion, {
          location: textOf(form, 'location'),
          kind: textOf(form, 'kind'),
          amount: numberOf(form, 'amount') ?? Number.NaN,
          remark: freeTextOf(form, 'remark'),
        })
  if (sent.ok) return redirect(link.vouchers({ done: 'done' }))
  const sentence = refusalSentence(speak(await languageOf(request, context)), sent.refusal)
  const filled: Filled = { typed: typedIn(form), mistakes: { [sent.refusal.field ?? '']: sentence } }
  return data({ filled, sentence }, { status: 400 })
}

export default function VouchersPage() {
  const { after, stocks, page, locations, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { vouchers: w } = words
  const filledIn = (form: string) => (refused?.filled.typed.form === form ? refused.filled : UNFILLED)
  const fields = {
    kind: say(w.kind),
    location: say(w.location),
    amount: say(w.amount),
    remark: say(w.remark),
    counted_location: say(w.location),
    counted: say(w.counted),
    count_remark: say(w.remark),
  }
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)}>
        <a href={link.interviewers()}>{say(words.interviewers.title)}</a>
      </Heading>
      <div className="stack">
        {refused && <Refused refused={refused} fields={fields} />}
        {done && !refused && <Notice tone="good" title={say(w.done)} urgent />}
        {stocks.some(({ stock }) => stock < 0) && <Notice tone="soon" title={say(w.short)} />}
        {stocks.length > 0 ? <StockTable stocks={stocks} /> : <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty>}
        <BookForm locations={locations} filled={filledIn('book')} />
        <CountForm locations={locations} filled={filledIn('count')} />
        {page.items.length > 0 && <BookingTable items={page.items} />}
        <Pager
          label={say(words.shell.pages)}
          first={after ? link.vouchers() : null}
          next={page.next ? link.vouchers({ after: page.next }) : null}
          words={{ first: say(words.shell.first), next: say(words.shell.next) }}
        />
      </div>
    </>
  )
}
