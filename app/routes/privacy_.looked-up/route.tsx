import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LOOK_VERBS } from '../../access/looks'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { noteLooksSeen } from '../../identity/looked'
import { Empty } from '../../ui/empty'
import { Field, Select } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { DoneTable } from '../privacy/done-table'
import { pageOfLooks } from '../privacy/trail'
import { askedIn } from './asked'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 100

/** Every look, copy, list and release of a month; to look at a page of them is written down before it is shown. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { occasion } = await enter('/privacy/looked-up', { request, context })
  const asked = askedIn(request, occasion.today)
  const { month, after, slip } = asked
  await noteLooksSeen(context.vault, occasion, { month, kind: asked.verb ?? null })
  const chains = { vault: context.vault, db: context.databases.study, study: occasion.study }
  const page = await pageOfLooks(chains, { ...asked, limit: PAGE })
  return { month, verb: asked.verb ?? null, after, slip, page }
}

export default function LookedUp() {
  const { month, verb, after, page } = useLoaderData<typeof loader>()
  const { say } = useSpeaking()
  const { privacy: w } = words
  const query = { month, ...(verb && { verb }) }
  return (
    <>
      <Heading title={say(w.toLooks)} about={say(w.looksAbout)}>
        <a href={link.privacy()}>{say(w.back)}</a>
      </Heading>
      <div className="stack">
        <Ask />
        {page.rows.length === 0 ? (
          <Empty title={say(w.noLooks)}>{say(w.noLooksAbout)}</Empty>
        ) : (
          <DoneTable caption={say(w.looksIn, { month })} aside={say(w.rowsFound, { n: page.count })} rows={page.rows} />
        )}
        <Pager
          label={say(words.shell.pages)}
          first={after ? link.looks(query) : null}
          next={page.next ? link.looks({ ...query, after: page.next }) : null}
          words={{ first: say(words.shell.first), next: say(words.shell.next) }}
        />
      </div>
    </>
  )
}

/** Which month and which kind; and the same as a file. */
function Ask() {
  const { month, verb, slip } = useLoaderData<typeof loader>()
  const { say } = useSpeaking()
  const { privacy: w } = words
  const options = LOOK_VERBS.map((value) => ({ value, label: say(words.doings[value]) }))
  return (
    <form method="get" action={link.looks()} className="search">
      <Field
        name="month"
        label={say(w.month)}
        hint={say(w.monthHint)}
        value={slip ?? month}
        short
        {...(slip && { mistake: say(w.noMonth) })}
      />
      <Select
        name="verb"
        label={say(w.doing)}
        none={say(w.everything)}
        value={verb ?? ''}
        groups={[{ label: say(w.toLooks), options }]}
      />
      <button type="submit" className="button quiet">
        {say(w.show)}
      </button>
      <a className="button quiet" href={link.looksCsv({ month, ...(verb && { verb }) })} download>
        {say(w.download)}
      </a>
    </form>
  )
}
