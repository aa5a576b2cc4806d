import { count } from '../numbers'
import type { Words } from '../speak'

/** People who do not want to be asked. */
export const doNotAsk = {
  title: { nl: 'Niet vragen', en: 'Do not ask' },
  about: {
    nl: 'Cliënten die nooit voor dit onderzoek gevraagd willen worden, ook niet bij een volgend toezicht. De lijst is niet te lezen: het systeem herkent alleen een nummer dat u typt.',
    en: 'Clients who never want to be asked for this study, also at a next supervision. The list cannot be read: the system only recognises a number that you type.',
  },
  count: {
    nl: ({ n }: { n: number }) =>
      n === 1 ? 'Er staat 1 cliënt op de lijst.' : `Er staan ${count('nl', n)} cliënten op de lijst.`,
    en: ({ n }: { n: number }) =>
      n === 1 ? '1 client stands on the list.' : `${count('en', n)} clients stand on the list.`,
  },
  none: { nl: 'Er staat nog niemand op de lijst.', en: 'Nobody stands on the list yet.' },
  number: { nl: 'Cliëntnummer', en: 'Client number' },
  numberHint: {
    nl: 'Zoals het in het register staat. Het nummer wordt niet bewaard en nergens getoond.',
    en: 'As it stands in the register. The number is not kept and shown nowhere.',
  },
  what: { nl: 'Wat wilt u doen?', en: 'What do you want to do?' },
  add: { nl: 'Op de lijst zetten', en: 'Put on the list' },
  off: { nl: 'Van de lijst halen', en: 'Take off the list' },
  look: { nl: 'Kijken of het nummer erop staat', en: 'See whether the number is on it' },
  sure: {
    nl: 'Ja, dit is wat de cliënt wil. Open zaken van deze cliënt stoppen als het nummer op de lijst komt.',
    en: 'Yes, this is what the client wants. Open cases of this client stop when the number is put on the list.',
  },
  certain: { nl: 'Zeker weten', en: 'Being sure' },
  send: { nl: 'Doen', en: 'Do it' },
  added: {
    nl: 'De cliënt staat op de lijst en wordt niet gevraagd.',
    en: 'The client is on the list and will not be asked.',
  },
  takenOff: {
    nl: 'De cliënt staat niet meer op de lijst. Zaken die daardoor stopten komen niet terug.',
    en: 'The client is no longer on the list. Cases that stopped because of it do not come back.',
  },
  isOn: { nl: 'Dit nummer staat op de lijst.', en: 'This number is on the list.' },
  isNotOn: { nl: 'Dit nummer staat niet op de lijst.', en: 'This number is not on the list.' },
} satisfies Words
