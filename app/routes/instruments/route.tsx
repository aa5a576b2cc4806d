import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { type Say, speak } from '../../i18n/speak'
import { instrumentNotes, instrumentRefusals } from '../../i18n/words/instrument-files'
import type { Remark } from '../../protocol/instruments/files/remarks'
import type { Refusal } from '../../protocol/refusal'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { type Filled, UNFILLED } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { statusFor, uploadOf } from '../gate/upload'
import { languageOf } from '../gate/visitor'
import { HandIn, PutToUse } from './forms'
import { Plans, Versions } from './list'
import { type Looked, WhatItBecomes } from './preview'
import { shownOf } from './shown'
import { look, publish, use } from './told'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const DONE = ['published', 'used'] as const
const NOT_LOOKED: Looked | null = null

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { occasion } = await enter('/instruments', { request, context })
  const done = DONE.find((one) => one === new URL(request.url).searchParams.get('done')) ?? null
  return { ...(await shownOf(context.databases.study, occasion)), done }
}

/** Looks at a file, publishes what was looked at, or puts to use; a refusal keeps what was typed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { occasion } = await enter('/instruments', { request, context })
  const upload = await uploadOf(request)
  const { form } = upload
  const { study: db } = context.databases
  const language = await languageOf(request, context)
  const say = speak(language)
  const step = form.get('step')
  if (step === 'look') {
    const looked = await look(db, occasion, upload, language)
    if (!looked.ok) return refusedPage(say, form, looked.refusal)
    const { notes, refused, ...rest } = looked.value
    return data({
      step: 'look',
      sentence: null,
      filled: UNFILLED,
      looked: { ...rest, notes: notes.map(said(say)), refused: refused.map(said(say)) } as Looked | null,
    })
  }
  const came = step === 'publish' ? await publish(db, occasion, form) : await use(db, occasion, form)
  if (!came.ok) return refusedPage(say, form, came.refusal)
  return redirect(link.instruments(step === 'publish' ? 'published' : 'used'))
}

function refusedPage(say: Say, form: FormData, refusal: Refusal) {
  const sentence = refusalSentence(say, refusal)
  const { written: _, ...typed } = typedIn(form)
  const filled: Filled = { typed, mistakes: { [refusal.field ?? '']: sentence } }
  return data({ step: typed.step ?? '', sentence, filled, looked: NOT_LOOKED }, { status: statusFor(refusal) })
}

const sentences = { ...instrumentNotes, ...instrumentRefusals }
const said = (say: Say) => (remark: Remark) => ({
  ...remark,
  sentence: Object.hasOwn(sentences, remark.code) ? say(sentences[remark.code as keyof typeof sentences]) : remark.code,
})

export default function InstrumentsPage() {
  const { versions, plans, today, done } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { instruments: w } = words
  const filledAt = (step: string): Filled => (came?.step === step ? came.filled : UNFILLED)
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)} />
      <div className="stack">
        {came?.sentence && (
          <Notice tone="late" title={say(w.wrong)} urgent>
            <p>{came.sentence}</p>
          </Notice>
        )}
        {done && !came && <Notice tone="good" title={say(w[done])} urgent />}
        {came?.looked && <WhatItBecomes looked={came.looked as Looked} />}
        <Versions versions={versions} />
        <HandIn filled={filledAt('look')} versions={versions} />
        <Plans plans={plans} />
        <PutToUse filled={filledAt('use')} plans={plans} today={today} />
      </div>
    </>
  )
}
