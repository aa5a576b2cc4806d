import type { Words } from '../speak'

type Span = { months: number }
const span = {
  nl: (months: number) => (months % 12 === 0 ? `${months / 12} jaar` : `${months} maanden`),
  en: (months: number) => (months % 12 === 0 ? `${months / 12} years` : `${months} months`),
}

/** What a supervisor may know and decide about their own part (protocol §6). */
export const rights = {
  title: { nl: 'Over u en dit onderzoek', en: 'About you and this study' },
  about: {
    nl: 'Ook u bent deelnemer. Hier leest u wat dat betekent, en hier regelt u het.',
    en: 'You are a participant too. Here you read what that means, and here you arrange it.',
  },
  back: { nl: 'Terug naar de vraag', en: 'Back to the question' },
  asked: { nl: 'Wat vragen wij?', en: 'What do we ask?' },
  askedAbout: {
    nl: 'Bij een nieuwe cliënt drie korte vragen. Doet de cliënt mee, dan daarna een vragenlijst over uw samenwerking, en later nog een keer.',
    en: 'Three short questions about a new client. If the client takes part, then a questionnaire about how you work together, and once more later on.',
  },
  free: { nl: 'Moet ik meedoen?', en: 'Do I have to take part?' },
  freeAbout: {
    nl: 'Nee. U kunt per vraag, per cliënt of helemaal weigeren. U hoeft niet te zeggen waarom. Het heeft geen gevolgen voor u of voor uw cliënt.',
    en: 'No. You can refuse one question, one client or all of it. You need not say why. It has no consequences for you or for your client.',
  },
  readers: { nl: 'Wie ziet mijn antwoorden?', en: 'Who sees my answers?' },
  readersAbout: {
    nl: 'Alleen de onderzoekers, en zij zien een nummer in plaats van uw naam. Uw cliënt en uw leidinggevende zien uw antwoorden niet. Uw naam en adres staan apart en dienen alleen om u te kunnen mailen.',
    en: 'Only the researchers, and they see a number in place of your name. Your client and your manager do not see your answers. Your name and address are kept apart and serve only to send you mail.',
  },
  kept: { nl: 'Hoe lang blijft het bewaard?', en: 'How long is it kept?' },
  keptName: {
    nl: ({ months }: Span) => `Uw naam en adres: ${span.nl(months)} na onze laatste vraag aan u.`,
    en: ({ months }: Span) => `Your name and address: ${span.en(months)} after our last question to you.`,
  },
  keptAnswers: {
    nl: ({ months }: Span) => `Uw antwoorden, onder een nummer: ${span.nl(months)} nadat het onderzoek is afgesloten.`,
    en: ({ months }: Span) => `Your answers, under a number: ${span.en(months)} after the study is closed.`,
  },
  yours: { nl: 'Wat kunt u doen?', en: 'What can you do?' },
  yoursAbout: {
    nl: 'U kunt zien wat u hebt geantwoord, uw antwoorden laten wissen, en stoppen. Wat al in een verslag is geteld, kan er niet meer uit. Bent u het niet eens met hoe wij met uw gegevens omgaan? Dan kunt u klagen bij de Autoriteit Persoonsgegevens.',
    en: 'You can see what you have answered, have your answers erased, and stop. What has been counted in a report already cannot be taken out of it. Do you not agree with how we handle your data? Then you can complain to the Dutch Data Protection Authority.',
  },
  answers: { nl: 'Zien wat ik heb geantwoord', en: 'See what I have answered' },
  answersTitle: { nl: 'Wat u hebt geantwoord', en: 'What you have answered' },
  answersAbout: {
    nl: 'Alles wat u in dit onderzoek hebt geantwoord, het oudste eerst.',
    en: 'All that you have answered in this study, the oldest first.',
  },
  none: { nl: 'Nog niets', en: 'Nothing yet' },
  noneAbout: { nl: 'U hebt nog niets geantwoord.', en: 'You have not answered anything yet.' },
  erased: { nl: 'Deze antwoorden zijn gewist.', en: 'These answers have been erased.' },
  reply: { nl: 'Vraag over een nieuwe cliënt', en: 'Question about a new client' },
  writtenBy: { nl: 'Wie dit opschreef', en: 'Who wrote this down' },
  replacedOn: { nl: 'Daarna verbeterd of doorgegeven op', en: 'Corrected or passed on afterwards on' },
  download: { nl: 'Meenemen als bestand', en: 'Take it with you as a file' },
  csv: { nl: 'CSV, voor een rekenblad', en: 'CSV, for a spreadsheet' },
  json: { nl: 'JSON, voor een programma', en: 'JSON, for a program' },
  stop: { nl: 'Niet meer meedoen', en: 'Take part no more' },
  erase: { nl: 'Antwoorden laten wissen', en: 'Have answers erased' },
  declineOne: { nl: 'Niet voor deze cliënt', en: 'Not for this client' },
  declineAll: { nl: 'Helemaal niet meer', en: 'Not at all any more' },
  eraseOne: { nl: 'Wis mijn antwoorden over deze cliënt', en: 'Erase my answers about this client' },
  eraseAll: { nl: 'Wis al mijn antwoorden', en: 'Erase all my answers' },
  sureDeclineOne: {
    nl: 'Wij vragen u niets meer over deze cliënt. Bij uw andere cliënten gaat het gewoon door. Bent u de toezichthouder niet (meer)? Ook dan kan dit.',
    en: 'We ask you nothing more about this client. For your other clients all goes on. Are you not the supervisor (any more)? Then you can do this too.',
  },
  sureDeclineAll: {
    nl: 'Wij vragen u nooit meer iets voor dit onderzoek, over geen enkele cliënt. U kunt dit niet zelf terugdraaien.',
    en: 'We never ask you anything again for this study, about no client at all. You cannot undo this yourself.',
  },
  sureEraseOne: {
    nl: 'Wij wissen wat u in vragenlijsten over deze cliënt hebt geantwoord. Dat kan niet ongedaan worden gemaakt. Wat u over de nieuwe cliënt zei, blijft: daarop is besloten wie er meedoet.',
    en: 'We erase what you answered in questionnaires about this client. That cannot be undone. What you said about the new client stays: it decided who takes part.',
  },
  sureEraseAll: {
    nl: 'Wij wissen wat u in alle vragenlijsten hebt geantwoord, over al uw cliënten. Dat kan niet ongedaan worden gemaakt. Wat u over nieuwe cliënten zei, blijft: daarop is besloten wie er meedoet.',
    en: 'We erase what you answered in all questionnaires, about all your clients. That cannot be undone. What you said about new clients stays: it decided who takes part.',
  },
  yes: { nl: 'Ja, doe dit', en: 'Yes, do this' },
  no: { nl: 'Nee, terug', en: 'No, go back' },
  declineOneDone: {
    nl: 'Wij vragen u niets meer over deze cliënt.',
    en: 'We ask you nothing more about this client.',
  },
  declineAllDone: { nl: 'Wij vragen u niets meer.', en: 'We ask you nothing any more.' },
  eraseOneDone: { nl: 'Uw antwoorden over deze cliënt zijn gewist.', en: 'Your answers about this client are erased.' },
  eraseAllDone: { nl: 'Uw antwoorden zijn gewist.', en: 'Your answers are erased.' },
  notDone: { nl: 'Er is niets gebeurd', en: 'Nothing was done' },
  item: { nl: 'Vraag', en: 'Question' },
  answer: { nl: 'Antwoord', en: 'Answer' },
  noAnswer: { nl: 'Geen antwoord', en: 'No answer' },
  notAsked: { nl: 'Niet gevraagd', en: 'Not asked' },
  client: { nl: 'Cliënt', en: 'Client' },
  questionnaire: {
    nl: ({ wave }: { wave: string }) => `Vragenlijst ${wave}`,
    en: ({ wave }: { wave: string }) => `Questionnaire ${wave}`,
  },
} satisfies Words
