import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { registerBreach } from '../../identity/breaches'
import { now } from '../../platform/clock'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { formOf } from '../gate/form'
import { languageOf } from '../gate/visitor'
import { BreachForm } from '../privacy_.breaches/breach-form'
import { emptyForm, factsIn, filledIn } from '../privacy_.breaches/filled'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader(call: LoaderFunctionArgs) {
  await enter('/privacy/breaches/new', call)
  return { filled: emptyForm(now()) }
}

/** Writes a breach down for the first time; a refused form comes back as it was filled in. */
export async function action(call: ActionFunctionArgs) {
  const { occasion } = await enter('/privacy/breaches/new', call)
  const { request, context } = call
  const filled = filledIn(await formOf(request))
  const at = now()
  const facts = factsIn(filled, at, null)
  const written = facts.ok ? await registerBreach(context.vault, { occasion, at }, facts.value) : facts
  if (written.ok) return redirect(link.breach(written.value))
  const say = speak(await languageOf(request, context))
  const mistake = { field: written.refusal.field ?? null, sentence: refusalSentence(say, written.refusal) }
  return data({ filled, mistake }, { status: 400 })
}

export default function NewBreach() {
  const first = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { breaches: w } = words
  return (
    <div className="read stack">
      <Heading title={say(w.add)} about={say(w.about)}>
        <a href={link.breaches()}>{say(w.back)}</a>
      </Heading>
      <BreachForm
        action={link.newBreach()}
        filled={refused?.filled ?? first.filled}
        seq={0}
        mistake={refused?.mistake ?? null}
      />
    </div>
  )
}
