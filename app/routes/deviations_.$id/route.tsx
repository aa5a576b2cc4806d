import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { DECISION_NAMES, DECISIONS, DEVIATIONS } from '../../protocol/deviations'
import { LONGEST_TEXT } from '../../protocol/free-text'
import { decideDeviation } from '../../records/deviations/by-hand'
import { deviation } from '../../records/deviations/list'
import { Badge } from '../../ui/badge'
import { Facts } from '../../ui/facts'
import { Choices } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { LongField } from '../../ui/long-field'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'
import { formOf, freeTextOf, textOf } from '../gate/form'
import { at, type Filled, UNFILLED } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { deviationTone } from '../gate/tones'
import { languageOf } from '../gate/visitor'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

async function asked(call: LoaderFunctionArgs | ActionFunctionArgs) {
  const { visitor, study, occasion } = await enter('/deviations/:id', call)
  const id = keyOf(call.params.id, 'id')
  const found = id && (await deviation(call.context.databases.study, study.id, id))
  if (!found) throw nothingHere()
  return { visitor, occasion, found }
}

export async function loader(call: LoaderFunctionArgs) {
  const { visitor, found } = await asked(call)
  return { found, keeps: scopeOf(visitor.role, 'keep_deviations') !== undefined }
}

/** Decides on it; a refused form comes back as it was typed. */
export async function action(call: ActionFunctionArgs) {
  const { occasion, found } = await asked(call)
  const { request, context } = call
  const form = await formOf(request)
  const told = { id: found.id, decision: textOf(form, 'decision'), remark: freeTextOf(form, 'remark') }
  const decided = await decideDeviation(context.databases.study, occasion, told)
  if (decided.ok) return redirect(link.deviation(found.id))
  const say = speak(await languageOf(request, context))
  const sentence = refusalSentence(say, decided.refusal)
  const filled: Filled = { typed: typedIn(form), mistakes: { [decided.refusal.field ?? '']: sentence } }
  return data({ filled, sentence }, { status: 400 })
}

export default function OneDeviation() {
  const { found, keeps } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say, language } = useSpeaking()
  const { deviations: w, deviationStates } = words
  const { label, cite } = DEVIATIONS[found.kind]
  const facts = [
    [
      w.state,
      <Badge key="state" tone={deviationTone[found.state]}>
        {say(deviationStates[found.state])}
      </Badge>,
    ],
    [w.cite, cite],
    [w.whom, found.pseudonym],
    [w.location, found.location],
    [w.month, say(w.named, { month: found.month })],
    [w.found, shortDay(language, found.foundOn)],
    [w.by, say(found.raisedBy === 'rule' ? w.rule : w.account)],
    [w.remark, found.remark],
    [w.resolvedOn, found.resolvedOn && shortDay(language, found.resolvedOn)],
    [w.decision, found.decision && DECISIONS[found.decision][language]],
    [w.decidedOn, found.decidedOn && shortDay(language, found.decidedOn)],
    [w.why, found.decisionRemark],
  ] as const
  return (
    <div className="read stack">
      <Heading title={label[language]}>
        <a href={link.deviations()}>{say(w.back)}</a>
      </Heading>
      <Facts facts={facts.flatMap(([name, value]) => (value ? [{ label: say(name), value }] : []))} />
      {refused && <Notice tone="late" title={refused.sentence} urgent />}
      {keeps && !found.decision && <Decide id={found.id} filled={refused?.filled ?? UNFILLED} />}
    </div>
  )
}

function Decide({ id, filled }: { id: string; filled: Filled }) {
  const { say, language } = useSpeaking()
  const { deviations: w } = words
  const options = DECISION_NAMES.map((value) => ({ value, label: DECISIONS[value][language] }))
  return (
    <form method="post" action={link.deviation(id)} className="panel form">
      <Choices {...at(filled, 'decision')} label={say(w.decision)} options={options} level />
      <LongField longest={LONGEST_TEXT} {...at(filled, 'remark')} label={say(w.why)} hint={say(w.remarkHint)} />
      <div>
        <button type="submit" className="button">
          {say(w.decide)}
        </button>
      </div>
    </form>
  )
}
