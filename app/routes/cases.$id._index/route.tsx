import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type Address, link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { caseFileOf } from '../../records/intake/case-file'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { Timeline } from '../../ui/timeline'
import { Coming } from '../gate/coming'
import { comingShown } from '../gate/coming-told'
import { keyOf } from '../gate/cursor'
import { type Entrance, enter, nothingHere } from '../gate/enter'
import { formOf, textOf } from '../gate/form'
import { typedIn } from '../gate/form-read'
import { Plan } from '../gate/plan'
import { planShown } from '../gate/plan-told'
import { languageOf } from '../gate/visitor'
import { readDeed } from './deeds'
import { doDeed } from './do'
import { ApproachForms, IntakeForms } from './forms'
import { type ShownCase, shownCase } from './shown'
import { Register, Standing, Talks } from './standing'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.file.pseudonym} · Koppel` : 'Koppel' },
]

const PAGE = '/cases/:id' satisfies Address

async function opened({ request, context, params }: LoaderFunctionArgs): Promise<Entrance & { id: string }> {
  const entrance = await enter(PAGE, { request, context })
  const id = keyOf(params.id, 'id')
  if (!id) throw nothingHere()
  return { ...entrance, id }
}

export async function loader(call: LoaderFunctionArgs) {
  const entrance = await opened(call)
  const { visitor, study, id } = entrance
  const db = call.context.databases.study
  const file = await caseFileOf(db, study, id)
  if (!file) throw nothingHere()
  const language = await languageOf(call.request, call.context)
  const saved = new URL(call.request.url).searchParams.get('done') !== null
  const plan = await planShown(db, entrance, { registrationId: id, language })
  const coming = await comingShown(db, entrance, { registrationId: id, language })
  return { file: shownCase(file, study.protocol, language, visitor), plan, coming, saved }
}

/** Does what one form asks; when it is refused the form comes back as it was filled in, with why. */
export async function action(call: ActionFunctionArgs) {
  const { study, occasion, id } = await opened(call)
  const db = call.context.databases.study
  if (!(await caseFileOf(db, study, id))) throw nothingHere()
  const sent = await formOf(call.request)
  const deed = readDeed(textOf(sent, 'deed'))
  if (!deed) throw new Response(null, { status: 400, statusText: 'Bad Request' })
  const outcome = await doDeed({ deed, db, occasion, registrationId: id, sent })
  if (outcome.ok) return redirect(link.case(id, deed))
  const say = speak(await languageOf(call.request, call.context))
  const { refusal } = outcome
  return data(
    { deed, typed: typedIn(sent), field: refusal.field ?? '', sentence: refusalSentence(say, refusal) },
    { status: 400 },
  )
}

export default function Case() {
  const { file, plan, coming, saved } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>() ?? null
  const { say } = useSpeaking()
  const { caseFile: w } = words
  return (
    <>
      <Heading title={say(w.title, { client: file.pseudonym })} about={file.stage}>
        <div className="row">
          <a href={link.intake()}>{say(w.back)}</a>
          {file.asks && <a href={link.caseInquiry(file.id)}>{say(w.inquiry)}</a>}
          {file.dyad && <a href={link.dyad(file.dyad)}>{say(w.dyad)}</a>}
        </div>
      </Heading>
      <div className="two">
        <div className="stack">
          {sent && (
            <Notice tone="late" title={say(w.wrong)} urgent>
              {sent.sentence}
            </Notice>
          )}
          {saved && !sent && <Notice tone="good" title={say(w.saved)} />}
          <Standing file={file} />
          <Criteria file={file} />
          {plan && <Plan pieces={plan} />}
          {coming && <Coming messages={coming} />}
          {file.deeds.some(({ runs }) => runs) && !file.stoppedOn && (
            <section className="stack" aria-labelledby="actions">
              <h2 id="actions">{say(w.actions)}</h2>
              <IntakeForms file={file} sent={sent} />
              <ApproachForms file={file} sent={sent} />
            </section>
          )}
        </div>
        <div className="stack">
          <Talks file={file} />
          <Register file={file} />
          <section className="panel">
            <h2>{say(w.history)}</h2>
            <Timeline label={say(w.history)} entries={file.history} />
          </section>
        </div>
      </div>
    </>
  )
}

function Criteria({ file }: { file: ShownCase }) {
  const { say, language } = useSpeaking()
  const { caseFile: w } = words
  const { failed, unknown, known } = file.verdict
  const [first, ...others] = failed
  if (!known) return null
  return (
    <section className="panel">
      <p>
        {first !== undefined
          ? say(w.fails, { first, others })
          : unknown.length > 0
            ? say(w.open, { names: unknown })
            : say(w.allMet)}
      </p>
      <Table
        caption={say(w.criteria)}
        columns={[
          { key: 'criterion', label: say(w.criterion) },
          { key: 'verdict', label: say(w.verdict) },
          { key: 'by', label: say(w.saidBy) },
          { key: 'on', label: say(w.on) },
        ]}
        parts={[
          {
            key: 'all',
            rows: file.criteria.map((one) => ({
              key: one.criterion,
              cells: {
                criterion: one.label,
                verdict: say(words.verdicts[one.verdict]),
                by: say(words.sayers[one.source as keyof typeof words.sayers] ?? words.sayers.system),
                on: <time dateTime={one.foundOn}>{shortDay(language, one.foundOn)}</time>,
              },
            })),
          },
        ]}
      />
    </section>
  )
}
