import { longDay } from '../days'
import type { Words } from '../speak'

export const flow = {
  title: { nl: 'Van register tot steekproef', en: 'From register to sample' },
  about: {
    nl: ({ on }: { on: string }) =>
      `Iedereen die is aangemeld, en waar en waarom iemand afvalt. Stand van ${longDay('nl', on)}.`,
    en: ({ on }: { on: string }) =>
      `Everybody who was registered, and where and why someone leaves. As of ${longDay('en', on)}.`,
  },
  only: {
    nl: ({ place }: { place: string }) => `Alleen ${place}.`,
    en: ({ place }: { place: string }) => `Only ${place}.`,
  },
  diagram: { nl: 'De stroom in stappen', en: 'The flow in steps' },
  aboutDrawing: {
    nl: 'Per stap hoeveel er kwamen, hoeveel er nog staan, hoeveel er afvielen en waarom, en hoeveel er doorgingen.',
    en: 'For each step how many came, how many still stand there, how many left and why, and how many went on.',
  },
  empty: { nl: 'Nog niemand aangemeld', en: 'Nobody registered yet' },
  emptyAbout: {
    nl: 'Zodra het register is ingelezen staat hier de stroom.',
    en: 'As soon as the register has been read the flow stands here.',
  },
  nobodyThen: { nl: 'Niemand in deze keuze', en: 'Nobody in this choice' },
  nobodyThenAbout: {
    nl: 'Op die dag was hier nog niemand aangemeld.',
    en: 'On that day nobody had been registered here yet.',
  },
  on: { nl: 'Stand op', en: 'As of' },
  region: { nl: 'Regio', en: 'Region' },
  location: { nl: 'Locatie', en: 'Location' },
  everywhere: { nl: 'Alle', en: 'All' },
  show: { nl: 'Toon', en: 'Show' },
  noDay: { nl: 'Dit is geen dag. Schrijf jjjj-mm-dd.', en: 'This is no day. Write yyyy-mm-dd.' },
  notYet: { nl: 'Deze dag moet nog komen.', en: 'This day is still to come.' },
  noPlace: { nl: 'Die is hier niet bekend.', en: 'That one is not known here.' },
  asSvg: { nl: 'Tekening (SVG)', en: 'Drawing (SVG)' },
  asCsv: { nl: 'Tabel (CSV)', en: 'Table (CSV)' },
  print: {
    nl: 'Voor een PDF: druk deze pagina af naar een bestand.',
    en: 'For a PDF: print this page to a file.',
  },
  registered: { nl: 'aangemeld', en: 'registered' },
  inquired: { nl: 'bij toezichthouder nagevraagd', en: 'inquired with the supervisor' },
  replied: { nl: 'beantwoord', en: 'answered' },
  met_criteria: { nl: 'voldoen aan de criteria', en: 'meet the criteria' },
  approachable: { nl: 'nu te benaderen', en: 'can be approached now' },
  interviewed: { nl: 'eerste meting', en: 'first wave' },
  t2: { nl: 'tweede meting', en: 'second wave' },
  leftRegister: { nl: 'vallen af bij het register', en: 'leave at the register' },
  leftInquiry: { nl: 'zonder antwoord van de toezichthouder', en: 'without an answer of the supervisor' },
  leftCriteria: { nl: 'voldoen niet aan de criteria', en: 'do not meet the criteria' },
  leftJudgement: { nl: 'kunnen nu niet benaderd worden', en: 'cannot be approached now' },
  leftApproach: { nl: 'doen niet mee', en: 'do not take part' },
  leftWave: {
    nl: ({ wave }: { wave: string }) => `verloren voor de ${wave}`,
    en: ({ wave }: { wave: string }) => `lost to the ${wave}`,
  },
  withoutWave: {
    nl: ({ wave }: { wave: string }) => `nog zonder ${wave}`,
    en: ({ wave }: { wave: string }) => `not yet at the ${wave}`,
  },
  waiting: {
    nl: ({ n }: { n: number }) => `${n} nog onderweg`,
    en: ({ n }: { n: number }) => `${n} still under way`,
  },
  zeros: {
    nl: ({ n }: { n: number }) => (n === 1 ? '1 reden met 0' : `${n} redenen met 0`),
    en: ({ n }: { n: number }) => (n === 1 ? '1 reason with 0' : `${n} reasons with 0`),
  },
  wentOn: { nl: 'Gaan door', en: 'Went on' },
  response: {
    nl: ({ share }: { share: string }) => `${share} van wie benaderd kon worden`,
    en: ({ share }: { share: string }) => `${share} of those who could be approached`,
  },
  pairs: {
    nl: ({ clients, supervisors, dyads }: { clients: string; supervisors: string; dyads: string }) =>
      `${clients} cliënten, ${supervisors} vragenlijsten van toezichthouders, ${dyads} volledige koppels`,
    en: ({ clients, supervisors, dyads }: { clients: string; supervisors: string; dyads: string }) =>
      `${clients} clients, ${supervisors} questionnaires of supervisors, ${dyads} complete dyads`,
  },
  table: { nl: 'Dezelfde stroom als tabel', en: 'The same flow as a table' },
  what: { nl: 'Wie', en: 'Who' },
  number: { nl: 'Aantal', en: 'Count' },
  cases: { nl: 'Wie dat zijn', en: 'Who they are' },
  casesOn: {
    nl: ({ on }: { on: string }) => `Stand van ${longDay('nl', on)}.`,
    en: ({ on }: { on: string }) => `As of ${longDay('en', on)}.`,
  },
  casesOf: {
    nl: ({ step, what }: { step: string; what: string }) => `${step}: ${what}`,
    en: ({ step, what }: { step: string; what: string }) => `${step}: ${what}`,
  },
  everybody: { nl: 'allen', en: 'everybody' },
  back: { nl: 'Terug naar de stroom', en: 'Back to the flow' },
  client: { nl: 'Cliënt', en: 'Client' },
  registeredOn: { nl: 'Aangemeld', en: 'Registered' },
  stood: { nl: 'Stond', en: 'Stood' },
  since: { nl: 'Sinds', en: 'Since' },
  nobody: { nl: 'Niemand', en: 'Nobody' },
  nobodyAbout: { nl: 'Op die dag was dit er niet een.', en: 'There was none on that day.' },
} satisfies Words
