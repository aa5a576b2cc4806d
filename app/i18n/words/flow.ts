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
  diagram: { nl: 'De stroom in stappen', en: 'The flow in steps' },
  empty: { nl: 'Nog niemand aangemeld', en: 'Nobody registered yet' },
  emptyAbout: {
    nl: 'Zodra het register is ingelezen staat hier de stroom.',
    en: 'As soon as the register has been read the flow stands here.',
  },
  registered: { nl: 'aangemeld', en: 'registered' },
  inquired: { nl: 'bij toezichthouder nagevraagd', en: 'inquired with the supervisor' },
  replied: { nl: 'beantwoord', en: 'answered' },
  met_criteria: { nl: 'voldoen aan de criteria', en: 'meet the criteria' },
  approachable: { nl: 'nu te benaderen', en: 'can be approached now' },
  interviewed: { nl: 'eerste meting', en: 'first wave' },
  t2: { nl: 'tweede meting', en: 'second wave' },
  leftRegister: { nl: 'vallen af bij het register', en: 'leave at the register' },
  leftNoReply: { nl: 'zonder antwoord van de toezichthouder', en: 'without an answer of the supervisor' },
  leftCriteria: { nl: 'voldoen niet aan de criteria', en: 'do not meet the criteria' },
  leftJudgement: { nl: 'kunnen nu niet benaderd worden', en: 'cannot be approached now' },
  leftApproach: { nl: 'doen niet mee', en: 'do not take part' },
  leftT2: { nl: 'verloren voor de tweede meting', en: 'lost to the second wave' },
  waiting: {
    nl: ({ n }: { n: number }) => `${n} nog onderweg`,
    en: ({ n }: { n: number }) => `${n} still under way`,
  },
  noReply: { nl: 'geen antwoord', en: 'no answer' },
  noShows: { nl: 'driemaal niet verschenen', en: 'three no-shows' },
  practical: { nl: 'praktische redenen', en: 'practical reasons' },
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
  step: { nl: 'Stap', en: 'Step' },
  reason: { nl: 'Reden', en: 'Reason' },
  number: { nl: 'Aantal', en: 'Count' },
  all: { nl: 'alle', en: 'all' },
} satisfies Words
