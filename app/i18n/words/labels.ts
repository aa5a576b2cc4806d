import type { Words } from '../speak'

type Pieces = { n: number }

/** The page that makes labels with a pseudonym, and the sheet that comes out of the printer. */
export const labels = {
  title: { nl: 'Etiketten', en: 'Labels' },
  about: {
    nl: 'Voor papier en opnames: het onderzoek, het nummer en een code om te scannen. Er staat geen naam op.',
    en: 'For paper and recordings: the study, the pseudonym and a code to scan. There is no name on them.',
  },
  link: { nl: 'Etiketten maken', en: 'Make labels' },
  search: { nl: 'Zoek een nummer', en: 'Look up a pseudonym' },
  searchHint: {
    nl: 'Van het koppel of de cliënt; het begin is genoeg, en niets typen vindt alle koppels',
    en: 'Of the dyad or the client; the beginning will do, and typing nothing finds all dyads',
  },
  of: { nl: 'Zet in de lijst', en: 'Put in the list' },
  dyad: { nl: 'het koppel', en: 'the dyad' },
  client: { nl: 'de cliënt', en: 'the client' },
  both: { nl: 'allebei', en: 'both' },
  find: { nl: 'Zoeken en toevoegen', en: 'Find and add' },
  added: {
    nl: ({ n }: Pieces) => (n === 1 ? '1 nummer toegevoegd' : `${n} nummers toegevoegd`),
    en: ({ n }: Pieces) => (n === 1 ? '1 pseudonym added' : `${n} pseudonyms added`),
  },
  more: { nl: 'Er zijn er meer dan er in de lijst passen.', en: 'There are more than the list has room for.' },
  list: { nl: 'Nummers voor de etiketten', en: 'Pseudonyms for the labels' },
  listHint: {
    nl: ({ n }: Pieces) => `Eén nummer op een regel, hooguit ${n}. Tweemaal hetzelfde nummer geeft twee etiketten.`,
    en: ({ n }: Pieces) => `One pseudonym a line, ${n} at most. The same one twice gives two labels.`,
  },
  line: {
    nl: ({ line, sentence }: { line: number; sentence: string }) => `Regel ${line}: ${sentence}`,
    en: ({ line, sentence }: { line: number; sentence: string }) => `Line ${line}: ${sentence}`,
  },
  unknown: {
    nl: ({ pseudonym }: { pseudonym: string }) => `${pseudonym} is van geen koppel of cliënt in dit onderzoek.`,
    en: ({ pseudonym }: { pseudonym: string }) => `${pseudonym} is of no dyad or client in this study.`,
  },
  empty: { nl: 'Er staat nog geen nummer in de lijst.', en: 'There is no pseudonym in the list yet.' },
  tooMany: {
    nl: ({ n }: Pieces) => `Dit is te veel voor één keer. Maak er hooguit ${n} tegelijk.`,
    en: ({ n }: Pieces) => `This is too much for one go. Make ${n} at a time at most.`,
  },
  make: { nl: 'Etiketten maken', en: 'Make labels' },
  ready: {
    nl: ({ n }: Pieces) => (n === 1 ? '1 etiket is klaar' : `${n} etiketten zijn klaar`),
    en: ({ n }: Pieces) => (n === 1 ? '1 label is ready' : `${n} labels are ready`),
  },
  print: {
    nl: 'Druk deze pagina af op A4-vellen met 24 etiketten van 70 bij 37 mm, op ware grootte (100%), zonder kop- en voettekst. Alleen de etiketten komen op het papier.',
    en: 'Print this page on A4 sheets of 24 labels, 70 by 37 mm, at actual size (100%), without headers and footers. Only the labels come out.',
  },
  sheet: {
    nl: ({ n }: Pieces) => `Vel ${n}`,
    en: ({ n }: Pieces) => `Sheet ${n}`,
  },
} satisfies Words
