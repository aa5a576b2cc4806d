import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { receiveUpload } from '../../app/identity/uploads'
import { systemToday } from '../../app/platform/clock'
import type { Occasion, StudyRef } from '../../app/platform/occasion'
import { openTable } from '../../app/platform/sheets/open-table'
import type { ExtractKind } from '../../app/protocol/extract/extract'
import { guessMapping } from '../../app/protocol/extract/guess'
import type { Origin } from '../../app/protocol/extract/origin'
import {
  askApply,
  beginImport,
  chooseMapping,
  fileReceived,
  type IntakeImport,
  importById,
} from '../../app/records/imports'
import { createStudy } from '../../app/records/studies'
import type { Desk } from '../../jobs/desk'
import { runImport } from '../../jobs/imports/run'
import { must } from '../world'

/** A file of the published cohort. */
export const published = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../scripts/demo/cohort', name))

/** A file of a kind; with `apply` it is taken in without a look before. */
type Sent = {
  readonly kind: ExtractKind
  readonly file: Buffer
  readonly past: boolean
  readonly apply?: boolean
  readonly origin?: Origin
}

/** A file as a page hands it in: everything up to the mapping, which is guessed. Gives the import's id. */
export async function handedIn(
  { study: db, vault }: Desk,
  occasion: Occasion,
  { kind, file, past, apply = false, origin }: Sent,
): Promise<string> {
  const { importId } = must(await beginImport(db, occasion, { kind, way: 'browser' }))
  async function* bytes() {
    yield file
  }
  must(await receiveUpload(vault, occasion, { importId, name: 'extract.csv', most: 1e9 }, bytes()))
  must(await fileReceived(db, occasion, importId))
  const { header, rows } = must(await openTable(bytes))
  const sample: (readonly string[])[] = []
  for await (const row of rows) {
    if ('cells' in row) sample.push(row.cells)
    if (sample.length === 500) break
  }
  const extract = occasion.study.protocol.extracts.find((one) => one.kind === kind)
  if (!extract) throw new Error('no such kind of file')
  const { mapping } = guessMapping(extract, header, sample)
  must(
    await chooseMapping(db, occasion, importId, {
      reading: { mapping, chosen: {} },
      past,
      apply,
      ...(origin && { origin }),
    }),
  )
  return importId
}

/** The file looked through and taken in, as the worker does both. Gives the import after each. */
export async function takenIn(
  desk: Desk,
  occasion: Occasion,
  sent: Sent,
): Promise<{ readonly importId: string; readonly checked: IntakeImport; readonly done: IntakeImport }> {
  const importId = await handedIn(desk, occasion, sent)
  const now = async () => (await importById(desk.study, occasion.study.id, importId)) as IntakeImport
  await runImport(desk, importId)
  const checked = await now()
  if (checked.state === 'checked') {
    must(await askApply(desk.study, occasion, importId))
    await runImport(desk, importId)
  }
  return { importId, checked, done: await now() }
}

/** An empty study that goes by the calendar, and somebody's occasion in it. */
export async function emptyStudy({ study: db }: Desk, code: string): Promise<{ study: StudyRef; occasion: Occasion }> {
  const today = systemToday()
  const study = await createStudy(db, { code, protocol: 'werkalliantie', name: code, today, actor: 'system' })
  return { study, occasion: { study, actor: 'import', today } }
}
