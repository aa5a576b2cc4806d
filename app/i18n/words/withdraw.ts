import { longDay, shortDay } from '../days'
import type { Words } from '../speak'

type On = { on: string }

/** The page on which somebody records that a client stops, or takes back single consents (§6). */
export const withdraw = {
  link: { nl: 'Stoppen vastleggen', en: 'Record that the client stops' },
  title: {
    nl: ({ client }: { client: string }) => `Stoppen: ${client}`,
    en: ({ client }: { client: string }) => `Stopping: ${client}`,
  },
  about: {
    nl: 'De cliënt mag altijd stoppen en hoeft niet te zeggen waarom. Vraag er dus niet naar.',
    en: 'The client may always stop and does not have to say why. So do not ask.',
  },
  back: { nl: 'Terug naar het koppel', en: 'Back to the dyad' },
  what: { nl: 'Wat wil de cliënt?', en: 'What does the client want?' },
  whatHint: {
    nl: 'Lees de keuzes voor. Twijfelt de cliënt, dan kan het ook later.',
    en: 'Read the choices aloud. If the client is in doubt, it can be done later too.',
  },
  keep: {
    nl: 'Helemaal stoppen. De antwoorden tot nu toe mogen onder een nummer blijven.',
    en: 'Stop altogether. The answers so far may stay, under a number.',
  },
  erase: {
    nl: 'Helemaal stoppen, en alles wissen: de antwoorden en de naam.',
    en: 'Stop altogether, and erase everything: the answers and the name.',
  },
  some: { nl: 'Blijven meedoen, maar iets niet meer toestaan.', en: 'Go on taking part, but take a consent back.' },
  which: { nl: 'Wat staat de cliënt niet meer toe?', en: 'What does the client take back?' },
  whichHint: {
    nl: 'Alleen invullen als de cliënt verder blijft meedoen.',
    en: 'Only when the client goes on taking part.',
  },
  next: { nl: 'Verder', en: 'Go on' },
  chooseOne: { nl: 'Kies wat de cliënt wil.', en: 'Choose what the client wants.' },
  chooseScopes: { nl: 'Kies wat de cliënt niet meer toestaat.', en: 'Choose what the client takes back.' },
  confirmTitle: { nl: 'Klopt dit?', en: 'Is this right?' },
  confirmAbout: { nl: 'Dit gebeurt er zodra u het vastlegt.', en: 'This happens as soon as you record it.' },
  now: { nl: 'Meteen', en: 'At once' },
  mailStops: {
    nl: 'Er gaat geen bericht meer uit over deze cliënt, ook geen bericht dat al klaarstond.',
    en: 'No message about this client goes out any more, nor one that was waiting already.',
  },
  contactStops: {
    nl: 'Niemand benadert of belt de cliënt nog voor het onderzoek.',
    en: 'Nobody approaches or calls the client for the study any more.',
  },
  answersGo: {
    nl: 'De antwoorden van de cliënt worden gewist. Ook geslacht, geboortejaar, niveau, risico, enkelband en penitentiair programma, en hoe het toezicht afliep.',
    en: 'The client’s answers are erased. So are gender, year of birth, level, risk, electronic monitoring and penitentiary programme, and how the supervision ended.',
  },
  nameGoes: {
    nl: 'Naam, nummers, geboortedag en telefoonnummer worden gewist, met de scan of handtekeningen van het formulier.',
    en: 'Name, numbers, day of birth and telephone number are erased, with the scan or signatures of the form.',
  },
  noWayBack: { nl: 'Wissen kan niet ongedaan worden gemaakt.', en: 'Erasing cannot be undone.' },
  stays: { nl: 'Dit blijft', en: 'This stays' },
  answersStay: {
    nl: 'De antwoorden tot nu toe, onder een nummer, voor het onderzoek.',
    en: 'The answers so far, under a number, for the study.',
  },
  nameStays: {
    nl: ({ months }: { months: number }) =>
      `De naam, apart van de antwoorden, nog hooguit ${months} maanden. Daarna wordt die gewist.`,
    en: ({ months }: { months: number }) =>
      `The name, apart from the answers, for another ${months} months at most. Then it is erased.`,
  },
  countsStay: {
    nl: 'Zonder naam, om te kunnen tellen: dat er iemand was, het soort toezicht en de plaats, of de zaak bij het onderzoek paste, bij welke stap en waarom die afviel, welke berichten er gingen, en van elk gesprek de dag, de duur en wie het hield.',
    en: 'Without a name, to be able to count: that there was somebody, the kind of supervision and the place, whether the case fitted the study, at which step and why it left, which messages went out, and of each talk the day, how long it took and who held it.',
  },
  boxesStay: {
    nl: 'Wat er op het formulier is aangekruist, zonder naam of handtekening.',
    en: 'What was ticked on the form, without name or signature.',
  },
  recognised: {
    nl: 'Een code van het cliëntnummer, zodat niemand deze persoon opnieuw vraagt.',
    en: 'A code of the client number, so that nobody asks this person again.',
  },
  supervisorStays: {
    nl: 'Wat de toezichthouder zelf antwoordde. Dat hoort bij geen koppel meer.',
    en: 'What the supervisor answered. It belongs to no dyad any more.',
  },
  reportsStay: {
    nl: 'Wat al in een verslag over de hele groep staat.',
    en: 'What is already part of a report on the whole group.',
  },
  taken: { nl: 'Dit staat de cliënt niet meer toe', en: 'This is taken back' },
  restStays: { nl: 'Voor de rest blijft de cliënt meedoen.', en: 'For the rest the client goes on taking part.' },
  numberGoes: { nl: 'Het telefoonnummer wordt gewist.', en: 'The telephone number is erased.' },
  stopUses: { nl: 'Dit gebeurt er daardoor niet meer', en: 'So this does not happen any more' },
  record: { nl: 'Ja, leg dit vast', en: 'Yes, record this' },
  change: { nl: 'Nee, terug', en: 'No, go back' },
  wasRecorded: { nl: 'Dit is vastgelegd.', en: 'This has been recorded.' },
  stopped: {
    nl: ({ on }: On) => `Deze cliënt is gestopt op ${longDay('nl', on)}.`,
    en: ({ on }: On) => `This client stopped on ${longDay('en', on)}.`,
  },
  keptSaid: {
    nl: 'Er is geen contact meer. De antwoorden van daarvoor blijven onder een nummer.',
    en: 'There is no contact any more. The answers from before stay under a number.',
  },
  erasedSaid: {
    nl: 'Er is geen contact meer. De antwoorden en de naam zijn gewist.',
    en: 'There is no contact any more. The answers and the name have been erased.',
  },
  erasedAfterAll: {
    nl: ({ on }: On) => `Wat eerst mocht blijven, is op verzoek van de cliënt gewist op ${longDay('nl', on)}.`,
    en: ({ on }: On) => `What could stay at first was erased at the client’s wish on ${longDay('en', on)}.`,
  },
  afterAll: { nl: 'Alsnog wissen', en: 'Erase after all' },
  afterAllAbout: {
    nl: 'De cliënt mag later alsnog vragen om alles te wissen: de antwoorden en de naam.',
    en: 'The client may still ask later to have everything erased: the answers and the name.',
  },
  eraseAfterAll: { nl: 'De cliënt wil alles laten wissen', en: 'The client wants everything erased' },
  notRecorded: {
    nl: 'Dit is niet vastgelegd: de cliënt was al gestopt. Hieronder staat hoe het nu is.',
    en: 'This was not recorded: the client had stopped already. Below is how it stands now.',
  },
  tell: {
    nl: 'Zeg de cliënt dat het geregeld is. Er komt geen bericht meer.',
    en: 'Tell the client that it is done. There will be no message any more.',
  },
  allowed: { nl: 'Wat de cliënt toestaat', en: 'What the client allows' },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  notAsked: { nl: 'niet gevraagd', en: 'not asked' },
  takenBack: {
    nl: ({ on }: On) => `teruggenomen op ${shortDay('nl', on)}`,
    en: ({ on }: On) => `taken back on ${shortDay('en', on)}`,
  },
} satisfies Words

/** What is not done any more without a consent, by what needs it. */
export const usesStopped = {
  interview: { nl: 'Een gesprek voor het onderzoek.', en: 'A talk for the study.' },
  next_wave: {
    nl: 'Opnieuw vragen voor een volgend gesprek. Berichten daarover gaan niet meer uit.',
    en: 'Asking again for a next talk. Messages about it do not go out any more.',
  },
  telephone: { nl: 'Bellen.', en: 'Calling.' },
  release: {
    nl: 'De antwoorden gebruiken in bestanden voor onderzoekers die nog worden gemaakt.',
    en: 'Using the answers in files for researchers that are still to be made.',
  },
  release_outcomes: {
    nl: 'In zulke bestanden zetten hoe het toezicht ging, volgens het register.',
    en: 'Putting into such files how the supervision went, by the register.',
  },
} satisfies Words
