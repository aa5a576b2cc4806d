import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { flowCases } from '../../records/flow/cases'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { askedOf } from '../flow/asked'
import { namesOf } from '../flow/named'
import { cursorOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'
import { languageOf } from '../gate/visitor'
import { choiceOf } from './choice-of'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 50

/** Who a number of the flow counts: pseudonyms, places, days and reasons. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { study, occasion } = await enter('/flow/cases', { request, context })
  const db = context.databases.study
  const { part, query, typed, mistakes } = await askedOf(request, db, study, occasion.today)
  // the page of the flow says what is wrong with a day or a place
  if (Object.keys(mistakes).length > 0) throw redirect(link.flow(typed))
  const choice = choiceOf(request, study)
  if (!choice) throw nothingHere()
  const after = cursorOf(request, 'dayAndId')
  const { items, next } = await flowCases(db, study, { ...part, after, limit: PAGE }, choice.of)
  const names = namesOf(study.protocol, await languageOf(request, context))
  const what = choice.named(names)
  return {
    on: part.on,
    step: names.step(choice.of.step),
    what,
    query,
    chosen: { ...query, ...choice.query },
    next,
    after,
    rows: items.map(({ step, stage, reason, ...item }) => ({
      ...item,
      stood: reason === null ? names.stage(step, stage) : names.reason(step, reason),
    })),
  }
}

export default function FlowCases() {
  const { on, step, what, query, chosen, rows, next, after } = useLoaderData<typeof loader>()
  const { say, language } = useSpeaking()
  const { flow: w } = words
  const title = say(w.casesOf, { step, what: what ?? say(w.everybody) })
  return (
    <>
      <Heading title={say(w.cases)} about={say(w.casesOn, { on })}>
        <a href={link.flow(query)}>{say(w.back)}</a>
      </Heading>
      {rows.length === 0 ? (
        <Empty title={say(w.nobody)}>{say(w.nobodyAbout)}</Empty>
      ) : (
        <Table
          caption={title}
          columns={[
            { key: 'client', label: say(w.client) },
            { key: 'location', label: say(w.location) },
            { key: 'registered', label: say(w.registeredOn) },
            { key: 'stood', label: say(w.stood) },
            { key: 'since', label: say(w.since) },
          ]}
          parts={[
            {
              key: 'all',
              rows: rows.map((row) => ({
                key: row.id,
                cells: {
                  client: (
                    <a className="code" href={link.case(row.id)}>
                      {row.pseudonym}
                    </a>
                  ),
                  location: row.location,
                  registered: <time dateTime={row.registeredOn}>{shortDay(language, row.registeredOn)}</time>,
                  stood: row.stood,
                  since: <time dateTime={row.since}>{shortDay(language, row.since)}</time>,
                },
              })),
            },
          ]}
        />
      )}
      <Pager
        label={say(words.shell.pages)}
        first={after ? link.flowCases(chosen) : null}
        next={next ? link.flowCases({ ...chosen, after: next }) : null}
        words={{ first: say(words.shell.first), next: say(words.shell.next) }}
      />
    </>
  )
}
