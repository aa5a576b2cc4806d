/** The header of a register extract, and people in it whose numbers nobody else has. */
export const HEADER = [
  'Clientnummer',
  'Achternaam',
  'Voorletters',
  'Geslacht',
  'Geboortedatum',
  'Toezichtnummer',
  'Registratiedatum',
  'Startdatum toezicht',
  'Modaliteit',
  'Toezichtniveau',
  'RISc',
  'Elektronisch toezicht',
  'Penitentiair programma',
  'Organisatie',
  'Regio',
  'Locatie',
  'Personeelsnummer',
  'Toezichthouder',
  'E-mail toezichthouder',
  'Status',
] as const

export type Heading = (typeof HEADER)[number]

const SURNAMES = ['Müller', 'de Vries', 'Núñez', 'Bakker', "van 't Hoff", 'Çelik']

/** The n-th supervision of a register, from 1, with what is to differ. */
export function personNumbered(n: number, other: Partial<Record<Heading, string>> = {}): string[] {
  const supervisor = 1 + (n % 400)
  const cells: Record<Heading, string> = {
    Clientnummer: String(4_900_000 + n),
    Achternaam: SURNAMES[n % SURNAMES.length] as string,
    Voorletters: 'A.B.',
    Geslacht: n % 5 === 0 ? 'V' : 'M',
    Geboortedatum: `0${1 + (n % 9)}-03-19${60 + (n % 35)}`,
    Toezichtnummer: `T${9_000_000 + n}`,
    Registratiedatum: '16-11-2011',
    'Startdatum toezicht': '12-11-2011',
    Modaliteit: 'Voorwaardelijke veroordeling',
    Toezichtniveau: String(1 + (n % 3)),
    RISc: 'laag gemiddeld',
    'Elektronisch toezicht': 'N',
    'Penitentiair programma': 'N',
    Organisatie: 'RN',
    Regio: 'Utrecht',
    Locatie: 'Utrecht',
    Personeelsnummer: `P9${String(supervisor).padStart(4, '0')}`,
    Toezichthouder: `W. Werker ${supervisor}`,
    'E-mail toezichthouder': `werker${supervisor}@reclassering.example`,
    Status: 'Lopend',
    ...other,
  }
  return HEADER.map((heading) => cells[heading])
}

export const people = (count: number, first = 1): string[][] =>
  Array.from({ length: count }, (_, index) => personNumbered(first + index))
