import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { readLanguage } from '../../i18n/language'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { mailSettingOf, setMailSetting } from '../../records/messages/setting'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { enter } from '../gate/enter'
import { formOf, freeTextOf } from '../gate/form'
import type { Filled } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { languageOf } from '../gate/visitor'
import { Look } from './look'
import { nameOf } from './named'
import { Settings } from './settings'
import { EVERY, previewOf, SHOWN } from './shown'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { study, occasion } = await enter('/messages', { request, context })
  const { searchParams } = new URL(request.url)
  const own = await languageOf(request, context)
  const wish = {
    kind: SHOWN.find((kind) => kind === searchParams.get('kind')) ?? null,
    language: readLanguage(searchParams.get('language')) ?? own,
    about: (searchParams.get('about') ?? '').trim().slice(0, 60),
  }
  const db = context.databases.study
  const { baseUrl, mailFrom } = context.environment
  const looking = { db, occasion, baseUrl, say: speak(own) }
  return {
    setting: await mailSettingOf(db, study.id),
    title: study.protocol.title,
    mailFrom,
    wish,
    shown: SHOWN,
    preview: await previewOf(looking, wish),
    every: EVERY,
    done: searchParams.get('done') === 'done',
  }
}

/** Keeps what the study's messages bear; a refused form comes back as it was typed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { occasion } = await enter('/messages', { request, context })
  const form = await formOf(request)
  const kept = await setMailSetting(context.databases.study, occasion, {
    senderName: freeTextOf(form, 'sender_name'),
    replyTo: freeTextOf(form, 'reply_to'),
    signature: { nl: freeTextOf(form, 'signature_nl'), en: freeTextOf(form, 'signature_en') },
  })
  if (kept.ok) return redirect(link.messages({ done: 'done' }))
  const say = speak(await languageOf(request, context))
  const sentence = refusalSentence(say, kept.refusal)
  const filled: Filled = { typed: typedIn(form), mistakes: { [kept.refusal.field ?? '']: sentence } }
  return data({ filled, sentence }, { status: 400 })
}

export default function MessagesPage() {
  const { setting, title, mailFrom, wish, shown, preview, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { messagesPage: w } = words
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)} />
      <div className="stack">
        {refused && <Notice tone="late" title={refused.sentence} urgent />}
        {done && !refused && <Notice tone="good" title={say(w.kept)} urgent />}
        <Look wish={wish} shown={shown} preview={preview} mailFrom={mailFrom} setting={setting} />
        <Settings setting={setting} title={title} mailFrom={mailFrom} filled={refused?.filled ?? null} />
        <Every />
      </div>
    </>
  )
}

/** Every message that there is: to whom, when, and by which rule. */
function Every() {
  const { every } = useLoaderData<typeof loader>()
  const { say } = useSpeaking()
  const { messagesPage: w } = words
  const rows = every.map(({ kind, cite }) => ({
    key: kind,
    cells: {
      what: <a href={link.messages({ kind })}>{say(nameOf(kind))}</a>,
      to: say(kind in words.staffMessages ? w.toCoordinator : w.toSupervisor),
      when: say(words.messagesWhen[kind]),
      rule: <span className="soft small">{cite}</span>,
    },
  }))
  return (
    <Table
      caption={say(w.all)}
      columns={[
        { key: 'what', label: say(w.kind) },
        { key: 'to', label: say(w.to) },
        { key: 'when', label: say(w.when) },
        { key: 'rule', label: say(w.rule) },
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}
