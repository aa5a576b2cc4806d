import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { link } from '../access/pages'
import { words } from '../i18n/catalogue'
import { Heading } from '../ui/heading'
import { useSpeaking } from '../ui/speaking'
import { enter } from './gate/enter'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader(call: LoaderFunctionArgs) {
  await enter('/reidentify/over', call)
  // not null: the framework cannot give that as data
  return {}
}

/** Where a minute ends: a page with nothing on it. */
export default function Over() {
  const { say } = useSpeaking()
  const { reidentify: w } = words
  return (
    <div className="read stack">
      <Heading title={say(w.over)} />
      <p>
        <a href={link.reidentify()}>{say(w.again)}</a>
      </p>
    </div>
  )
}
