import { useEffect } from 'react'
import { words } from '../../i18n/catalogue'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { EndPage } from './end-page'
import type { AboutGiven } from './form-parts'
import type { End, SheetShown, Start } from './page-shown'
import { SheetPage } from './sheet-page'
import { StartPage } from './start-page'

type Props = {
  readonly filling: Start | SheetShown | End
  readonly token: string
  readonly about: AboutGiven
  readonly askedOn: string
  readonly until: string
  readonly confidential: boolean
  readonly failed:
    | { readonly mistakes: Readonly<Record<string, string>>; readonly typed: Readonly<Record<string, string>> }
    | undefined
  /** Whether it went on elsewhere while this page was filled in. */
  readonly elsewhere: boolean
}

/** A questionnaire behind a personal link: its beginning, one of its pages, or its end. */
export function QuestionnairePage({ filling, failed, elsewhere, ...rest }: Props) {
  const { say } = useSpeaking()
  const { questionnaire: w } = words
  useEffect(() => {
    // a browser that kept the page alive shows answers that may have been signed off since
    const again = ({ persisted }: PageTransitionEvent) => persisted && window.location.reload()
    window.addEventListener('pageshow', again)
    return () => window.removeEventListener('pageshow', again)
  }, [])
  return (
    <>
      {elsewhere && (
        <Notice tone="late" title={say(w.elsewhere)} urgent>
          {say(w.elsewhereAbout)}
        </Notice>
      )}
      {filling.look === 'start' && <StartPage start={filling} {...rest} />}
      {filling.look === 'sheet' && <SheetPage sheet={filling} failed={failed} about={rest.about} />}
      {filling.look === 'end' && <EndPage end={filling} mistakes={failed?.mistakes} {...rest} />}
    </>
  )
}
