import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { count } from '../../i18n/numbers'
import { actorsOf } from '../../identity/actors'
import { signedPerMonth } from '../../identity/counted'
import { monthOf } from '../../protocol/day'
import { reconcile } from '../../records/reconciliation/reconcile'
import { statementMonths } from '../../records/reconciliation/statements'
import { Badge } from '../../ui/badge'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { cursorOf } from '../gate/cursor'
import { enter } from '../gate/enter'
import { statementTone } from '../gate/tones'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 24

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visitor, study, occasion } = await enter('/reconciliation', { request, context })
  const after = cursorOf(request, 'month')
  const { items, next } = await statementMonths(context.databases.study, study.id, { before: after, limit: PAGE })
  const signers = await actorsOf(
    context.vault,
    items.flatMap(({ signing }) => signing?.actor ?? []),
  )
  const months = items.map(({ signing, ...line }) => {
    const signer = signing && signers.get(signing.actor)
    return { ...line, signedOn: signing?.on ?? null, signedBy: signer?.kind === 'account' ? signer.name : null }
  })
  const running = after === null && items.length > 0 ? monthOf(occasion.today) : null
  return { months, running, after, next, compares: scopeOf(visitor.role, 'sign_statements') !== undefined }
}

/** Compares now, as the night does. Gives of how many months the numbers were new. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { study, occasion } = await enter('/reconciliation', { request, context })
  const written = await reconcile(context.databases.study, occasion, (locations) =>
    signedPerMonth(context.vault, study.id, locations),
  )
  return data({ written })
}

type Month = Awaited<ReturnType<typeof loader>>['months'][number]

export default function Reconciliation() {
  const { months, running, after, next, compares } = useLoaderData<typeof loader>()
  const compared = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { reconciliation: w } = words
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)}>
        {compares && (
          <form method="post" action={link.reconciliation()}>
            <button type="submit" className="button quiet">
              {say(w.compare)}
            </button>
          </form>
        )}
      </Heading>
      <div className="stack">
        {compared && (
          <Notice tone="calm" title={say(w.compared)} urgent>
            {say(w.written, { n: compared.written })}
          </Notice>
        )}
        {months.length > 0 ? (
          <Months months={months} running={running} />
        ) : after ? (
          <Empty title={say(w.end)} />
        ) : (
          <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty>
        )}
      </div>
      <Pager
        label={say(words.shell.pages)}
        first={after ? link.reconciliation() : null}
        next={next ? link.reconciliation(next) : null}
        words={{ first: say(words.shell.first), next: say(words.shell.next) }}
      />
    </>
  )
}

function Months({ months, running }: { months: readonly Month[]; running: string | null }) {
  const { say, language } = useSpeaking()
  const { reconciliation: w } = words
  const open = running && {
    key: running,
    cells: {
      month: say(w.named, { month: running }),
      state: <Badge tone={statementTone.open}>{say(words.statementStates.open)}</Badge>,
      signed: <span className="soft small">{say(w.running)}</span>,
    },
  }
  const rows = months.map((one) => ({
    key: one.month,
    cells: {
      month: <a href={link.statement(one.month)}>{say(w.named, { month: one.month })}</a>,
      state: <Badge tone={statementTone[one.state]}>{say(words.statementStates[one.state])}</Badge>,
      forms: count(language, one.forms),
      interviews: count(language, one.interviews),
      difference: one.differing > 0 ? say(w.differing, { n: one.differing }) : '',
      signed: one.signedOn && (
        <>
          {one.signedBy ?? say(w.gone)}
          <div className="soft small">
            <time dateTime={one.signedOn}>{shortDay(language, one.signedOn)}</time>
          </div>
        </>
      ),
    },
  }))
  return (
    <Table
      caption={say(w.list)}
      columns={[
        { key: 'month', label: say(w.month) },
        { key: 'state', label: say(w.state) },
        { key: 'forms', label: say(w.forms), number: true },
        { key: 'interviews', label: say(w.interviews), number: true },
        { key: 'difference', label: say(w.difference) },
        { key: 'signed', label: say(w.signed) },
      ]}
      parts={[{ key: 'all', rows: open ? [open, ...rows] : rows }]}
    />
  )
}
