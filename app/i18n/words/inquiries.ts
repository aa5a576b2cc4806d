import { longDay } from '../days'
import type { Words } from '../speak'

/** The question to the supervisor of one case, as the coordinator follows it. */
export const inquiries = {
  title: {
    nl: ({ client }: { client: string }) => `Vraag over cliënt ${client}`,
    en: ({ client }: { client: string }) => `Inquiry about client ${client}`,
  },
  toCase: { nl: 'Naar de zaak', en: 'To the case' },
  done: { nl: 'Vastgelegd', en: 'Recorded' },
  notDone: { nl: 'Niet gelukt', en: 'Not done' },
  now: { nl: 'Zoals het nu staat', en: 'As it stands now' },
  stage: { nl: 'Stand', en: 'Stage' },
  supervisor: { nl: 'Toezichthouder', en: 'Supervisor' },
  nobody: { nl: 'Onbekend', en: 'Unknown' },
  standIn: { nl: 'Neemt waar', en: 'Stands in' },
  sentOn: { nl: 'Gevraagd op', en: 'Asked on' },
  until: { nl: 'Antwoorden kan tot en met', en: 'Answers are taken up to' },
  waits: { nl: 'Waarom het wacht', en: 'Why it waits' },
  link: { nl: 'Link', en: 'Link' },
  linkWorks: { nl: 'Verstuurd, en werkt', en: 'Sent, and works' },
  linkNone: { nl: 'Er is geen link die werkt', en: 'There is no link that works' },
  notAsked: { nl: 'Er is nog niets gevraagd', en: 'Nothing was asked yet' },
  ladder: { nl: 'Wat er is verstuurd', en: 'What was sent' },
  ladderNone: { nl: 'Er is nog niets verstuurd', en: 'Nothing was sent yet' },
  message: { nl: 'Bericht', en: 'Message' },
  to: { nl: 'Aan', en: 'To' },
  on: { nl: 'Dag', en: 'Day' },
  became: { nl: 'Wat ervan werd', en: 'What became of it' },
  attempts: { nl: 'Pogingen', en: 'Attempts' },
  attemptsNone: { nl: 'Er is nog geen poging vastgelegd', en: 'No attempt was recorded yet' },
  way: { nl: 'Hoe', en: 'How' },
  outcome: { nl: 'Uitkomst', en: 'Outcome' },
  logAttempt: { nl: 'Poging vastleggen', en: 'Record an attempt' },
  earlier: { nl: 'Eerdere vragen', en: 'Earlier questions' },
  reply: { nl: 'Antwoord', en: 'Answer' },
  noReply: { nl: 'Geen', en: 'None' },
  notTheirs: { nl: 'Niet de eigen cliënt', en: 'Not their client' },
  theirs: {
    nl: ({ contacts }: { contacts: number }) => `Ja, ${contacts} contacten`,
    en: ({ contacts }: { contacts: number }) => `Yes, ${contacts} contacts`,
  },
  ended: { nl: 'Waarom voorbij', en: 'Why it ended' },
  answerFor: { nl: 'Antwoorden namens de toezichthouder', en: 'Answer for the supervisor' },
  answerForAbout: {
    nl: 'Voor een antwoord per telefoon. Er blijft bij staan dat u het invulde.',
    en: 'For an answer by telephone. It stays on record that you filled it in.',
  },
  record: { nl: 'Vastleggen', en: 'Record' },
  askAgain: { nl: 'Opnieuw vragen', en: 'Ask again' },
  askAgainAbout: {
    nl: 'Een nieuwe link, en 21 dagen vanaf vandaag. De oude link werkt dan niet meer.',
    en: 'A new link, and 21 days from today. The old link no longer works then.',
  },
  newLink: { nl: 'Link intrekken en een nieuwe sturen', en: 'Take the link back and send a new one' },
  revoke: { nl: 'Link intrekken', en: 'Take the link back' },
  revokeAbout: {
    nl: 'Als een bericht bij een ander terechtkwam. Wie de oude link heeft, ziet dan niets meer.',
    en: 'When a message reached somebody else. Whoever has the old link then sees nothing.',
  },
  changeSupervisor: { nl: 'De cliënt kreeg een andere toezichthouder', en: 'The client got another supervisor' },
  changeSupervisorAbout: {
    nl: 'Er komt een nieuw koppel met een eigen nummer. Het oude koppel en wat daarin is gemeten, blijven bewaard. Vragen over een gesprek dat al was, blijven bij de vorige toezichthouder.',
    en: 'There will be a new dyad with a number of its own. The old one and what was measured in it are kept. Questions about a talk that was held stay with the earlier supervisor.',
  },
  colleague: {
    nl: 'Nummer of e-mailadres van de nieuwe toezichthouder',
    en: 'Pseudonym or e-mail address of the new supervisor',
  },
  handOver: { nl: 'Doorgeven aan een andere toezichthouder', en: 'Hand over to another supervisor' },
  pseudonym: { nl: 'Nummer van de toezichthouder', en: 'Pseudonym of the supervisor' },
  links: { nl: 'De link', en: 'The link' },
  awaySince: {
    nl: ({ until }: { until: string }) => `Afwezig tot en met ${longDay('nl', until)}, niemand neemt waar`,
    en: ({ until }: { until: string }) => `Away up to ${longDay('en', until)}, nobody stands in`,
  },
  declined: { nl: 'Doet niet mee', en: 'Does not take part' },
} satisfies Words

