import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import { endUpload, receiveUpload } from '../../../app/identity/uploads'
import { lean } from '../../../app/platform/lean'
import type { Occasion } from '../../../app/platform/occasion'
import { openTable } from '../../../app/platform/sheets/open-table'
import type { Table } from '../../../app/platform/sheets/table'
import type { Day } from '../../../app/protocol/day'
import { dayWritten } from '../../../app/protocol/extract/cells'
import { checkMapping } from '../../../app/protocol/extract/check'
import type { Extract, Mapping } from '../../../app/protocol/extract/extract'
import { trimmed } from '../../../app/protocol/extract/folded'
import { guessMapping } from '../../../app/protocol/extract/guess'
import type { Origin } from '../../../app/protocol/extract/origin'
import { tellsOfPast } from '../../../app/protocol/extract/past'
import { done, type Result, refuse } from '../../../app/protocol/refusal'
import { todayOf } from '../../../app/records/clock'
import { mappingNamed } from '../../../app/records/import-mappings'
import { refusedLines } from '../../../app/records/import-refusals'
import {
  beginImport,
  chooseMapping,
  dropImport,
  fileReceived,
  type IntakeImport,
  importById,
} from '../../../app/records/imports'
import { refusedCsv } from '../../../app/routes/imports.$id._index/refused-csv'
import type { Desk } from '../../../jobs/desk'
import { runImport } from '../../../jobs/imports/run'
import { type Arguments, UsageError } from '../arguments'
import { type Answer, answer, type Command, refusedAnswer } from '../command'
import { originIn, toldBy } from '../origin'
import { intoOwnFile } from '../own-file'
import { withStudy } from '../session'
import { language, refusalAnswer, rowSentence } from '../words'

/** Refused rows that are listed; all of them are counted. */
const LISTED = 1_000
/** Rows from which columns are guessed, as a page does. */
const SAMPLE = 500
const MOST_BYTES = 250 * 1024 * 1024
const PROGRESS_EVERY_MS = 2_000

export const importCommand: Command = {
  words: ['import'],
  parameters: ['KIND', 'FILE'],
  options: {
    mapping: { value: 'NAME' },
    sheet: { value: 'NAME' },
    refused: { value: 'FILE' },
    source: { value: 'TEXT' },
    'legal-basis': { value: 'TEXT' },
    'delete-by': { value: 'DAY' },
    'known-to': { value: 'DAY' },
  },
  flags: ['past', 'present', 'dry-run'],
  about:
    'take in a file of the register, of replies, of fieldwork or of follow-up (CSV or .xlsx); twice changes nothing',
  run: (given) => {
    const [kind = '', path = ''] = given.parameters
    if (given.flag('past') && given.flag('present')) throw new UsageError('--past and --present exclude each other')
    if (!statSync(path, { throwIfNoEntry: false })?.isFile())
      return Promise.resolve(refusedAnswer('file_missing', `There is no file ${path}.`, { file: path }))
    return withStudy(given, async ({ desk, study }) => {
      const extract = study.protocol.extracts.find((one) => one.kind === kind)
      if (!extract) throw new UsageError(`KIND is one of: ${study.protocol.extracts.map((one) => one.kind).join(', ')}`)
      const today = extract.origin ? await toldBy(desk, study) : await todayOf(desk.study, study.id)
      const occasion = { study, actor: 'import', today }
      const origin = originIn(given, extract, occasion)
      const refusedFile = given.option('refused')
      // sending the file in is as much work as reading it
      const taken = () => lean(() => takeIn(desk, occasion, { given, extract, path, origin }))
      return refusedFile === undefined ? (await taken()).answer : intoOwnFile(refusedFile, taken)
    })
  },
}

type Told = {
  readonly given: Arguments
  readonly extract: Extract
  readonly path: string
  readonly origin: Origin | null
}

