import { csvTable } from '../../exports/csv'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { parseDay } from '../../protocol/day'
import { pinOf } from '../../protocol/instruments/battery'
import { OWN } from '../../protocol/instruments/files/own-cells'
import { ownRows } from '../../protocol/instruments/files/own-write'
import { FORMATS } from '../../protocol/instruments/files/read'
import { done, type Result, refuse } from '../../protocol/refusal'
import { type FromFile, instrumentsIn, publishAll } from '../../records/instruments/from-file'
import { putToUse } from '../../records/instruments/use'
import { textOf } from '../gate/form'
import type { Upload } from '../gate/upload'
import { SIDES } from './shown'

/** What a file would become: what to look at, and itself as our own file, which publishing reads again. */
export type Preview = Pick<FromFile, 'format' | 'notes' | 'refused'> & {
  readonly instruments: readonly { readonly pin: string; readonly title: string; readonly questions: number }[]
  readonly written: readonly string[]
}

/** Fields of a form are short: a long file goes in several. In characters, each of which may be four bytes. */
const PIECE = 15_000
const sideIn = (form: FormData) => SIDES.find((side) => side === textOf(form, 'perspective'))

/** Reads the file that was handed in; nothing is published. */
export async function look(
  db: StudyDb,
  occasion: Occasion,
  { form, files }: Upload,
  language: 'nl' | 'en',
): Promise<Result<Preview>> {
  const perspective = sideIn(form)
  const version = textOf(form, 'version')
  const bytes = files.get('file')
  if (!perspective) return refuse('required', { field: 'perspective' })
  if (version !== '' && !/^[1-9]\d{0,2}$/.test(version))
    return refuse('out_of_range', { field: 'version', min: 1, max: 999 })
  if (bytes === undefined) return refuse('required', { field: 'file' })
  if (bytes === null) return refuse('file_too_large', { field: 'file', max: 10 })
  const told = {
    perspective,
    name: textOf(form, 'name') || undefined,
    like: textOf(form, 'like') || undefined,
    version: version === '' ? undefined : Number(version),
  }
  const read = await instrumentsIn(db, occasion.study, sourceOf(bytes), told)
  if (!read.ok) return refuse(read.refusal.code, { field: 'file', ...read.refusal })
  const seen =
    read.value.instruments.length > 0 ? await publishAll(db, occasion, read.value, { keep: false }) : undefined
  if (seen && !seen.ok) return seen
  const { instruments, ...said } = read.value
  const text = csvTable(OWN, instruments.flatMap(ownRows))
  return done({
    ...said,
    instruments: instruments.map((one) => ({
      pin: pinOf(one),
      title: one.title[language],
      questions: one.items.length,
    })),
    written: instruments.length === 0 ? [] : piecesOf(text),
  })
}

// by whole characters: half of one would be lost on the way
const piecesOf = (text: string): string[] => text.match(new RegExp(`[^]{1,${PIECE}}`, 'gu')) ?? []

const sourceOf = (bytes: Uint8Array) =>
  async function* () {
    yield bytes
  }

/** Publishes what was looked at. */
export async function publish(db: StudyDb, occasion: Occasion, form: FormData): Promise<Result<unknown>> {
  const text = form
    .getAll('written')
    .map((piece) => (typeof piece === 'string' ? piece : ''))
    .join('')
    // what a form does to the ends of lines
    .replaceAll('\r\n', '\n')
  const read = await instrumentsIn(db, occasion.study, sourceOf(Buffer.from(text)), {
    format: 'own',
    perspective: 'client',
  })
  if (!read.ok) return read
  const format = FORMATS.find((one) => one === textOf(form, 'format')) ?? 'own'
  return publishAll(db, occasion, { ...read.value, format }, { keep: true })
}

/** Puts instruments to use from a day on. */
export function use(db: StudyDb, occasion: Occasion, form: FormData): Promise<Result<unknown>> {
  const [wave = '', side] = textOf(form, 'which').split(' ')
  const perspective = SIDES.find((one) => one === side)
  const fromOn = parseDay(textOf(form, 'from_on'))
  if (!perspective) return Promise.resolve(refuse('required', { field: 'which' }))
  if (!fromOn) return Promise.resolve(refuse('no_day', { field: 'from_on' }))
  const instruments = textOf(form, 'instruments')
    .split(/[\s,;]+/)
    .filter((name) => name !== '')
  return putToUse(db, occasion, { wave, perspective, instruments, fromOn })
}
