import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { LOOKED_UP } from '../../identity/looks-an-hour'
import { PURPOSE } from '../../identity/purpose'
import { Choices, Field } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { askedClient } from './asked'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader(call: LoaderFunctionArgs) {
  const { client } = await askedClient('/access/:pseudonym', call)
  const code = new URL(call.request.url).searchParams.get('refused')
  return { client: client.pseudonym, refused: code && { code, ...PURPOSE, most: LOOKED_UP.most } }
}

export default function Access() {
  const { client, refused } = useLoaderData<typeof loader>()
  const { say, language } = useSpeaking()
  const { access: w } = words
  return (
    <div className="read stack">
      <Heading title={say(w.title, { client })} about={say(w.about)} />
      <form method="post" action={link.accessFile(client)} className="form panel">
        <Field
          name="purpose"
          label={say(w.purpose)}
          hint={say(w.purposeHint)}
          required
          {...(refused && { mistake: refusalSentence(say, refused) })}
        />
        <Choices
          name="language"
          label={say(w.language)}
          level
          value={language}
          options={(['nl', 'en'] as const).map((value) => ({ value, label: say(w[value]) }))}
        />
        <button type="submit" className="button">
          {say(w.take)}
        </button>
        <p className="soft small">{say(w.notKept)}</p>
      </form>
    </div>
  )
}
