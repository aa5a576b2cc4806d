import type { Words } from '../speak'

type Count = { typed: number; expected: number }
type Place = { character: string; position: number }

/** What is wrong with a pseudonym as it was typed: one sentence for each kind of slip (protocol §6). */
export const pseudonyms = {
  field: { nl: 'Onderzoeksnummer', en: 'Pseudonym' },
  hint: {
    nl: 'Negen tekens, zoals 7KM-2QX-9R4. Kleine letters mogen, en streepjes en spaties doen er niet toe.',
    en: 'Nine characters, like 7KM-2QX-9R4. Lower case is fine, and dashes and spaces do not matter.',
  },
  nothing: { nl: 'Er is niets getypt.', en: 'Nothing was typed.' },
  tooShort: {
    nl: ({ typed, expected }: Count) => `Te kort: ${typed} van de ${expected} tekens. ${missing(expected - typed).nl}`,
    en: ({ typed, expected }: Count) =>
      `Too short: ${typed} of ${expected} characters. ${missing(expected - typed).en}`,
  },
  tooLong: {
    nl: ({ typed, expected }: Count) =>
      `Te lang: ${typed} tekens in plaats van ${expected}. Haal er ${typed - expected} weg.`,
    en: ({ typed, expected }: Count) =>
      `Too long: ${typed} characters instead of ${expected}. Take ${typed - expected} away.`,
  },
  character: {
    nl: ({ character, position }: Place) => `Het ${position}e teken, “${character}”, komt in geen nummer voor.`,
    en: ({ character, position }: Place) => `Character ${position}, “${character}”, is in no pseudonym.`,
  },
  zero: {
    nl: ({ character, position }: Place) =>
      `Het ${position}e teken, “${character}”, komt in geen nummer voor: de nul en de letter O zijn er niet. Misschien een Q, een D of een C?`,
    en: ({ character, position }: Place) =>
      `Character ${position}, “${character}”, is in no pseudonym: there is no zero and no letter O. Perhaps a Q, a D or a C?`,
  },
  one: {
    nl: ({ character, position }: Place) =>
      `Het ${position}e teken, “${character}”, komt in geen nummer voor: de een en de letters I en L zijn er niet. Misschien een 7, een J of een T?`,
    en: ({ character, position }: Place) =>
      `Character ${position}, “${character}”, is in no pseudonym: there is no one and no letter I or L. Perhaps a 7, a J or a T?`,
  },
  check: {
    nl: 'Dit nummer bestaat niet: er is één teken mis, of twee tekens zijn omgewisseld. Vergelijk teken voor teken.',
    en: 'There is no such pseudonym: one character is wrong, or two are swapped. Compare it character by character.',
  },
} satisfies Words

const missing = (count: number) =>
  count === 1
    ? { nl: 'Er ontbreekt er één.', en: 'One is missing.' }
    : { nl: `Er ontbreken er ${count}.`, en: `${count} are missing.` }
