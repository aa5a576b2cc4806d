import type { Words } from '../speak'

export const messagesPage = {
  title: { nl: 'Berichten', en: 'Messages' },
  about: {
    nl: 'Van wie de berichten van dit onderzoek komen, en wat erin staat.',
    en: 'Whom the messages of this study come from, and what they say.',
  },
  settings: { nl: 'Afzender en ondertekening', en: 'Sender and signature' },
  settingsAbout: {
    nl: 'Dit geldt voor alle berichten van dit onderzoek. Gebruik geen naam of adres van één persoon: toezichthouders antwoorden hierop, ook als iemand weg is.',
    en: 'This holds for all messages of this study. Do not use the name or address of one person: supervisors reply to it, also when somebody is away.',
  },
  senderName: { nl: 'Naam van de afzender', en: 'Name of the sender' },
  senderHint: {
    nl: ({ from }: { from: string }) => `Leeg: ${from}. Het adres zelf hoort bij deze installatie.`,
    en: ({ from }: { from: string }) => `Empty: ${from}. The address itself belongs to this installation.`,
  },
  replyTo: { nl: 'Antwoorden gaan naar', en: 'Replies go to' },
  replyHint: {
    nl: 'Een mailadres van het onderzoek. Leeg: antwoorden gaan naar de afzender.',
    en: 'A mail address of the study. Empty: replies go to the sender.',
  },
  signatureNl: { nl: 'Ondertekening in het Nederlands', en: 'Signature in Dutch' },
  signatureEn: { nl: 'Ondertekening in het Engels', en: 'Signature in English' },
  signatureHint: {
    nl: ({ title }: { title: string }) => `Leeg: ${title}.`,
    en: ({ title }: { title: string }) => `Empty: ${title}.`,
  },
  keep: { nl: 'Bewaren', en: 'Keep' },
  kept: { nl: 'Bewaard. Elk volgend bericht krijgt dit.', en: 'Kept. Each message from now on bears this.' },
  preview: { nl: 'Een bericht bekijken', en: 'Look at a message' },
  previewAbout: {
    nl: 'Met de gegevens van een echte zaak. De persoonlijke link is onleesbaar gemaakt: u kunt niet voor een ander antwoorden.',
    en: 'With what is known of a real case. The personal link is masked: you cannot answer for somebody else.',
  },
  kind: { nl: 'Bericht', en: 'Message' },
  choose: { nl: 'Kies een bericht', en: 'Choose a message' },
  language: { nl: 'Taal', en: 'Language' },
  of: { nl: 'Over welke cliënt of welk koppel', en: 'About which client or pair' },
  ofHint: {
    nl: 'Het onderzoeksnummer. Niet nodig voor het dagbericht en voor wat klaarstaat.',
    en: 'The study number. Not needed for the day’s message and for what is waiting.',
  },
  look: { nl: 'Bekijken', en: 'Look' },
  next: { nl: 'Wat nu als eerste klaarstaat', en: 'What is waiting first now' },
  nothingPlanned: { nl: 'Er staat nu geen bericht klaar.', en: 'No message is waiting now.' },
  nothingPressing: {
    nl: 'Er is vandaag niets dat dringt. Dan gaat er geen dagbericht uit.',
    en: 'Nothing presses today. Then no message of the day goes out.',
  },
  needsCase: {
    nl: 'Vul in over welke cliënt of welk koppel het bericht gaat.',
    en: 'Fill in which client or pair the message is about.',
  },
  shown: { nl: 'Zo ziet het eruit', en: 'This is what it looks like' },
  subject: { nl: 'Onderwerp', en: 'Subject' },
  from: { nl: 'Van', en: 'From' },
  to: { nl: 'Aan', en: 'To' },
  toSupervisor: { nl: 'de toezichthouder', en: 'the supervisor' },
  toCoordinator: { nl: 'elke coördinator', en: 'every coordinator' },
  leaves: { nl: 'Gaat uit op', en: 'Leaves on' },
  text: { nl: 'Als tekst', en: 'As text' },
  html: { nl: 'Met opmaak', en: 'With layout' },
  all: { nl: 'Alle berichten', en: 'All messages' },
  when: { nl: 'Wanneer', en: 'When' },
  rule: { nl: 'Regel', en: 'Rule' },
} satisfies Words

/** When each message goes out. */
export const messagesWhen = {
  inquiry: { nl: 'Als een nieuwe cliënt is aangemeld', en: 'When a new client was registered' },
  inquiry_handed_over: {
    nl: 'Als een collega zegt dat het de cliënt van een ander is',
    en: 'When a colleague says that the client is somebody else’s',
  },
  inquiry_stand_in: { nl: 'Als de toezichthouder weg is', en: 'When the supervisor is away' },
  inquiry_reminder: {
    nl: 'Als de vraag na een of twee weken nog openstaat',
    en: 'When the question is still open after one or two weeks',
  },
  questionnaire: {
    nl: 'Na het interview, of als er geen interview meer komt',
    en: 'After the interview, or when there will be none any more',
  },
  questionnaire_reminder: {
    nl: 'Als de vragenlijst na een of twee weken nog openstaat',
    en: 'When the questionnaire is still open after one or two weeks',
  },
  thanks: {
    nl: 'Als de toezichthouder de vragenlijst heeft ingeleverd',
    en: 'When the supervisor has handed in the questionnaire',
  },
  window_opens: { nl: 'Als het venster van een vervolgmeting opengaat', en: 'When the window of a later wave opens' },
  appointment_reminder: {
    nl: 'Als er twee of vier weken later nog geen afspraak staat',
    en: 'When there is no appointment two or four weeks later',
  },
  digest: {
    nl: 'Elke werkdag, als er iets dringt',
    en: 'Every working day, when something presses',
  },
  closing_warning: {
    nl: 'Vier weken en een week voor een venster dichtgaat, als er geen afspraak staat',
    en: 'Four weeks and one week before a window closes, when no appointment stands',
  },
} satisfies Words

/** The messages to whoever runs the study. */
export const staffMessages = {
  digest: { nl: 'dagbericht', en: 'message of the day' },
  closing_warning: { nl: 'waarschuwing dat een venster dichtgaat', en: 'warning that a window is about to close' },
} satisfies Words
