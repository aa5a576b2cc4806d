import { words } from '../../i18n/catalogue'
import { LANGUAGES, type Language } from '../../i18n/language'
import { useSpeaking } from '../../ui/speaking'

/** The languages in which a paper is there, as links: the one that is shown is marked. */
export function PaperLanguage({ shown, to }: { shown: Language; to: (language: Language) => string }) {
  const { say } = useSpeaking()
  const { consentForms: w } = words
  return (
    <nav className="row" aria-label={say(w.language)}>
      {LANGUAGES.map((language) => (
        <a
          key={language}
          className={language === shown ? 'button' : 'button quiet'}
          href={to(language)}
          aria-current={language === shown ? 'true' : undefined}
        >
          {say(w[language])}
        </a>
      ))}
    </nav>
  )
}
