import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { askedIn } from '../../protocol/instruments/battery'
import { orderOf } from '../../protocol/instruments/order'
import type { Instrument } from '../../protocol/study'
import { batteryOn } from '../../records/instruments/battery'
import { type Entrance, enter } from '../gate/enter'
import { formOf } from '../gate/form'
import { talkShown } from '../gate/talk-shown'
import { languageOf } from '../gate/visitor'
import { Choose } from './choose'
import { PracticePaused, PracticeQuestion } from './question'
import { Result } from './result'
import { begin, chosenIn, type Run, runIn } from './run'
import { figuresOf, stepped } from './step'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  await enter('/practice', { request, context })
  return {}
}

/** What is asked at the first wave today. */
const asked = (context: ActionFunctionArgs['context'], { study, occasion }: Entrance): Promise<readonly Instrument[]> =>
  batteryOn(context.databases.study, study, study.protocol.waves[0]?.name ?? '', 'client', occasion.today)

/** One step of a practice: what it was comes with the form and goes back with the page. Nothing is written anywhere. */
export async function action({ request, context }: ActionFunctionArgs) {
  const entrance = await enter('/practice', { request, context })
  const form = await formOf(request)
  const battery = await asked(context, entrance)
  const language = await languageOf(request, context)
  const client = chosenIn(form)
  if (client) return questionOf(begin(client, battery, language), battery)
  const run = runIn(form)
  if (!run) return data(null, { status: 400 })
  // another list came into use since, or somebody made the place up
  if (run.at !== null && !askedIn(battery, run.at)) return questionOf(begin(run.client, battery, run.language), battery)
  if (form.get('go') === 'on') return questionOf(run, battery)
  const next = stepped(run, battery, form)
  if ('refusal' in next) {
    const mistake = refusalSentence(speak(language), next.refusal)
    return data(questionOf(run, battery, mistake), { status: 400 })
  }
  if (form.get('go') === 'pause') return { paused: JSON.stringify(next.run) }
  if (next.run.at === null) return { figures: figuresOf(next.run, battery, entrance.study.protocol) }
  return questionOf(next.run, battery)
}

function questionOf(run: Run, battery: readonly Instrument[], mistake?: string) {
  const { at, language, given, client } = run
  if (at === null) return null
  const shown = talkShown({ battery, order: orderOf(battery, run.seed), given, notes: {}, language }, at)
  return { shown: { ...shown, ...(mistake && { mistake }) }, run: JSON.stringify(run), client, at }
}

export default function Practice() {
  const came = useActionData<typeof action>()
  if (!came) return <Choose />
  if ('figures' in came) return <Result figures={came.figures} />
  if ('paused' in came) return <PracticePaused run={came.paused} />
  return <PracticeQuestion {...came} />
}
