import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { refuse } from '../../protocol/refusal'
import { issueFeed, revokeFeed } from '../../records/appointments/feed'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { formOf, textOf } from '../gate/form'
import { type Filled, UNFILLED } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { languageOf } from '../gate/visitor'
import { Away, Hours } from './days'
import { Feed, Picker } from './feed'
import { shownDays } from './shown'
import { send } from './told'
import { whose } from './whose'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader(call: LoaderFunctionArgs) {
  const { searchParams } = new URL(call.request.url)
  const page = await shownDays(call.context.databases.study, await whose(call, searchParams.get('code')))
  return { ...page, done: searchParams.get('done') !== null }
}

/** Does what one of the forms of the page asks. A refused one comes back as it was typed; a new calendar address is shown this once. */
export async function action(call: ActionFunctionArgs) {
  const { context } = call
  const form = await formOf(call.request)
  const { occasion, code, own } = await whose(call, textOf(form, 'code'))
  const db = context.databases.study
  const name = textOf(form, 'form')
  if (own && code && name === 'feed') {
    const issued = await issueFeed(db, occasion, code)
    if (issued.ok) {
      const address = context.environment.baseUrl.replace(/\/+$/, '') + link.feed(issued.value.token)
      return data({ form: name, filled: UNFILLED, sentence: '', address })
    }
  }
  const revokes = own && code && name === 'end_feed'
  const sent = !code
    ? refuse('required', { field: 'code' })
    : revokes
      ? await revokeFeed(db, occasion, code)
      : await send(db, occasion, code, form)
  if (sent.ok) return redirect(link.availability({ ...(!own && code && { code }), done: 'done' }))
  const sentence = refusalSentence(speak(await languageOf(call.request, context)), sent.refusal)
  const filled: Filled = { typed: typedIn(form), mistakes: { [sent.refusal.field ?? '']: sentence } }
  return data({ form: name, filled, sentence, address: '' }, { status: 400 })
}

export default function Availability() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { availability: w } = words
  const filledIn = (form: string) => (sent?.form === form ? sent.filled : UNFILLED)
  const title = page.own ? say(w.own) : say(w.title)
  return (
    <>
      <Heading title={page.code ? `${title}: ${page.code}` : title} about={say(w.about)}>
        <a href={link.calendar()}>{say(words.plan.back)}</a>
      </Heading>
      <div className="stack">
        {sent?.sentence && <Notice tone="late" title={sent.sentence} urgent />}
        {page.done && !sent && <Notice tone="good" title={say(words.rooms.done)} urgent />}
        {!page.own && <Picker codes={page.codes} code={page.code} />}
        {page.own && !page.code && <Empty title={say(w.noCode)}>{say(w.noCodeAbout)}</Empty>}
        {page.code && page.kept && (
          <div className="two even">
            <Hours page={page} code={page.code} filled={filledIn('hours')} />
            <Away page={page} code={page.code} filled={filledIn('away')} />
          </div>
        )}
        {page.own && page.code && <Feed since={page.feedSince} address={sent?.address ?? ''} />}
      </div>
    </>
  )
}
