import { words } from '../../i18n/catalogue'
import { askedIn } from '../../protocol/instruments/battery'
import { askedInOrder } from '../../protocol/instruments/progress'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import type { Talk } from './talk'

/** The questions that were passed over, each with the way back to it. */
export function StillOpen({ talk, onGo }: { talk: Talk; onGo: (code: string) => unknown }) {
  const { say } = useSpeaking()
  const { interview: w } = words
  const { sheet, given, language } = talk
  const open = askedInOrder(sheet.battery, sheet.order, given).filter((code) => given[code] === undefined)
  if (open.length === 0) return <Notice tone="good" title={say(w.allAsked)} />
  return (
    <section className="panel stack">
      <h2>{say(w.open)}</h2>
      <p>{say(w.openAbout)}</p>
      <ul className="stack">
        {open.map((code) => {
          const item = askedIn(sheet.battery, code)?.item
          return (
            <li key={code}>
              <button type="button" className="button small" lang={language} onClick={() => onGo(code)}>
                {item?.text[language]}
              </button>{' '}
              {item?.required && <strong>{say(w.needed)}</strong>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
