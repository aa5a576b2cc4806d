import { longDay } from '../days'
import type { Words } from '../speak'

/** The key holder's page: from a pseudonym to one person. */
export const reidentify = {
  title: { nl: 'Wie is dit?', en: 'Who is this?' },
  about: {
    nl: 'Eén persoon tegelijk, een minuut lang. Elke keer wordt vastgelegd wie keek, naar wie en waarvoor.',
    en: 'One person at a time, for one minute. Each time it is written down who looked, at whom and what for.',
  },
  pseudonymHint: {
    nl: 'Van een cliënt, een toezichthouder of een koppel. Bij een koppel ziet u de cliënt.',
    en: 'Of a client, a supervisor or a dyad. For a dyad you see the client.',
  },
  purpose: { nl: 'Waarvoor is de naam nodig?', en: 'What is the name needed for?' },
  purposeHint: {
    nl: 'Schrijf op wat u ermee doet, in 10 tot 500 tekens. Zet er geen naam, nummer of geboortedag bij.',
    en: 'Write down what you will do with it, in 10 to 500 characters. Put no name, number or day of birth in it.',
  },
  show: { nl: 'Laat zien', en: 'Show' },
  unknown: {
    nl: 'Niemand in dit onderzoek heeft dit nummer.',
    en: 'Nobody in this study has this pseudonym.',
  },
  wrong: { nl: 'Er is geen naam getoond', en: 'No name was shown' },
  client: { nl: 'Cliënt', en: 'Client' },
  supervisor: { nl: 'Toezichthouder', en: 'Supervisor' },
  name: { nl: 'Naam', en: 'Name' },
  number: { nl: 'Cliëntnummer', en: 'Client number' },
  bornOn: { nl: 'Geboortedag', en: 'Day of birth' },
  born: { nl: ({ on }: { on: string }) => longDay('nl', on), en: ({ on }: { on: string }) => longDay('en', on) },
  phone: { nl: 'Telefoon', en: 'Telephone' },
  noPhone: { nl: 'niet bekend', en: 'not known' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  minute: {
    nl: 'Deze pagina wordt na een minuut leeg.',
    en: 'This page becomes empty after a minute.',
  },
  left: {
    nl: ({ seconds }: { seconds: number }) => `Nog ${seconds} ${seconds === 1 ? 'seconde' : 'seconden'}`,
    en: ({ seconds }: { seconds: number }) => `${seconds} ${seconds === 1 ? 'second' : 'seconds'} left`,
  },
  clear: { nl: 'Nu leegmaken', en: 'Clear now' },
  over: { nl: 'Er staat niets meer op deze pagina', en: 'There is nothing left on this page' },
  again: { nl: 'Een ander nummer', en: 'Another pseudonym' },
} satisfies Words
