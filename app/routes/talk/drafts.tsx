import { useEffect, useState } from 'react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { speak } from '../../i18n/speak'
import { Badge } from '../../ui/badge'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { allKept, type Kept } from './kept'

/** The talks on this device, by what can be read without a PIN. */
export function Drafts(props: { onOpen: (id: string) => void; onLanguage: (language: Language) => void }) {
  const { say, language } = useSpeaking()
  const { device: w } = words
  const [drafts, setDrafts] = useState<readonly Kept[] | null>(null)
  useEffect(() => {
    allKept().then(setDrafts, () => setDrafts([]))
  }, [])
  const other = language === 'nl' ? 'en' : 'nl'
  return (
    <div className="read stack">
      <Heading title={say(w.title)} about={say(w.about)} />
      {drafts?.length === 0 && <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty>}
      {drafts?.map((draft) => (
        <section key={draft.id} className="panel stack">
          <p>
            {say(w.begun, draft)} {draft.ended && <Badge tone="soon">{say(w.waits)}</Badge>}
          </p>
          <div className="row">
            <button type="button" className="button" onClick={() => props.onOpen(draft.id)}>
              {say(w.open)}
            </button>
          </div>
        </section>
      ))}
      <div className="row">
        <a href={link.today()}>{say(w.toKoppel)}</a>
        <button type="button" className="button small" lang={other} onClick={() => props.onLanguage(other)}>
          {speak(other)(w.inLanguage)}
        </button>
      </div>
    </div>
  )
}
