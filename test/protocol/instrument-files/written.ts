import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wholeFile } from '../../../app/platform/sheets/whole'
import { type Format, formatOf, readInstruments, type Written } from '../../../app/protocol/instruments/files/read'
import { REDCAP } from '../../../app/protocol/instruments/files/redcap'
import type { FileRead } from '../../../app/protocol/instruments/files/remarks'
import type { Perspective } from '../../../app/protocol/study'
import { must } from '../../world'

/** A file that we did not write (see foreign/README.md). */
export const foreign = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../instruments/foreign', name))

/** The sheets of a file's bytes. */
export const writtenIn = async (bytes: Uint8Array | string): Promise<Written> =>
  must(
    await wholeFile(async function* () {
      yield Buffer.from(bytes as string)
    }),
  )

/** What a file comes to, in the format that it seems to have. */
export async function readOf(bytes: Uint8Array | string, more: { name?: string; perspective?: Perspective } = {}) {
  const written = await writtenIn(bytes)
  const format: Format = formatOf(written.sheets) ?? 'own'
  return { format, ...must(readInstruments(format, written, { perspective: 'client', ...more })) }
}

/** Remarks in short: line, code. */
export const short = (remarks: FileRead['notes']): string[] => remarks.map(({ line, code }) => `${line} ${code}`)

type Field = Partial<Record<keyof typeof REDCAP, string>>
/** Fields of a dictionary as its cells; a field says no more than a test is about. */
export const redcapLines = (fields: readonly Field[]) =>
  [
    Object.values(REDCAP) as string[],
    ...fields.map((field) => {
      const whole: Field = { name: 'q1', form: 'form', type: 'yesno', label: 'Asked?', ...field }
      return (Object.keys(REDCAP) as (keyof typeof REDCAP)[]).map((key) => whole[key] ?? '')
    }),
  ].map((cells, at) => ({ line: at + 1, cells }))

export const redcap = (fields: readonly Field[]): FileRead =>
  must(
    readInstruments(
      'redcap',
      { sheets: [{ name: null, rows: redcapLines(fields) }], unread: [] },
      { perspective: 'client' },
    ),
  )

/** A survey and its choices as the rows of a workbook; the first row of each has the headings. */
export const xlsform = (survey: readonly string[], choices: readonly string[] = []): FileRead => {
  const rows = (lines: readonly string[]) =>
    lines.map((line, at) => ({ line: at + 1, cells: line.split('|').map((cell) => cell.trim()) }))
  const sheets = [
    { name: 'survey', rows: rows(survey) },
    { name: 'choices', rows: rows(choices) },
  ]
  return must(readInstruments('xlsform', { sheets, unread: [] }, { perspective: 'client', name: 'form' }))
}
