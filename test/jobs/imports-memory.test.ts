import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { suppressed } from '../../app/mail/transport'
import { ANY_TIME } from '../../app/protocol/sending'
import { importById } from '../../app/records/imports'
import { deskOf } from '../../jobs/desk'
import { freshDatabase } from '../database'
import { emptyStudy, handedIn } from './import-world'
import type { GivenImport } from './own-process'

const PROGRAM = join(import.meta.dirname, 'measured-import.ts')
const ROWS = 20_000
/** What taking a file in may need beyond what the process has, in bytes: as much for a hundred thousand rows. */
const MOST = 256 * 2 ** 20

const HEADER =
  'Clientnummer;Achternaam;Voorletters;Geslacht;Geboortedatum;Toezichtnummer;Registratiedatum;Startdatum toezicht;' +
  'Modaliteit;Toezichtniveau;RISc;Elektronisch toezicht;Penitentiair programma;Organisatie;Regio;Locatie;' +
  'Personeelsnummer;Toezichthouder;E-mail toezichthouder;Status'

/** Every supervision a client of its own, and forty of them a supervisor. */
const line = (at: number) =>
  `K${at};Achternaam${at % 900};A.B.;${at % 9 ? 'M' : 'V'};01-02-${1960 + (at % 40)};T${at};01-03-2025;01-03-2025;` +
  `Voorwaardelijke veroordeling;2;hoog;N;N;RN;Utrecht;Locatie ${at % 9};P${at % 500};H. Meijer;` +
  `p${at % 500}@reclassering.example;Lopend`

test('twenty thousand rows are taken in within 256 MB more than the process had', async () => {
  const database = await freshDatabase()
  const desk = deskOf(database, database, {
    transport: suppressed,
    sending: ANY_TIME,
    baseUrl: 'https://koppel.example',
  })
  const { occasion } = await emptyStudy(desk, 'memory')
  const file = Buffer.from(`${[HEADER, ...Array.from({ length: ROWS }, (_, at) => line(at))].join('\n')}\n`)
  const importId = await handedIn(desk, occasion, { kind: 'register', file, past: false, apply: true })
  const given: GivenImport = { urls: database.urls, secret: database.secret, home: database.home, importId }
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', PROGRAM], {
    env: { ...process.env, GIVEN_IMPORT: JSON.stringify(given) },
  })
  expect(await importById(desk.study, occasion.study.id, importId)).toMatchObject({ state: 'done', added: ROWS })
  const { before, most } = JSON.parse(stdout) as { before: number; most: number }
  expect(most - before).toBeLessThan(MOST)
}, 600_000)
