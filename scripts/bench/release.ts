import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'

// How long each format of a release takes, each in a process of its own: a made-up table of so many pairs (100,000 unless told
// otherwise) with 60 items of two sides at two waves, read from where a release keeps its rows, written to the disk and hashed.
// An ODM is written from the table of answers, with the questions that the study has. Further words are the formats wanted.
// Prints a line a format: seconds, cells a second, size, and the most memory beyond what the process had. `read` is how
// long it takes to read the rows and do nothing with them, which is part of each but of sps and r: those are scripts without a row.
const FORMATS = ['csv', 'sav', 'sps', 'dta', 'r', 'parquet', 'odm']
const pairs = process.argv[2] ?? '100000'
const formats = process.argv.length > 3 ? process.argv.slice(3) : FORMATS
const child = fileURLToPath(new URL('release-format.ts', import.meta.url))
const write = (...cells: string[]) => process.stdout.write(`${cells.map((cell) => cell.padStart(14)).join('')}\n`)

write('format', 'rows', 'cells', 'read s', 'seconds', 'cells/s', 'MB', 'memory MB')
for (const format of formats) {
  const answer = execFileSync(process.execPath, ['--import', 'tsx', child, format, pairs], { encoding: 'utf8' })
  const { rows, cells, bytes, read, seconds, memory } = JSON.parse(answer) as Record<string, number>
  const figures = [rows, cells, read, seconds, (cells ?? 0) / (seconds ?? 1), (bytes ?? 0) / 1e6, (memory ?? 0) / 1e6]
  write(format, ...figures.map((figure, at) => (figure ?? 0).toFixed([0, 0, 2, 2, 0, 1, 0][at])))
}
process.stdout.write(`load ${loadavg()[0]?.toFixed(2)}\n`)
