import type { Words } from '../speak'

/** The page and the file for a client who asks what is held about them (GDPR art. 15). */
export const access = {
  title: {
    nl: ({ client }: { client: string }) => `Inzage: ${client}`,
    en: ({ client }: { client: string }) => `Access: ${client}`,
  },
  about: {
    nl: 'Vraagt de cliënt wat wij bewaren, dan geeft u dit bestand. Ga eerst na dat het de cliënt zelf is.',
    en: 'When the client asks what we keep, give them this file. First make sure that it is the client.',
  },
  link: {
    nl: 'Inzage: alles wat over deze cliënt wordt bewaard',
    en: 'Access: everything that is kept about this client',
  },
  purpose: { nl: 'Waarom haalt u dit op?', en: 'Why do you take this out?' },
  purposeHint: {
    nl: 'Dit wordt vastgelegd. Bijvoorbeeld: verzoek van de cliënt op papier. Zet er geen naam, nummer of geboortedag bij.',
    en: 'This is recorded. For instance: the client’s request on paper. Put no name, number or day of birth in it.',
  },
  language: { nl: 'Taal van het bestand', en: 'Language of the file' },
  nl: { nl: 'Nederlands', en: 'Dutch' },
  en: { nl: 'Engels', en: 'English' },
  take: { nl: 'Bestand ophalen', en: 'Take out the file' },
  notKept: { nl: 'Het bestand wordt nergens bewaard.', en: 'The file is kept nowhere.' },
  file: { nl: 'Wat wij over u bewaren', en: 'What we keep about you' },
  fileStudy: {
    nl: ({ study }: { study: string }) => `Onderzoek: ${study}.`,
    en: ({ study }: { study: string }) => `Study: ${study}.`,
  },
  fileAbout: {
    nl: 'Dit is alles wat wij over u bewaren, op de dag waarop dit bestand is gemaakt. Klopt er iets niet, zeg het ons. Wij verbeteren het. U kunt ook altijd stoppen.',
    en: 'This is everything that we keep about you, on the day on which this file was made. If something is wrong, tell us. We mend it. You may also stop at any time.',
  },
  fileSupervisor: {
    nl: 'Wat uw toezichthouder antwoordde, is van de toezichthouder en staat er niet bij.',
    en: 'What your supervisor answered is the supervisor’s and is not in it.',
  },
  fileDay: { nl: ({ on }: { on: string }) => `Gemaakt op ${on}.`, en: ({ on }: { on: string }) => `Made on ${on}.` },
  none: { nl: 'Hier bewaren wij niets van.', en: 'We keep nothing of this.' },
  who: { nl: 'Wie u bent', en: 'Who you are' },
  name: { nl: 'Naam', en: 'Name' },
  number: { nl: 'Cliëntnummer', en: 'Client number' },
  bornOn: { nl: 'Geboortedag', en: 'Day of birth' },
  phone: { nl: 'Telefoonnummer', en: 'Telephone number' },
  supervision: { nl: 'Nummer van uw toezicht', en: 'Number of your supervision' },
  pseudonym: { nl: 'Uw nummer in het onderzoek', en: 'Your pseudonym in the study' },
  pair: { nl: 'Nummer van u en uw toezichthouder samen', en: 'Pseudonym of you and your supervisor together' },
  gender: { nl: 'Geslacht', en: 'Gender' },
  birthYear: { nl: 'Geboortejaar', en: 'Year of birth' },
  gone: { nl: 'niet (meer) bewaard', en: 'not kept (any more)' },
  forms: { nl: 'Uw toestemming', en: 'Your consent' },
  form: { nl: 'Formulier', en: 'Form' },
  signed: { nl: 'Getekend op', en: 'Signed on' },
  ended: { nl: 'Beëindigd op', en: 'Ended on' },
  papers: { nl: 'Bewaarde bestanden', en: 'Files that are kept' },
  guardian: { nl: 'Wie met u tekende', en: 'Who signed with you' },
  question: { nl: 'Vraag', en: 'Question' },
  answer: { nl: 'Antwoord', en: 'Answer' },
  when: { nl: 'Maand of dag', en: 'Month or day' },
  refused: { nl: 'Afgekeurd, omdat', en: 'Refused, because' },
  understood: { nl: 'wat de interviewer u vroeg', en: 'what the interviewer asked you' },
  understoodAbout: {
    nl: 'Om te weten of het duidelijk was waarvoor u tekende.',
    en: 'To know whether it was clear what you signed for.',
  },
  allowed: { nl: 'Wat u nu toestaat', en: 'What you allow now' },
  letters: { nl: 'Brieven die u kreeg', en: 'Letters that you were given' },
  letter: { nl: 'Brief', en: 'Letter' },
  day: { nl: 'Dag', en: 'Day' },
  supervisions: { nl: 'Uw toezicht, volgens het register', en: 'Your supervision, by the register' },
  further: { nl: 'Wat het register verder vertelt', en: 'What else the register tells' },
  deviations: { nl: 'Wat anders liep dan afgesproken', en: 'What went otherwise than agreed' },
  doNotAsk: {
    nl: 'Op de lijst van wie nooit gevraagd wil worden',
    en: 'On the list of those who are never to be asked',
  },
  fact: { nl: 'Gegeven', en: 'Fact' },
  value: { nl: 'Inhoud', en: 'Content' },
  course: { nl: 'Wat er in het onderzoek gebeurde', en: 'What happened in the study' },
  courseAbout: {
    nl: 'Ook de berichten aan uw toezichthouder over u: welke dag en waarover.',
    en: 'Also the messages to your supervisor about you: which day and what about.',
  },
  happened: { nl: 'Wat', en: 'What' },
  more: { nl: 'Meer', en: 'More' },
  answers: { nl: 'Uw antwoorden', en: 'Your answers' },
  noAnswer: { nl: 'Geen antwoord', en: 'No answer' },
  notAsked: { nl: 'Niet gevraagd', en: 'Not asked' },
  notes: { nl: 'Wat de interviewer erbij schreef', en: 'What the interviewer noted' },
  note: { nl: 'Aantekening', en: 'Note' },
  wholeTalk: { nl: 'Het hele gesprek', en: 'The whole interview' },
  seen: { nl: 'Wie uw naam zag', en: 'Who saw your name' },
  moment: { nl: 'Wanneer', en: 'When' },
  by: { nl: 'Wie', en: 'Who' },
  released: {
    nl: 'Bestanden voor onderzoekers waar uw antwoorden in konden staan',
    en: 'Files for researchers that could hold your answers',
  },
  releasedAbout: { nl: 'Zonder uw naam.', en: 'Without your name.' },
  purposeOf: { nl: 'Doel', en: 'Purpose' },
  terms: { nl: 'Hoe lang wij iets bewaren', en: 'How long we keep things' },
  kind: { nl: 'Soort', en: 'Kind' },
  term: { nl: 'Termijn', en: 'Term' },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
} satisfies Words

