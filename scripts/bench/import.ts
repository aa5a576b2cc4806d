import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { stopEmbedded } from '../../app/platform/embedded/server'
import { migrate } from '../../app/platform/migrate'
import { prepareHome } from '../../app/platform/prepare'
import { rolePasswords } from '../../app/platform/secrets'
import { main } from '../koppel/main'

// Takes a made-up register of so many rows (100,000 unless told otherwise) in, by the command, into an empty home; then
// copies the same rows into the same tables of another database of the same server. Prints rows a second of both, and how
// much memory the command needed beyond what the process had.
const rows = Number(process.argv[2] ?? 100_000)
const home = mkdtempSync(join(tmpdir(), 'koppel-bench-'))
chmodSync(home, 0o755)
const file = join(home, 'register.csv')
// the server writes and reads these itself, and it is not this user
const copies = mkdtempSync(join(tmpdir(), 'koppel-bench-copies-'))
chmodSync(copies, 0o777)
const write = (text: string) => process.stdout.write(text)

/** Every table that a register writes to, those first that others refer to. */
const TABLES = [
  'identity.person',
  'identity.supervisor',
  'identity.supervision',
  'identity.key',
  'study.client',
  'study.supervisor',
  'study.registration',
  'study.departure',
  'study.inquiry',
  'study.register_covariate',
  'audit.entry',
  'audit.vault_entry',
]

const two = (value: number) => String(value).padStart(2, '0')

/** One supervision in twenty is a client's second; a supervisor has about forty. */
function line(at: number): string {
  const client = at % 20 === 19 ? at - 10 : at
  const day = `${two(1 + (at % 28))}-${two(1 + (at % 12))}-2025`
  const staff = at % Math.ceil(rows / 40)
  return [
    `C${client}`,
    `Achternaam${client % 9000}`,
    'A.B.',
    at % 9 ? 'M' : 'V',
    `${two(1 + (at % 28))}-03-${1960 + (at % 40)}`,
    `T${at}`,
    day,
    day,
    'Voorwaardelijke veroordeling',
    1 + (at % 3),
    'hoog',
    'N',
    'N',
    'RN',
    'Utrecht',
    `Locatie ${at % 9}`,
    `P${staff}`,
    `H. Toezichthouder${staff}`,
    `th${staff}@reclassering.example`,
    at % 12 ? 'Lopend' : 'Wachtlijst',
  ].join(';')
}

const HEADER =
  'Clientnummer;Achternaam;Voorletters;Geslacht;Geboortedatum;Toezichtnummer;Registratiedatum;Startdatum toezicht;Modaliteit;' +
  'Toezichtniveau;RISc;Elektronisch toezicht;Penitentiair programma;Organisatie;Regio;Locatie;Personeelsnummer;' +
  'Toezichthouder;E-mail toezichthouder;Status'

function makeFile() {
  const opened = openSync(file, 'w')
  writeSync(opened, `${HEADER}\n`)
  for (let at = 0; at < rows; at++) writeSync(opened, `${line(at)}\n`)
  closeSync(opened)
}

/** Seconds that copying every row of these tables into an empty database takes. */
async function copied(ownerUrl: string, secret: string): Promise<number> {
  const from = new pg.Client({ connectionString: ownerUrl })
  await from.connect()
  await from.query('CREATE DATABASE bench_copy')
  for (const table of TABLES) await from.query(`COPY ${table} TO '${join(copies, table)}'`)
  await from.end()
  const url = new URL(ownerUrl)
  url.pathname = '/bench_copy'
  await migrate(url.href, rolePasswords(secret))
  const to = new pg.Client({ connectionString: url.href })
  await to.connect()
  const begun = performance.now()
  for (const table of TABLES) await to.query(`COPY ${table} FROM '${join(copies, table)}'`)
  const seconds = (performance.now() - begun) / 1000
  await to.end()
  return seconds
}

try {
  makeFile()
  // the database is up and migrated before the clock starts
  const { connections, secret } = await prepareHome({ home })
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 50)
  let answer = ''
  const begun = performance.now()
  const words = ['import', 'register', file, '--present', '--home', home, '--json']
  const code = await main(words, { out: (text) => (answer += text), err: write })
  const seconds = (performance.now() - begun) / 1000
  clearInterval(watch)
  if (code !== 0) throw new Error(answer)
  const { new: added, refused_count } = JSON.parse(answer) as { new: number; refused_count: number }
  if (added !== rows) throw new Error(`${added} of ${rows} rows were taken in, ${refused_count} refused`)
  const raw = await copied(connections.owner as string, secret)
  const megabytes = (most - before) / 2 ** 20
  write(
    `import: ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, ${megabytes.toFixed(0)} MB more at most\n` +
      `raw COPY: ${raw.toFixed(1)} s, ${Math.round(rows / raw)} rows/s; the import takes ${(seconds / raw).toFixed(1)} times as long\n`,
  )
} finally {
  await stopEmbedded(home)
  for (const folder of [home, copies]) rmSync(folder, { recursive: true, force: true })
}
