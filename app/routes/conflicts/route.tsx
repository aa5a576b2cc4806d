import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { conflictsOf } from '../../records/entries/conflicts'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { enter } from '../gate/enter'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { study } = await enter('/conflicts', { request, context })
  return {
    waiting: await conflictsOf(context.databases.study, study),
    done: new URL(request.url).searchParams.has('done'),
  }
}

/** What waits for somebody's choice, without a single answer. */
export default function ConflictsPage() {
  const { waiting, done } = useLoaderData<typeof loader>()
  const { say, language } = useSpeaking()
  const { conflicts: w, conflictsWhy } = words
  const columns = [
    { key: 'pair', label: say(w.pair) },
    { key: 'wave', label: say(w.wave) },
    { key: 'why', label: say(w.why) },
    { key: 'on', label: say(w.on) },
    { key: 'by', label: say(w.by) },
  ]
  const rows = waiting.map(({ entryId, pseudonym, wave, why, on, enteredBy }) => ({
    key: entryId,
    cells: {
      pair: <a href={link.conflict(entryId)}>{pseudonym ?? say(w.noPair)}</a>,
      wave,
      why: Object.hasOwn(conflictsWhy, why) ? say(conflictsWhy[why as keyof typeof conflictsWhy]) : why,
      on: shortDay(language, on),
      by: enteredBy ?? '',
    },
  }))
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)} />
      <div className="stack">
        {done && <Notice tone="good" title={say(w.done)} urgent />}
        {rows.length === 0 ? (
          <Empty title={say(w.none)} />
        ) : (
          <Table caption={say(w.title)} hidden columns={columns} parts={[{ key: 'all', rows }]} />
        )}
      </div>
    </>
  )
}