/** The files of a form. */
export const formFiles = {
  scan: { nl: 'Scan van het formulier', en: 'Scan of the form' },
  client: { nl: 'Uw handtekening', en: 'Your signature' },
  staff: { nl: 'Handtekening van de interviewer', en: 'Signature of the interviewer' },
  guard: { nl: 'Handtekening van wie met u tekende', en: 'Signature of who signed with you' },
} satisfies Words

/** What was said to a box of a form. */
export const boxSaid = {
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  blank: { nl: 'niet ingevuld', en: 'left blank' },
  ended: { nl: 'teruggenomen', en: 'taken back' },
} satisfies Words

/** What is held of a supervision, by its name in the file. */
export const caseFacts = {
  registeredOn: { nl: 'Aangemeld op', en: 'Registered on' },
  startedOn: { nl: 'Begonnen op', en: 'Started on' },
  status: { nl: 'Stand', en: 'Status' },
  modality: { nl: 'Soort toezicht', en: 'Kind of supervision' },
  supervisionLevel: { nl: 'Niveau', en: 'Level' },
  riskCategory: { nl: 'Risico volgens de reclassering', en: 'Risk by the probation service' },
  electronicMonitoring: { nl: 'Enkelband', en: 'Electronic monitoring' },
  penitentiaryProgramme: { nl: 'Penitentiair programma', en: 'Penitentiary programme' },
  organisation: { nl: 'Organisatie', en: 'Organisation' },
  region: { nl: 'Regio', en: 'Region' },
  location: { nl: 'Locatie', en: 'Location' },
} satisfies Words