/** Who answered. */
export const answeredBy = {
  supervisor: { nl: 'door de toezichthouder', en: 'by the supervisor' },
  stand_in: { nl: 'door wie waarneemt', en: 'by the stand-in' },
  account: { nl: 'ingevuld door de coördinator', en: 'filled in by the coordinator' },
  import: { nl: 'uit een bestand', en: 'from a file' },
} satisfies Words

/** How somebody was tried. */
export const ways = {
  mail: { nl: 'E-mail', en: 'Mail' },
  phone: { nl: 'Telefoon', en: 'Telephone' },
  visit: { nl: 'Langs geweest', en: 'Visit' },
} satisfies Words

/** What came of it. */
export const attemptOutcomes = {
  reached: { nl: 'Gesproken', en: 'Reached' },
  no_answer: { nl: 'Geen gehoor', en: 'No answer' },
  message_left: { nl: 'Bericht achtergelaten', en: 'Message left' },
  will_answer: { nl: 'Gaat antwoorden', en: 'Will answer' },
  wrong_person: { nl: 'Verkeerde persoon', en: 'Wrong person' },
  left_office: { nl: 'Werkt er niet meer', en: 'No longer works there' },
} satisfies Words

/** Why a question is history. */
export const inquiryEnds = {
  handed_over: { nl: 'Doorgegeven', en: 'Handed over' },
  corrected: { nl: 'Verbeterd', en: 'Corrected' },
  asked_again: { nl: 'Opnieuw gevraagd', en: 'Asked again' },
} satisfies Words

/** What became of a message. */
export const mailStates = {
  planned: { nl: 'Gaat nog weg', en: 'Still to go' },
  sending: { nl: 'Onderweg', en: 'On its way' },
  sent: { nl: 'Verstuurd', en: 'Sent' },
  suppressed: { nl: 'Niet echt verstuurd', en: 'Not really sent' },
  failed: { nl: 'Niet aangekomen', en: 'Did not arrive' },
  cancelled: { nl: 'Tegengehouden', en: 'Cancelled' },
} satisfies Words

/** The supervisors of a study, by pseudonym. */
export const supervisorsPage = {
  title: { nl: 'Toezichthouders', en: 'Supervisors' },
  about: {
    nl: 'Met nummer, zonder naam: wat zij nog moeten beantwoorden, en wie er niet is.',
    en: 'By pseudonym, without names: what they still have to answer, and who is away.',
  },
  none: { nl: 'Er zijn nog geen toezichthouders', en: 'There are no supervisors yet' },
  one: {
    nl: ({ pseudonym }: { pseudonym: string }) => `Toezichthouder ${pseudonym}`,
    en: ({ pseudonym }: { pseudonym: string }) => `Supervisor ${pseudonym}`,
  },
  list: { nl: 'Naar alle toezichthouders', en: 'To all supervisors' },
  places: { nl: 'Plaatsen bezet', en: 'Places taken' },
  ofPlaces: {
    nl: ({ taken, places }: { taken: number; places: number }) => `${taken} van ${places}`,
    en: ({ taken, places }: { taken: number; places: number }) => `${taken} of ${places}`,
  },
  inquiries: { nl: 'Open vragen', en: 'Open inquiries' },
  questionnaires: { nl: 'Open vragenlijsten', en: 'Questionnaires owed' },
  attempts: { nl: 'Pogingen', en: 'Attempts' },
  state: { nl: 'Bijzonderheden', en: 'Remarks' },
  never: {
    nl: ({ since }: { since: string }) => `Wordt niet meer gevraagd sinds ${longDay('nl', since)}`,
    en: ({ since }: { since: string }) => `Never asked again since ${longDay('en', since)}`,
  },
  away: {
    nl: ({ until }: { until: string }) => `Afwezig tot en met ${longDay('nl', until)}`,
    en: ({ until }: { until: string }) => `Away up to ${longDay('en', until)}`,
  },
  awaiting: { nl: 'Wacht op antwoord over', en: 'Awaiting an answer about' },
  awaitingNone: { nl: 'Geen open vragen', en: 'No open inquiries' },
  client: { nl: 'Cliënt', en: 'Client' },
  since: { nl: 'Gevraagd op', en: 'Asked on' },
  absences: { nl: 'Afwezigheid', en: 'Absence' },
  absencesNone: { nl: 'Geen afwezigheid gemeld', en: 'No absence is known' },
  from: { nl: 'Eerste dag', en: 'First day' },
  until: { nl: 'Laatste dag', en: 'Last day' },
  standIn: { nl: 'Wie neemt waar', en: 'Who stands in' },
  standInHint: {
    nl: 'Het nummer van een toezichthouder. Laat leeg als niemand waarneemt: dan wachten nieuwe vragen.',
    en: 'The pseudonym of a supervisor. Leave empty when nobody stands in: new questions wait then.',
  },
  ended: {
    nl: ({ on }: { on: string }) => `Beëindigd op ${longDay('nl', on)}`,
    en: ({ on }: { on: string }) => `Ended on ${longDay('en', on)}`,
  },
  end: { nl: 'Beëindigen', en: 'End' },
  add: { nl: 'Afwezigheid melden', en: 'Add an absence' },
  endShort: { nl: 'Einde', en: 'End' },
} satisfies Words
