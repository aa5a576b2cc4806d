import { registerNamed } from '../../../app/identity/registration'
import { type Result, refuse } from '../../../app/protocol/refusal'
import { register } from '../../../app/records/intake/register'
import { neededOn } from '../../terms'
import { dutchDay, filled, oneOf, optional, whole } from '../column'
import { type Cells, cohortFile } from '../file'

const columns = {
  Clientnummer: filled,
  Achternaam: filled,
  Voorletters: filled,
  Geslacht: oneOf({ M: 'male', V: 'female', X: 'other' }),
  Geboortedatum: dutchDay,
  Toezichtnummer: filled,
  Registratiedatum: dutchDay,
  'Startdatum toezicht': optional(dutchDay),
  Modaliteit: oneOf<'conditional' | 'other'>({
    'Voorwaardelijke veroordeling': 'conditional',
    'Voorwaardelijke schorsing': 'conditional',
    'Voorwaardelijke invrijheidstelling': 'conditional',
    Anders: 'other',
  }),
  Toezichtniveau: optional(whole(1, 3)),
  RISc: optional(oneOf({ laag: 'low', 'laag gemiddeld': 'low_medium', 'hoog gemiddeld': 'high_medium', hoog: 'high' })),
  'Elektronisch toezicht': oneOf({ J: true, N: false }),
  'Penitentiair programma': oneOf({ J: true, N: false }),
  Organisatie: filled,
  Regio: filled,
  Locatie: filled,
  Personeelsnummer: filled,
  Toezichthouder: filled,
  'E-mail toezichthouder': filled,
  Status: oneOf<'running' | 'not_started' | 'waiting_list'>({
    Lopend: 'running',
    'Niet gestart': 'not_started',
    Wachtlijst: 'waiting_list',
  }),
}

/** The register's new supervisions (protocol §2, step 1): names to identity, the rest to the study. */
export const registerFile = cohortFile({
  name: 'instroom.csv',
  delimiter: ';',
  encoding: 'windows-1252',
  columns,
  number: 'Toezichtnummer',
  day: 'Registratiedatum',
  order: () => 0,
  play: ({ desk, occasion }, cells) =>
    registerNamed(desk.vault, occasion, {
      named: namedIn(cells),
      facts: factsIn(cells),
      register: (facts) => register(desk.study, occasion, facts),
      needed: neededOn(desk.study, occasion),
    }).then(inColumn),
})

/** A refusal about a client or a supervisor stands in the column of their number. */
function inColumn<T>(result: Result<T>): Result<T> {
  const column = result.ok ? undefined : COLUMNS[result.refusal.field ?? '']
  return result.ok || !column ? result : refuse(result.refusal.code, { ...result.refusal, field: column })
}
const COLUMNS: Readonly<Record<string, string>> = { client: 'Clientnummer', supervisor: 'Personeelsnummer' }

const namedIn = (cells: Cells<typeof columns>) => ({
  supervisionNumber: cells.Toezichtnummer,
  client: {
    number: cells.Clientnummer,
    surname: cells.Achternaam,
    initials: cells.Voorletters,
    bornOn: cells.Geboortedatum,
  },
  supervisor: {
    number: cells.Personeelsnummer,
    name: cells.Toezichthouder,
    email: cells['E-mail toezichthouder'],
  },
})

const factsIn = (cells: Cells<typeof columns>) => ({
  gender: cells.Geslacht,
  birthYear: Number(cells.Geboortedatum.slice(0, 4)),
  registeredOn: cells.Registratiedatum,
  startedOn: cells['Startdatum toezicht'],
  status: cells.Status,
  modality: cells.Modaliteit,
  supervisionLevel: cells.Toezichtniveau,
  riskCategory: cells.RISc,
  electronicMonitoring: cells['Elektronisch toezicht'],
  penitentiaryProgramme: cells['Penitentiair programma'],
  organisation: cells.Organisatie,
  region: cells.Regio,
  location: cells.Locatie,
})
