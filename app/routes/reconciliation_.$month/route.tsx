import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { type Refusal, refuse } from '../../protocol/refusal'
import { signOff } from '../../records/reconciliation/sign-off'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { formOf, freeTextOf, numberOf, textOf } from '../gate/form'
import { statementsAsked, withSigners } from './asked'
import { SignForm, type Typed } from './sign-form'
import { Signed, StatementTable, Verdict } from './statement'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.statement.month} · Koppel` : 'Koppel' },
]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { visitor, study } = await enter('/reconciliation/:month', { request, context })
  const found = await statementsAsked(context, study, params.month)
  const [statement, ...before] = await withSigners(context, found)
  if (!statement) throw new Error('a month without statements is not found')
  const mine = scopeOf(visitor.role, 'sign_statements') !== undefined && statement.signing === null
  const earlier = before.filter(({ signing }) => signing !== null)
  return { study: study.code, statement, earlier, signer: mine ? visitor.name : null }
}

/** Signs the statement that was seen off. A refusal keeps what was typed. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { visitor, study, occasion } = await enter('/reconciliation/:month', { request, context })
  const [statement] = await statementsAsked(context, study, params.month)
  const form = await formOf(request)
  const typed: Typed = { name: textOf(form, 'name'), remark: freeTextOf(form, 'remark') }
  const { month = '' } = statement ?? {}
  const signed = same(typed.name, visitor.name)
    ? await signOff(context.databases.study, occasion, { month, seq: numberOf(form, 'seq') ?? 0, remark: typed.remark })
    : refuse('name_differs', { field: 'name' })
  if (signed.ok) return redirect(link.statement(month))
  return data({ typed, refusal: signed.refusal as Refusal & { field?: string } }, { status: 400 })
}

/** A signature is not refused for a capital or a space. */
const same = (typed: string, name: string): boolean => plain(typed) === plain(name)
const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

export default function StatementPage() {
  const { study, statement, earlier, signer } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { reconciliation: w } = words
  const { month, seq, computedOn } = statement
  return (
    <>
      <Heading title={say(w.pageTitle, { month })} about={say(w.pageAbout, { on: computedOn, seq })}>
        <div className="row">
          <a href={link.reconciliation()} className="off-paper">
            {say(w.back)}
          </a>
          <a className="button quiet" href={link.statementCsv(month)}>
            {say(w.csv)}
          </a>
        </div>
      </Heading>
      <div className="stack statement">
        <p className="on-paper">{say(w.study, { study })}</p>
        <Verdict statement={statement} changed={earlier.length > 0 && statement.signing === null} />
        <StatementTable rows={statement.rows} caption={say(w.table)} />
        {statement.signing && <Signed signing={statement.signing} />}
        {signer !== null && (
          <SignForm
            action={link.statement(month)}
            seq={seq}
            signer={signer}
            differs={statement.state === 'differs'}
            typed={failed?.typed}
            field={failed?.refusal.field}
            sentence={failed && refusalSentence(say, failed.refusal)}
          />
        )}
        <p className="soft small off-paper">{say(w.paper)}</p>
        <dl className="on-paper signing-place">
          <dt>{say(w.place)}</dt>
          <dd />
          <dt>{say(w.signature)}</dt>
          <dd />
        </dl>
        {earlier.length > 0 && (
          <section className="stack off-paper" aria-labelledby="earlier">
            <h2 id="earlier">{say(w.earlier)}</h2>
            {earlier.map((one) => (
              <details key={one.seq} className="more">
                <summary>{say(w.version, { n: one.seq })}</summary>
                <div className="stack">
                  <StatementTable rows={one.rows} caption={say(w.table)} />
                  {one.signing && <Signed signing={one.signing} />}
                </div>
              </details>
            ))}
          </section>
        )}
      </div>
    </>
  )
}
