import { addDays, type Day } from '../../app/protocol/day'

const HEADER =
  'Clientnummer;Achternaam;Voorletters;Geslacht;Geboortedatum;Toezichtnummer;Registratiedatum;Startdatum toezicht;' +
  'Modaliteit;Toezichtniveau;RISc;Elektronisch toezicht;Penitentiair programma;Organisatie;Regio;Locatie;' +
  'Personeelsnummer;Toezichthouder;E-mail toezichthouder;Status;Delict'
const dutch = (day: string) => day.split('-').reverse().join('-')

type Told = {
  readonly client?: number
  readonly staff?: number
  readonly level?: string
  readonly status?: string
  readonly offence?: string
  readonly born?: string
  readonly surname?: string
  readonly email?: string
  readonly on?: Day
}

/** Lines of a register of a day, by the number of a supervision; what is not told is the same for all. */
export const lineOf =
  (today: Day) =>
  (
    at: number,
    {
      client = at,
      staff = 1,
      level = '2',
      status = 'Lopend',
      offence = 'Geweld',
      born = '01-02-1980',
      surname = 'Jansen',
      email = `p${staff}@reclassering.example`,
      on = addDays(today, -5),
    }: Told = {},
  ): string =>
    [
      `K${client}`,
      surname,
      'A.B.',
      'M',
      born,
      `T${at}`,
      dutch(on),
      dutch(on),
      'Anders',
      level,
      'hoog',
      'N',
      'N',
      'RN',
      'Utrecht',
      'Utrecht',
      `P${staff}`,
      'H. Meijer',
      email,
      status,
      offence,
    ].join(';')

/** A file of these lines. */
export const registerOf = (...lines: readonly string[]) => ({
  kind: 'register' as const,
  file: Buffer.from([HEADER, ...lines, ''].join('\r\n')),
  past: false,
})
