import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { now } from '../../platform/clock'
import { monthOf } from '../../protocol/day'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { Overview } from './overview'
import { privacyRecord } from './record'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader(call: LoaderFunctionArgs) {
  const { occasion } = await enter('/privacy', call)
  const { databases, vault } = call.context
  const month = monthOf(occasion.today)
  return { record: await privacyRecord({ databases, vault, occasion, at: now(), month, trail: null }) }
}

export default function Privacy() {
  const { record } = useLoaderData<typeof loader>()
  const { say } = useSpeaking()
  const { privacy: w } = words
  return (
    <>
      <Heading title={say(w.title)} about={`${say(w.about, { on: record.on })} ${say(w.printHint)}`}>
        <nav className="row" aria-label={say(w.title)}>
          <a className="button quiet" href={link.privacyPerson()}>
            {say(w.toPerson)}
          </a>
          <a className="button quiet" href={link.looks()}>
            {say(w.toLooks)}
          </a>
          <a className="button quiet" href={link.audit()}>
            {say(words.audit.title)}
          </a>
          <a className="button quiet" href={link.breaches()}>
            {say(w.toBreaches)}
          </a>
        </nav>
      </Heading>
      <Overview record={record} />
    </>
  )
}