/** Takes the file in, or looks what it would come to; gives the answer, and the refused rows as a CSV when they are asked for. */
async function takeIn(
  desk: Desk,
  occasion: Occasion,
  { given, extract, path, origin }: Told,
): Promise<{ readonly answer: Answer; readonly contents: string }> {
  const { study: db, vault } = desk
  const source = () => createReadStream(path)
  const table = await openTable(source, { sheet: given.option('sheet') ?? null })
  if (!table.ok) return { answer: refusalAnswer(table.refusal), contents: '' }
  const reading = await readingOf(desk, occasion, { given, extract, table: table.value })
  if (!reading.ok) return { answer: refusalAnswer(reading.refusal), contents: '' }
  const { mapping, past } = reading.value
  const apply = !given.flag('dry-run')
  const begun = await beginImport(db, occasion, { kind: extract.kind, way: 'command' })
  if (!begun.ok) return { answer: refusalAnswer(begun.refusal), contents: '' }
  const { importId } = begun.value
  const handed = await receiveUpload(vault, occasion, { importId, name: basename(path), most: MOST_BYTES }, source())
  if (!handed.ok) {
    await dropImport(db, occasion, importId)
    return { answer: refusalAnswer(handed.refusal), contents: '' }
  }
  const { encoding, delimiter, sheet } = table.value.guess
  await fileReceived(db, occasion, importId)
  const chosen = await chooseMapping(db, occasion, importId, {
    reading: { mapping, chosen: { encoding, delimiter, sheet } },
    past,
    origin,
    apply,
  })
  if (!chosen.ok) {
    await dropImport(db, occasion, importId)
    await endUpload(vault, importId)
    return { answer: refusalAnswer(chosen.refusal), contents: '' }
  }
  const came = await watched(desk, occasion, importId)
  const contents =
    given.option('refused') === undefined
      ? ''
      : await textOf(refusedCsv(db, importId, { table: table.value, language }))
  if (!apply) await dropImport(db, occasion, importId)
  await endUpload(vault, importId)
  if (came.state === 'failed') return { answer: refusalAnswer({ code: came.failure ?? 'refused' }), contents: '' }
  return { answer: answer(await answerOf(desk, came, apply)), contents }
}

/** What the columns mean: by the mapping of that name, else guessed; and whether the file tells of the past. */
async function readingOf(
  { study: db }: Desk,
  { study, today }: Occasion,
  { given, extract, table }: Pick<Told, 'given' | 'extract'> & { readonly table: Table },
): Promise<Result<{ mapping: Mapping; past: boolean }>> {
  const name = given.option('mapping')
  const kept = name === undefined ? null : await mappingNamed(db, study.id, extract.kind, name)
  if (name !== undefined && !kept) return refuse('unknown_mapping')
  const mapping = kept ?? guessMapping(extract, table.header, await sampleOf(table)).mapping
  const [against] = checkMapping(extract, table.header, mapping)
  if (against) return refuse(against.code, against)
  // nobody is mailed about what the register tells afterwards
  if (extract.origin) return done({ mapping, past: false })
  if (given.flag('past') || given.flag('present')) return done({ mapping, past: given.flag('past') })
  const newest = await newestDay(table, mapping.columns[extract.day])
  return done({ mapping, past: newest !== null && tellsOfPast(study.protocol.inquiry, newest, today) })
}

async function sampleOf({ rows }: Table): Promise<(readonly string[])[]> {
  const sample: (readonly string[])[] = []
  for await (const row of rows) {
    if ('cells' in row) sample.push(row.cells)
    if (sample.length === SAMPLE) break
  }
  return sample
}

async function newestDay({ header, rows }: Table, heading: string | undefined): Promise<Day | null> {
  const at = header.indexOf(heading ?? '')
  let newest: Day | null = null
  for await (const row of rows) {
    const day = 'cells' in row ? dayWritten(trimmed(row.cells[at] ?? ''))?.day : undefined
    if (day && (newest === null || day > newest)) newest = day
  }
  return newest
}

/** Works at an import to its end, and says on standard error how far it is. */
async function watched(desk: Desk, { study }: Occasion, importId: string): Promise<IntakeImport> {
  const now = async () => (await importById(desk.study, study.id, importId)) as IntakeImport
  const timer = setInterval(() => {
    now().then(
      ({ read }) => process.stderr.write(`${read} rows\n`),
      () => undefined,
    )
  }, PROGRESS_EVERY_MS)
  try {
    // a worker of the home may be at it already: then this one only waits
    for (;;) {
      await runImport(desk, importId)
      const found = await now()
      if (found.state !== 'checking' && found.state !== 'applying') return found
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  } finally {
    clearInterval(timer)
  }
}

async function answerOf({ study: db }: Desk, came: IntakeImport, applied: boolean) {
  const { items } = await refusedLines(db, came.id, { limit: LISTED })
  return {
    id: came.id,
    kind: came.kind,
    past: came.past,
    rows: came.read,
    new: came.added,
    unchanged: came.unchanged,
    changed: came.changed,
    changed_fields: came.changedFields,
    refused: items.map((row) => ({ ...row, message: rowSentence(row.code) })),
    refused_count: came.refusedCount,
    duplicates: came.duplicates,
    applied,
    ...(came.origin && {
      source: came.origin.source,
      legal_basis: came.origin.legalBasis,
      delete_by: came.origin.deleteBy,
      known_to: came.origin.knownTo,
    }),
  }
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
