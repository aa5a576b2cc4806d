import type { Words } from '../speak'

/** The vouchers of each location. */
export const vouchers = {
  title: { nl: 'Cadeaubonnen', en: 'Vouchers' },
  about: {
    nl: 'Na elk interview krijgt de cliënt één bon. Hier staat hoeveel er op elke locatie liggen.',
    en: 'After each interview the client gets one voucher. Here is how many lie at each location.',
  },
  stock: { nl: 'Voorraad', en: 'Stock' },
  location: { nl: 'Locatie', en: 'Location' },
  handedOut: { nl: 'Gegeven', en: 'Handed out' },
  none: { nl: 'Nog niets geboekt', en: 'Nothing booked yet' },
  noneAbout: { nl: 'Boek eerst de bonnen die zijn ontvangen.', en: 'First book the vouchers that came in.' },
  short: {
    nl: 'Er zijn meer bonnen gegeven dan er volgens de boeken waren. Tel de voorraad.',
    en: 'More vouchers were handed out than there were by the books. Count the stock.',
  },
  below: { nl: 'klopt niet', en: 'cannot be' },
  bookings: { nl: 'Boekingen', en: 'Bookings' },
  day: { nl: 'Dag', en: 'Day' },
  kind: { nl: 'Wat', en: 'What' },
  amount: { nl: 'Aantal', en: 'Number' },
  remark: { nl: 'Toelichting', en: 'Explanation' },
  remarkHint: {
    nl: 'Nodig als er bonnen weggaan. Schrijf geen namen op.',
    en: 'Needed when vouchers go out. Write down no names.',
  },
  book: { nl: 'Bonnen boeken', en: 'Book vouchers' },
  count: { nl: 'Voorraad tellen', en: 'Count the stock' },
  counted: { nl: 'Hoeveel liggen er', en: 'How many are there' },
  countHint: {
    nl: 'Nodig als het aantal niet klopt met de boeken. Schrijf geen namen op.',
    en: 'Needed when the number differs from the books. Write down no names.',
  },
  done: { nl: 'Vastgelegd', en: 'Recorded' },
} satisfies Words
