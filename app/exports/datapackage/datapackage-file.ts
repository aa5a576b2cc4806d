import type { Imprint, Table } from '../table/table'
import { tableSchema } from './schema'

/** A file of a release, written: one table in one format. */
export type WrittenFile = {
  readonly table: Table
  readonly format: 'csv' | 'parquet'
  /** From the folder of the package, with / between folders. */
  readonly path: string
  readonly bytes: number
  /** In hexadecimals. */
  readonly sha256: string
}

const PROFILES = 'https://datapackage.org/profiles/2.0'
const MEDIA: Record<WrittenFile['format'], string> = {
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
}
const WORDS = {
  nl: {
    purpose: 'Doel',
    until: 'Gegevens tot en met',
    made: 'Gemaakt met',
    within: 'Betekenis van de codes: in het bestand zelf.',
  },
  en: {
    purpose: 'Purpose',
    until: 'Data up to and including',
    made: 'Made with',
    within: 'What the codes mean stands in the file itself.',
  },
}

/**
 * `datapackage.json` (Frictionless Data Package 2.0): every file with its size and hash, and of each CSV file what its
 * columns and codes mean, in the language of the release.
 */
export function dataPackage(files: readonly WrittenFile[], imprint: Imprint): string {
  const { study, title, language, purpose, cutOff, version } = imprint
  const words = WORDS[language]
  const dyads = files.find(({ table, format }) => format === 'csv' && table.name === 'wide')?.table
  const descriptor = {
    $schema: `${PROFILES}/datapackage.json`,
    name: study.toLowerCase().replace(/[^a-z0-9._-]+/g, '-'),
    title: title[language],
    description: `${words.purpose}: ${purpose}\n\n${words.until} ${cutOff}.\n\n${words.made} ${version}.`,
    resources: files.map((file) => ({ ...described(file, language), ...columns(file, language, dyads) })),
  }
  return `${JSON.stringify(descriptor, null, 2)}\n`
}

const described = ({ table, format, path, bytes, sha256 }: WrittenFile, language: Imprint['language']) => ({
  $schema: `${PROFILES}/dataresource.json`,
  name: format === 'csv' ? table.name : `${table.name}.${format}`,
  path,
  title: table.label[language],
  description: table.grain[language] + (format === 'csv' ? '' : `\n\n${WORDS[language].within}`),
  format,
  mediatype: MEDIA[format],
  bytes,
  hash: `sha256:${sha256}`,
})

/** Only text needs to be told apart into columns; Parquet has types and the codebook within it. */
const columns = ({ table, format }: WrittenFile, language: Imprint['language'], dyads: Table | undefined) =>
  format === 'csv' && {
    type: 'table',
    encoding: 'utf-8',
    dialect: { $schema: `${PROFILES}/tabledialect.json`, lineTerminator: '\n' },
    schema: { $schema: `${PROFILES}/tableschema.json`, ...tableSchema(table, language, dyads) },
  }
