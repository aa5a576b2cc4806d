import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion, StudyRef } from '../../platform/occasion'
import type { Source as Bytes } from '../../platform/sheets/table'
import { wholeFile } from '../../platform/sheets/whole'
import { likeOurs } from '../../protocol/instruments/files/like'
import { type Format, formatOf, readInstruments } from '../../protocol/instruments/files/read'
import type { FileRead } from '../../protocol/instruments/files/remarks'
import { fitsStructure, type Misfit } from '../../protocol/instruments/fits-structure'
import { structureNamed } from '../../protocol/instruments/structures'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Instrument, Perspective } from '../../protocol/study'
import { together } from '../change'
import { pinnedBattery } from './battery'
import { publishInstrument } from './publish'
import { versionsOf } from './versions'

/** What somebody says of a file that it does not say itself. */
type Told = {
  /** Guessed from the headings when it is not said. */
  readonly format?: Format | undefined
  readonly perspective: Perspective
  /** Of several instruments the one that is meant; the name of the only one. */
  readonly name?: string | undefined
  readonly version?: number | undefined
  /** An instrument that is there, or a structure of §7.2, that the file has words for. */
  readonly like?: string | undefined
}
/** What a file comes to, and how it was written. */
export type FromFile = FileRead & { readonly format: Format }

/**
 * Reads a file of instruments. Refusals: those of `wholeFile` and `readInstruments`; `unknown_format` when it is of none;
 * `no_questions` when nothing is left; `unknown_instrument` for a name that the file, or (`like`) the study, does not have;
 * those of `likeOurs`, and of `fitting` for an instrument under the name of a known structure.
 */
export async function instrumentsIn(
  db: StudyDb | StudyTx,
  study: StudyRef,
  bytes: Bytes,
  told: Told,
): Promise<Result<FromFile>> {
  const written = await wholeFile(bytes)
  if (!written.ok) return written
  const format = told.format ?? formatOf(written.value.sheets)
  if (!format) return refuse('unknown_format', { field: 'file' })
  const { name, version, perspective } = told
  const asked = { perspective, ...(name ? { name } : {}), ...(version ? { version } : {}) }
  const read = readInstruments(format, written.value, asked)
  if (!read.ok) return read
  const meant = meantBy(read.value.instruments, told)
  if (!meant.ok) return meant
  const worn = told.like ? await wornBy(db, study, told.like, meant.value) : meant
  if (!worn.ok) return worn
  for (const instrument of worn.value) {
    const misfit = unfitting(instrument)
    if (misfit) return misfit
  }
  return done({ ...read.value, format, instruments: worn.value })
}

/** What is wrong first, and its refusal; all items of which it is so are named. */
const MISFITS = {
  other_perspective: 'other_perspective',
  lacking: 'structure_incomplete',
  too_much: 'not_in_structure',
  other_range: 'other_steps',
} as const satisfies Record<Misfit['what'], string>

/**
 * An instrument that goes by the name of a known structure has to be it (protocol §7, §7.2): else nothing scores it. Refusals:
 * `other_perspective`, `structure_incomplete`, `not_in_structure`, `other_steps`, each with the codes.
 */
function unfitting(instrument: Instrument): Result<never> | null {
  const structure = structureNamed(instrument.name)
  const misfits = structure ? fitsStructure(instrument, structure) : []
  const what = (Object.keys(MISFITS) as Misfit['what'][]).find((kind) => misfits.some((one) => one.what === kind))
  if (!what) return null
  const codes = misfits.flatMap((one) => (one.what === what && one.item ? [one.item] : []))
  return refuse(MISFITS[what], { field: 'file', name: instrument.name, codes: codes.join(', ') })
}

/** All of a file, or the one of that name; the only one gets it. A version that was said is that of all. */
function meantBy(all: readonly Instrument[], { name, version }: Told): Result<readonly Instrument[]> {
  const named = name === undefined || all.length === 1 ? all : all.filter((one) => one.name === name)
  if (named.length === 0 && all.length > 0) return refuse('unknown_instrument', { field: 'name', name: name ?? '' })
  return done(
    named.map((one) => ({
      ...one,
      ...(name && all.length === 1 ? { name } : {}),
      ...(version ? { version } : {}),
    })),
  )
}

/** The structure of ours in the words of the file, as its next version. */
async function wornBy(
  db: StudyDb | StudyTx,
  study: StudyRef,
  like: string,
  [read, ...others]: readonly Instrument[],
): Promise<Result<readonly Instrument[]>> {
  const [newest] = await versionsOf(db, study, like)
  if (!newest && !structureNamed(like)) return refuse('unknown_instrument', { field: 'like', name: like })
  if (!read || others.length > 0) return refuse('one_instrument', { field: 'name' })
  // the first wording of a structure of which we have none
  if (!newest) return done([{ ...read, name: like }])
  const [ours] = await pinnedBattery(db, study, [`${newest.name}@${newest.version}`])
  const worn = ours && likeOurs(ours, read)
  if (!worn?.ok) return worn ?? refuse('unknown_instrument', { field: 'like', name: like })
  return done([{ ...worn.value, version: Math.max(read.version, newest.version + 1) }])
}

/**
 * Publishes what was read, all of it or nothing; without `keep` it only looks what that would come to. Refusals: `no_questions`,
 * and those of `publishInstrument`.
 */
export async function publishAll(
  db: StudyDb,
  occasion: Occasion,
  { instruments, format }: Pick<FromFile, 'instruments' | 'format'>,
  { keep }: { readonly keep: boolean },
): Promise<Result<readonly { readonly pin: string; readonly published: boolean }[]>> {
  if (instruments.length === 0) return refuse('no_questions')
  const publishing = (kept: boolean) =>
    together(db, { keep: kept }, async (within) => {
      const each = []
      for (const instrument of instruments) {
        const published = await publishInstrument(within, occasion, { instrument, source: format })
        if (!published.ok) return published
        each.push(published.value)
      }
      return done(each)
    })
  const seen = await publishing(false)
  return seen.ok && keep ? publishing(true) : seen
}
