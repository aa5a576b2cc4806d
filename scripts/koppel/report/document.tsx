import { words } from '../../../app/i18n/catalogue'
import type { Language } from '../../../app/i18n/language'
import { speak } from '../../../app/i18n/speak'
import type { StudyRef } from '../../../app/platform/occasion'
import type { ReportShown } from '../../../app/records/report/shown'
import { drawnReport } from '../../../app/routes/report/drawn'
import { Report } from '../../../app/routes/report/report'
import { documentOf } from '../document'

/** The report of a study as a document. */
export function reportDocument(study: StudyRef, shown: ReportShown, language: Language): string {
  const say = speak(language)
  const { report: w } = words
  const report = drawnReport(study, shown, language)
  return documentOf(language, {
    title: say(w.title, { study: report.study[language] }),
    about: `${say(w.about, report)} ${say(w.fewest, { n: report.fewest })}`,
    children: <Report report={report} />,
  })
}
