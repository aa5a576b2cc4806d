import { csvFile } from '../../app/exports/csv/csv-file'
import { dtaFile } from '../../app/exports/dta/dta-file'
import { odmFile } from '../../app/exports/odm/odm-file'
import { parquetFile } from '../../app/exports/parquet/parquet-file'
import { rScript } from '../../app/exports/r/r-script'
import { savFile } from '../../app/exports/sav/sav-file'
import type { Asked } from '../../app/exports/shapes/shape'
import { spsFile } from '../../app/exports/sps/sps-file'
import type { Filled, Imprint } from '../../app/exports/table/table'
import type { ReleaseFormat } from '../../app/protocol/release-spec'
import type { StudyProtocol } from '../../app/protocol/study'

/** A file that is to be written. */
export type Writable = {
  readonly name: string
  readonly media: string
  readonly pieces: () => AsyncIterable<Uint8Array | string>
}

type OfTable = (filled: Filled, imprint: Imprint) => AsyncIterable<Uint8Array | string>
/** One file of each table. */
const OF_TABLES: Readonly<Partial<Record<ReleaseFormat, { ending: string; media: string; write: OfTable }>>> = {
  csv: { ending: 'csv', media: 'text/csv', write: csvFile },
  sav: { ending: 'sav', media: 'application/x-spss-sav', write: savFile },
  sps: { ending: 'sps', media: 'text/plain', write: spsFile },
  dta: { ending: 'dta', media: 'application/x-stata-dta', write: dtaFile },
  parquet: { ending: 'parquet', media: 'application/vnd.apache.parquet', write: parquetFile },
}

/** The files of a release that hold its rows, in the formats that were asked for: the tables one after the other, then those of all tables. */
export function dataFiles(
  filled: readonly Filled[],
  formats: readonly ReleaseFormat[],
  { study, asked, imprint }: { readonly study: StudyProtocol; readonly asked: Asked; readonly imprint: Imprint },
): Writable[] {
  const ofTables = filled.flatMap((one) =>
    formats.flatMap((format) => {
      const found = OF_TABLES[format]
      if (!found) return []
      const { ending, media, write } = found
      return [{ name: `${one.table.name}.${ending}`, media, pieces: () => write(one, imprint) }]
    }),
  )
  const named = (name: string) => filled.find(({ table }) => table.name === name)
  const [items, events] = [named('items'), named('events')]
  const odm: Writable[] =
    formats.includes('odm') && items
      ? [
          {
            name: 'odm.xml',
            media: 'application/xml',
            pieces: () => odmFile({ study, asked }, { items, ...(events && { events }) }, imprint),
          },
        ]
      : []
  const r: Writable[] = formats.includes('r')
    ? [
        {
          name: 'read.R',
          media: 'text/plain',
          pieces: async function* () {
            yield rScript(
              filled.map(({ table }) => table),
              imprint,
            )
          },
        },
      ]
    : []
  return [...ofTables, ...odm, ...r]
}
