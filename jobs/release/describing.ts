import { codebookHtml } from '../../app/exports/codebook/codebook-html'
import { codebookJson } from '../../app/exports/codebook/codebook-json'
import type { Told, ToldScales } from '../../app/exports/codebook/told'
import { dataPackage, type WrittenFile } from '../../app/exports/datapackage/datapackage-file'
import { ddiFile } from '../../app/exports/ddi/ddi-file'
import { distributions } from '../../app/exports/distribution'
import type { Filled, Imprint } from '../../app/exports/table/table'
import { type ReleaseSpec, ruleName } from '../../app/protocol/release-spec'
import type { StudyProtocol, Words } from '../../app/protocol/study'
import type { ReleaseFile } from '../../app/records/releases/files'
import type { ReleaseCounts } from '../../app/records/releases/release'
import type { Writable } from './formats'

type About = {
  readonly study: StudyProtocol
  readonly imprint: Imprint
  readonly spec: ReleaseSpec
  readonly counts: ReleaseCounts
  readonly scales: readonly ToldScales[]
}

/** Why somebody who was interviewed is not in a release. */
const LEFT_OUT: Readonly<Record<string, Words>> = {
  no_consent: {
    nl: 'geen toestemming om gegevens voor onderzoek te gebruiken, of gestopt en alles gewist',
    en: 'no consent to research with what was collected, or withdrawn with everything erased',
  },
  not_asked_for: { nl: 'hoort niet bij wie er is gekozen', en: 'not among those who were chosen' },
}

/** The files that say what the others are; each variable is counted for them once. */
export async function describingFiles(
  filled: readonly Filled[],
  files: readonly ReleaseFile[],
  { study, imprint, spec, counts, scales }: About,
): Promise<Writable[]> {
  const tables: Told['tables'][number][] = []
  for (const { table, count, rows } of filled)
    tables.push({ table, count, distributions: await distributions(table, rows()) })
  const told: Told = {
    ...{ imprint, study, tables, people: counts.people, scales },
    leftOut: Object.entries(counts.left_out).map(([why, count]) => ({ why: LEFT_OUT[why] as Words, count })),
    outcomes: study.outcomes.filter((rule) => spec.outcomes.includes(ruleName(rule))),
  }
  const text = (name: string, media: string, pieces: () => AsyncIterable<string>): Writable => ({ name, media, pieces })
  return [
    text('codebook.html', 'text/html', () => codebookHtml(told)),
    text('codebook.json', 'application/json', () => once(codebookJson(told))),
    ...(spec.formats.includes('ddi') ? [text('ddi.xml', 'application/xml', () => ddiFile(told))] : []),
    ...(spec.formats.includes('datapackage')
      ? [text('datapackage.json', 'application/json', () => once(dataPackage(packaged(filled, files), imprint)))]
      : []),
  ]
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
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
