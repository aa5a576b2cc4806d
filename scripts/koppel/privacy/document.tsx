import { words } from '../../../app/i18n/catalogue'
import type { Language } from '../../../app/i18n/language'
import { speak } from '../../../app/i18n/speak'
import { Overview } from '../../../app/routes/privacy/overview'
import type { PrivacyRecord } from '../../../app/routes/privacy/record'
import { documentOf } from '../document'

/** The record as a document. */
export function privacyDocument(record: PrivacyRecord, language: Language): string {
  const say = speak(language)
  const { privacy: w } = words
  return documentOf(language, {
    title: `${say(w.document)}: ${record.study}`,
    about: say(w.about, { on: record.on }),
    children: <Overview record={record} document />,
  })
}
