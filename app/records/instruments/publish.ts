import { createHash } from 'node:crypto'
import type { StudyDb, StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { pinOf } from '../../protocol/instruments/battery'
import type { Format } from '../../protocol/instruments/files/read'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Instrument } from '../../protocol/study'
import { change } from '../change'
import { versionsOf } from './versions'

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/
const LONGEST_NAME = 60
const HIGHEST_VERSION = 999

/**
 * Publishes an instrument that came from a file (protocol §7): from then on nothing of it changes. The same again changes
 * nothing and is said so. Refused: `no_questions`, `bad_name`, `out_of_range` (version), `version_exists` when this version is
 * another text already, `other_perspective` when an instrument of this name asks the other side.
 */
export async function publishInstrument(
  db: StudyDb,
  occasion: Occasion,
  { instrument, source }: { readonly instrument: Instrument; readonly source: Format },
): Promise<Result<{ pin: string; published: boolean }>> {
  const { study, today } = occasion
  const { name, version, perspective } = instrument
  const pin = pinOf(instrument)
  const digest = digestOf(instrument)
  if (await isThere(db, study, pin, digest)) return done({ pin, published: false })
  const id = newId()
  const what = { verb: 'publish_instrument', subject: 'instrument', subjectId: id, details: { pin, source } }
  return change(db, occasion, what, async (tx) => {
    if (instrument.items.length === 0) return refuse('no_questions')
    if (!NAME.test(name) || name.length > LONGEST_NAME) return refuse('bad_name', { field: 'name' })
    if (!(Number.isInteger(version) && version >= 1 && version <= HIGHEST_VERSION))
      return refuse('out_of_range', { field: 'version', min: 1, max: HIGHEST_VERSION })
    const before = await versionsOf(tx, study, name)
    if (before.some((one) => one.perspective !== perspective)) return refuse('other_perspective', { field: 'name' })
    if (before.some((one) => one.version === version)) return refuse('version_exists', { field: 'version', pin })
    const definition = JSON.parse(JSON.stringify(instrument))
    const row = {
      id,
      studyId: study.id,
      name,
      version,
      perspective,
      definition,
      source,
      digest,
      publishedOn: toColumn(today),
    }
    const { count } = await tx.loadedInstrument.createMany({ data: row, skipDuplicates: true })
    return count === 1 ? done({ pin, published: true }) : refuse('version_exists', { field: 'version', pin })
  })
}

/** Whether exactly this was published before, from a file or with the protocol. */
async function isThere(db: StudyDb | StudyTx, study: StudyRef, pin: string, digest: Uint8Array): Promise<boolean> {
  const [name, version] = pin.split('@')
  const own = study.protocol.instruments.find((candidate) => pinOf(candidate) === pin)
  if (own) return Buffer.compare(digestOf(own), digest) === 0
  const row = await db.loadedInstrument.findFirst({
    where: { studyId: study.id, name: name ?? '', version: Number(version) },
    select: { digest: true },
  })
  return row !== null && Buffer.compare(row.digest, digest) === 0
}

/** The digest of what an instrument says, in whatever order its parts were written down. */
const digestOf = (instrument: Instrument): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    createHash('sha256')
      .update(JSON.stringify(ordered(instrument)))
      .digest(),
  )

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, ordered(part)]),
  )
}
