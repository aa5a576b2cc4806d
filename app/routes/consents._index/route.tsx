import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { longMonth } from '../../i18n/days'
import { count } from '../../i18n/numbers'
import { waitingForms } from '../../identity/forms/waiting'
import { pairsOf } from '../../records/consent-case'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { Tiles } from '../../ui/tiles'
import { enter } from '../gate/enter'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const DONE = ['checked', 'refused'] as const

/**
 * The paper forms that wait. A form to check comes without a pseudonym: who reads its scan sees a name, and has no need
 * of the number (protocol §6). The others lead to their pair, for those who take consent.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visitor, study, occasion } = await enter('/consents', { request, context })
  const forms = await waitingForms(context.vault, occasion)
  const takes = scopeOf(visitor.role, 'take_consent') !== undefined
  const clients = takes ? forms.flatMap(({ clientId }) => (clientId ? [clientId] : [])) : []
  const pairs = await pairsOf(context.databases.study, study, clients)
  const asked = new URL(request.url).searchParams.get('done')
  return {
    done: DONE.find((one) => one === asked) ?? null,
    forms: forms.map(({ clientId, ...form }) => ({ ...form, pseudonym: (clientId && pairs.get(clientId)) ?? null })),
  }
}
type Form = Awaited<ReturnType<typeof loader>>['forms'][number]

const STATES = ['check', 'scan', 'refused'] as const

export default function Consents() {
  const { done, forms } = useLoaderData<typeof loader>()
  const { say, language } = useSpeaking()
  const { consent: w, consentForms: f } = words
  const inState = (state: Form['state']) => forms.filter((form) => form.state === state)
  return (
    <>
      <Heading title={say(w.list)} about={say(w.listAbout)} />
      <div className="stack">
        {done && <Notice tone="good" title={say(done === 'checked' ? f.checkedNow : f.refusedNow)} />}
        <Tiles
          tiles={STATES.map((state) => ({
            label: say(words.formStates[state]),
            value: count(language, inState(state).length),
            zero: inState(state).length === 0,
          }))}
        />
        {forms.length === 0 ? (
          <Empty title={say(w.listEmpty)}>{say(w.listEmptyAbout)}</Empty>
        ) : (
          <Table
            caption={say(w.list)}
            columns={[
              { key: 'month', label: say(w.month) },
              { key: 'form', label: say(w.form) },
              { key: 'state', label: say(w.state) },
              { key: 'todo', label: say(w.todo) },
            ]}
            parts={[
              {
                key: 'all',
                rows: forms.map((form) => ({
                  key: form.id,
                  cells: {
                    month: longMonth(language, form.month),
                    form: form.version,
                    state: say(words.formStates[form.state]),
                    todo: <Todo form={form} />,
                  },
                })),
              },
            ]}
          />
        )}
      </div>
    </>
  )
}

function Todo({ form: { id, state, own, pseudonym } }: { form: Form }) {
  const { say } = useSpeaking()
  const { consent: w, consentForms: f } = words
  if (state === 'check')
    return own ? <span className="soft">{say(w.byOther)}</span> : <a href={link.formCheck(id)}>{say(w.check)}</a>
  return (
    <div className="row">
      {pseudonym && (
        <a className="code" href={link.consent(pseudonym)}>
          {pseudonym}
        </a>
      )}
      {state === 'scan' && !own && <a href={link.formCheck(id)}>{say(f.lost)}</a>}
    </div>
  )
}
