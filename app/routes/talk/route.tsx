import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useEffect, useState } from 'react'
import { words } from '../../i18n/catalogue'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { LanguageContext, useSpeaking } from '../../ui/speaking'
import { admit } from '../gate/enter'
import { canKeep } from './device'
import { Rooms } from './rooms'
import { startWorker } from './worker'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

/** Nothing: this page is kept on devices, and is the same for everybody. */
export function loader({ request, context }: LoaderFunctionArgs) {
  admit('/talk', { request, context })
  return {}
}

/** The page that opens without a network. What it shows comes from the device, not from the server. */
export default function Talk() {
  const { language: first } = useSpeaking()
  const [language, setLanguage] = useState(first)
  const [can, setCan] = useState<boolean>()
  useEffect(() => {
    const can = canKeep()
    setCan(can)
    // without a network there is nothing to look for, and what there was goes on
    if (can) startWorker().catch(() => undefined)
  }, [])
  return (
    <LanguageContext.Provider value={language}>
      <div lang={language} className="stack">
        <noscript>
          <Title />
          <Told sentence={words.device.needsScript} />
        </noscript>
        {can === false && (
          <>
            <Title />
            <Told sentence={words.device.cannot} />
          </>
        )}
        {can && <Rooms onLanguage={setLanguage} />}
      </div>
    </LanguageContext.Provider>
  )
}

function Title() {
  const { say } = useSpeaking()
  return <Heading title={say(words.device.title)} />
}

function Told({ sentence }: { sentence: typeof words.device.cannot }) {
  const { say } = useSpeaking()
  return <Notice tone="soon" title={say(sentence)} />
}
