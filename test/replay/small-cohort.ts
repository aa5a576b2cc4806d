import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { encode } from 'iconv-lite'

/** The ten files of a cohort, in the order in which a replay reads them. */
export const FILES = [
  'instroom.csv',
  'replies.csv',
  'fieldwork.csv',
  'consent.csv',
  'answers-t1-client.csv',
  'answers-t1-supervisor.csv',
  'answers-t2-client.csv',
  'answers-t2-supervisor.csv',
  't2-not-held.csv',
  'uitstroom.csv',
] as const
export type FileName = (typeof FILES)[number]

/** A file as its columns and its rows; the row at index n stands on line n + 2. */
export type Table = { columns: string[]; rows: Record<string, string>[] }
export type Tables = Record<FileName, Table>

const REGISTER = 'instroom.csv'
export const COHORT = join(import.meta.dirname, '../../scripts/demo/cohort')

/** The columns of a file with the number of the supervision, and with the day on which a row is played. */
export const numberIn = (file: FileName) => (file === REGISTER ? 'Toezichtnummer' : 'supervision')
export const dayIn = (file: FileName) =>
  file === REGISTER
    ? 'Registratiedatum'
    : file === 'replies.csv'
      ? 'replied_on'
      : file === 'consent.csv'
        ? 'signed_on'
        : 'on'

/** A register's dd-mm-yyyy and everybody else's yyyy-mm-dd, as the latter. */
export const isoOf = (day: string) => (/^\d\d-/.test(day) ? day.split('-').reverse().join('-') : day)

const delimiterOf = (file: FileName) => (file === REGISTER ? ';' : ',')
const encodingOf = (file: FileName) => (file === REGISTER ? 'windows-1252' : 'utf-8')

/** A file of the published cohort. */
export function published(file: FileName): Table {
  const text = new TextDecoder(encodingOf(file)).decode(readFileSync(join(COHORT, file)))
  const [columns = [], ...lines] = parse(text, { delimiter: delimiterOf(file) }) as string[][]
  return { columns, rows: lines.map((cells) => Object.fromEntries(cells.map((cell, at) => [columns[at], cell]))) }
}

/** All rows of the published cohort up to a day that belong to these supervisions. */
export function cohortOfNumbers(wanted: (number: string) => boolean, until = '9999-12-31'): Tables {
  const tables = FILES.map((file) => {
    const { columns, rows } = published(file)
    const kept = rows.filter((row) => wanted(row[numberIn(file)] ?? '') && isoOf(row[dayIn(file)] ?? '') <= until)
    return [file, { columns, rows: kept }] as const
  })
  return Object.fromEntries(tables) as Tables
}

/** The first registrations of the published cohort with all that belongs to them up to a day. */
export function smallCohort(registrations: number, until?: string): Tables {
  const first = published(REGISTER).rows.slice(0, registrations)
  const numbers = new Set(first.map((row) => row[numberIn(REGISTER)]))
  return cohortOfNumbers((number) => numbers.has(number), until)
}

/** A file's bytes as its sender would write them. */
export function bytesOf(file: FileName, { columns, rows }: Table): Buffer {
  const delimiter = delimiterOf(file)
  const record_delimiter = file === REGISTER ? 'windows' : 'unix'
  const cells = rows.map((row) => columns.map((column) => row[column] ?? ''))
  return encode(stringify([columns, ...cells], { delimiter, record_delimiter }), encodingOf(file))
}

/** Writes a cohort into a folder, made when it is not there. */
export function writeCohort(folder: string, tables: Tables): string {
  mkdirSync(folder, { recursive: true })
  for (const file of FILES) writeFileSync(join(folder, file), bytesOf(file, tables[file]))
  return folder
}
