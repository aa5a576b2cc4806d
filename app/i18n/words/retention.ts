import { shortDay } from '../days'
import type { Words } from '../speak'

/** The page that says what is to be erased, before it is (§6). */
export const retention = {
  menu: { nl: 'Bewaren', en: 'Keeping' },
  title: { nl: 'Wat wordt gewist', en: 'What is erased' },
  about: {
    nl: 'Wat we langer bewaarden dan nodig, verdwijnt ’s nachts. Een naam staat hier eerst een week aangekondigd.',
    en: 'What was kept as long as needed goes at night. A name is announced here for a week first.',
  },
  report: { nl: 'Termijnen, en het laatste overzicht', en: 'Terms, and the last report' },
  kind: { nl: 'Soort', en: 'Kind' },
  term: { nl: 'Termijn', en: 'Term' },
  due: { nl: 'Aan de beurt', en: 'Due' },
  soon: { nl: 'Binnen een week', en: 'Within a week' },
  how: { nl: 'Hoe', en: 'How' },
  reports: { nl: 'Wat is aangekondigd', en: 'What was announced' },
  day: { nl: 'Dag', en: 'Day' },
  noReports: { nl: 'Er is nog niets aangekondigd.', en: 'Nothing has been announced yet.' },
  runs: { nl: 'Wat is gewist', en: 'What was erased' },
  noRuns: {
    nl: 'In deze en de vorige maand is niets gewist.',
    en: 'Nothing was erased this month or the month before.',
  },
  count: { nl: 'Aantal', en: 'Count' },
  key: { nl: 'De sleutel tussen namen en nummers', en: 'The key between names and pseudonyms' },
  dayOf: { nl: ({ on }: { on: string }) => shortDay('nl', on), en: ({ on }: { on: string }) => shortDay('en', on) },
} satisfies Words

/** Who sees to it that a kind goes, by `GOES` of the protocol. */
export const goes = {
  job: { nl: '’s nachts, na een week in dit overzicht', en: 'at night, after a week in this report' },
  at_once: { nl: '’s nachts, meteen: er staat geen naam in', en: 'at night, at once: there is no name in it' },
  on_its_day: {
    nl: '’s nachts op de dag die bij het bestand staat, na een week in dit overzicht',
    en: 'at night on the day that stands with the file, after a week in this report',
  },
  not_kept: { nl: 'wordt niet bewaard', en: 'is not kept' },
  owner: {
    nl: 'door wie de database beheert, met het hele onderzoek',
    en: 'by whoever runs the database, with the whole study',
  },
} satisfies Words
/** From when the time of keeping runs. */
export const keptFrom = {
  case_closed: { nl: 'nadat de zaak sloot', en: 'after the case closed' },
  follow_up_over: {
    nl: 'nadat het volgen klaar is of de cliënt stopte',
    en: 'after the follow-up is over or the client stopped',
  },
  last_question_closed: { nl: 'na de laatste vraag', en: 'after the last question' },
  study_closed: { nl: 'nadat het onderzoek klaar is', en: 'after the study is finished' },
  sent: { nl: 'na verzending', en: 'after it was sent' },
  begun: { nl: 'na het begin', en: 'after it began' },
  received: { nl: 'na ontvangst', en: 'after it was received' },
  taken_in: {
    nl: 'na het inlezen, of zoals bij het bestand staat',
    en: 'after it was taken in, or as stands with the file',
  },
} satisfies Words
