import { dataPackage, type WrittenFile } from '../../app/exports/datapackage/datapackage-file'
import type { Asked } from '../../app/exports/shapes/shape'
import type { Filled, Imprint } from '../../app/exports/table/table'
import type { ReleaseSpec } from '../../app/protocol/release-spec'
import type { StudyProtocol } from '../../app/protocol/study'
import type { ReleaseFile } from '../../app/records/releases/files'
import type { ReleaseCounts } from '../../app/records/releases/release'
import type { Writable } from './formats'

type About = {
  readonly study: StudyProtocol
  readonly asked: Asked
  readonly imprint: Imprint
  readonly spec: ReleaseSpec
  readonly counts: ReleaseCounts
}

/** The files that say what the others are. */
export async function describingFiles(
  filled: readonly Filled[],
  files: readonly ReleaseFile[],
  { imprint, spec }: About,
): Promise<Writable[]> {
  const text = (name: string, media: string, of: () => string): Writable => ({
    ...{ name, media },
    pieces: async function* () {
      yield of()
    },
  })
  return [
    ...(spec.formats.includes('datapackage')
      ? [text('datapackage.json', 'application/json', () => dataPackage(packaged(filled, files), imprint))]
      : []),
  ]
}

/** The files of tables that a data package holds. */
const packaged = (filled: readonly Filled[], files: readonly ReleaseFile[]): WrittenFile[] =>
  filled.flatMap(({ table }) =>
    (['csv', 'parquet'] as const).flatMap((format) => {
      const path = `${table.name}.${format}`
      const file = files.find(({ name }) => name === path)
      return file ? [{ table, format, path, bytes: file.size, sha256: file.sha256 }] : []
    }),
  )
