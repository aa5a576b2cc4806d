import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { wallMoment } from '../../i18n/moments'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { actorsOf } from '../../identity/actors'
import { amendBreach, breachOf } from '../../identity/breaches'
import { now } from '../../platform/clock'
import { breachClock } from '../../protocol/breach'
import { Badge } from '../../ui/badge'
import { Facts } from '../../ui/facts'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { Ticking } from '../../ui/ticking'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'
import { formOf, numberOf } from '../gate/form'
import { breachTone } from '../gate/tones'
import { languageOf } from '../gate/visitor'
import { BreachForm } from '../privacy_.breaches/breach-form'
import { factsIn, filledIn, formOfFacts } from '../privacy_.breaches/filled'
import { History } from './history'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

async function asked(call: LoaderFunctionArgs | ActionFunctionArgs) {
  const { occasion } = await enter('/privacy/breaches/:id', call)
  const id = keyOf(call.params.id, 'id')
  const breach = id && (await breachOf(call.context.vault, occasion.study.id, id))
  if (!breach) throw nothingHere()
  return { occasion, breach }
}

/** One breach: its clock, what is known now, and every version before. */
export async function loader(call: LoaderFunctionArgs) {
  const { breach } = await asked(call)
  const writers = await actorsOf(
    call.context.vault,
    breach.history.map(({ by }) => by),
  )
  return {
    id: breach.id,
    facts: breach.now,
    filled: formOfFacts(breach.now),
    clock: breachClock(breach.now, now()),
    history: breach.history.map((one) => ({ ...one, who: writers.get(one.by) ?? { kind: 'gone' as const } })),
  }
}

/** Adds a version; a refused form comes back as it was filled in, over the version that it was about. */
export async function action(call: ActionFunctionArgs) {
  const { occasion, breach } = await asked(call)
  const { request, context } = call
  const form = await formOf(request)
  const filled = filledIn(form)
  const at = now()
  const seq = numberOf(form, 'seq') ?? 0
  const facts = factsIn(filled, at, breach.now)
  const written = facts.ok
    ? await amendBreach(context.vault, { occasion, at }, { id: breach.id, seq, facts: facts.value })
    : facts
  if (written.ok) return redirect(link.breach(breach.id))
  const say = speak(await languageOf(request, context))
  const mistake = { field: written.refusal.field ?? null, sentence: refusalSentence(say, written.refusal) }
  return data({ filled, mistake }, { status: 400 })
}

export default function OneBreach() {
  const { id, facts, filled, clock, history } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say, language } = useSpeaking()
  const { breaches: w } = words
  return (
    <div className="read stack">
      <Heading title={say(w.one)}>
        <a href={link.breaches()}>{say(w.back)}</a>
      </Heading>
      <Facts
        facts={[
          { label: say(w.discovered), value: wallMoment(language, facts.discoveredAt) },
          { label: say(w.until), value: wallMoment(language, clock.deadline) },
          {
            label: say(w.state),
            value: <Badge tone={breachTone[clock.state]}>{say(words.breachStates[clock.state])}</Badge>,
          },
          ...(facts.reporting === 'open'
            ? [
                {
                  label: say(w.clock),
                  value: <Ticking leftMs={clock.leftMs} deadline={clock.deadline} told={(ms) => say(w.left, { ms })} />,
                },
              ]
            : []),
          ...(facts.closedAt === null ? [] : [{ label: say(w.closedAt), value: wallMoment(language, facts.closedAt) }]),
        ]}
      />
      <BreachForm
        key={facts.seq}
        action={link.breach(id)}
        filled={refused?.filled ?? filled}
        seq={facts.seq}
        mistake={refused?.mistake ?? null}
      />
      <History history={history} />
    </div>
  )
}
