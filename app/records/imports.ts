import { now } from '../platform/clock'
import type { StudyDb, StudyTx } from '../platform/database'
import { newId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import { type Day, fromColumn, toColumn } from '../protocol/day'
import type { ExtractKind, Mapping } from '../protocol/extract/extract'
import { againstOrigin, type Origin } from '../protocol/extract/origin'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'
import { followedOtherwise } from './follow-up/followed-otherwise'

/**
 * Where an import stands: the file comes in (`receiving`), is there (`received`), is looked through without writing
 * (`checking`, `checked`), is taken in (`applying`, `done`). `failed`: the file cannot be used; `dropped`: nobody went on.
 */
export const IMPORT_STATES = [
  'receiving',
  'received',
  'checking',
  'checked',
  'applying',
  'done',
  'failed',
  'dropped',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** How a file is read: as it is written where that was chosen, and what its columns mean. */
export type Reading = {
  readonly mapping: Mapping
  readonly chosen: {
    readonly encoding?: string | null
    readonly delimiter?: string | null
    readonly sheet?: string | null
  }
}

/** How many rows came to what; `changedFields` by field, in how many rows it changed. */
export type ImportCounts = {
  readonly added: number
  readonly unchanged: number
  readonly changed: number
  readonly duplicates: number
  readonly refusedCount: number
  readonly changedFields: Readonly<Record<string, number>>
}

/** An import as it stands: of `checked` what it would come to, of `done` what it came to. */
export type IntakeImport = ImportCounts & {
  readonly id: string
  readonly studyId: string
  readonly kind: ExtractKind
  readonly way: 'browser' | 'command'
  readonly state: ImportState
  /** It tells of the past: rows count on their own days, and nobody is mailed. */
  readonly past: boolean
  /** Where it comes from, once that was said; null for files of which nothing is said. */
  readonly origin: Origin | null
  /** How many events of it were erased on its day; null while they are there. */
  readonly erased: number | null
  readonly reading: Reading | null
  /** Rows of the file, once they were counted, and how many of them were read. */
  readonly rows: number
  readonly read: number
  readonly failure: string | null
  readonly begunOn: Day
  readonly begunAt: Date
  readonly endedAt: Date | null
}

/** Begins an import: the file itself lies with the names, under this id. */
export function beginImport(
  db: StudyDb,
  occasion: Occasion,
  { kind, way }: { readonly kind: ExtractKind; readonly way: IntakeImport['way'] },
): Promise<Result<{ importId: string }>> {
  const importId = newId()
  const what = { verb: 'begin_import', subject: 'import', subjectId: importId, details: { kind, way } }
  return change(db, occasion, what, async (tx) => {
    await tx.intakeImport.createMany({
      data: {
        id: importId,
        studyId: occasion.study.id,
        kind,
        way,
        state: 'receiving',
        begunOn: toColumn(occasion.today),
        begunAt: now(),
      },
    })
    return done({ importId })
  })
}

/** The file is there, all of it. Refused (`import_elsewhere`) when the import stands elsewhere. */
export const fileReceived = (db: StudyDb, occasion: Occasion, importId: string): Promise<Result<null>> =>
  move(db, occasion, importId, { verb: 'receive_import', from: ['receiving'], to: { state: 'received' } })

/**
 * Says what the columns of the file mean, whether it tells of the past and, where its kind asks it, where it comes from, and
 * has it looked through: a job does that, and writes nothing but counts and refused lines. Also once more, with another
 * mapping; with `apply` it is taken in without a look before. Refused when it is being taken in already, or over
 * (`import_elsewhere`), and for an origin that cannot be (see `againstOrigin`).
 */
export const chooseMapping = (
  db: StudyDb,
  occasion: Occasion,
  importId: string,
  { reading, past, origin = null, apply = false }: Chosen,
): Promise<Result<null>> => {
  const [against] = origin ? againstOrigin(origin, occasion.today) : []
  if (against) return Promise.resolve({ ok: false, refusal: against })
  return move(db, occasion, importId, {
    verb: apply ? 'apply_import' : 'check_import',
    from: ['received', 'checked', 'failed'],
    to: {
      state: apply ? 'applying' : 'checking',
      mapping: reading,
      past,
      ...(origin && {
        source: origin.source,
        legalBasis: origin.legalBasis,
        deleteBy: toColumn(origin.deleteBy),
        knownTo: toColumn(origin.knownTo),
      }),
      failure: null,
      endedAt: null,
      ...FROM_THE_START,
    },
  })
}
type Chosen = {
  readonly reading: Reading
  readonly past: boolean
  readonly origin?: Origin | null
  readonly apply?: boolean
}

/** Has a file that was looked through taken in, by a job. Refused (`import_elsewhere`) when it was not. */
export const askApply = (db: StudyDb, occasion: Occasion, importId: string): Promise<Result<null>> =>
  move(db, occasion, importId, {
    verb: 'apply_import',
    from: ['checked'],
    to: { state: 'applying', ...FROM_THE_START_AGAIN },
  })

/** The file was looked through to its end. */
export const finishCheck = (db: StudyDb, occasion: Occasion, importId: string) =>
  move(db, occasion, importId, { verb: 'finish_check', from: ['checking'], to: { state: 'checked' } })

/** The file was taken in to its end. What it knows of the register may end work that waited for it, or bring it back. */
export const finishImport = (db: StudyDb, occasion: Occasion, importId: string) =>
  move(
    db,
    occasion,
    importId,
    { verb: 'finish_import', from: ['applying'], to: { state: 'done', endedAt: now() } },
    (tx) => followedOtherwise(tx, occasion, importId),
  )

/** Gives an import up that was not taken in. Its file is taken away by whoever drops it. Refused once it is taken in. */
export const dropImport = (db: StudyDb, occasion: Occasion, importId: string): Promise<Result<null>> =>
  move(db, occasion, importId, {
    verb: 'drop_import',
    from: ['receiving', 'received', 'checking', 'checked', 'failed'],
    to: { state: 'dropped', endedAt: now() },
  })

/** The file cannot be used, by a code of the catalogue. */
export const failImport = (db: StudyDb, occasion: Occasion, importId: string, failure: string) =>
  move(db, occasion, importId, {
    verb: 'fail_import',
    from: ['receiving', 'received', 'checking', 'applying'],
    to: { state: 'failed', failure, endedAt: now() },
  })

/** The rows were counted. */
const FROM_THE_START_AGAIN = {
  read: 0,
  added: 0,
  unchanged: 0,
  changed: 0,
  duplicates: 0,
  refusedCount: 0,
  changedFields: {},
}
const FROM_THE_START = { rows: 0, ...FROM_THE_START_AGAIN }

type Move = {
  readonly verb: string
  readonly from: readonly ImportState[]
  readonly to: { readonly state: ImportState } & Readonly<Record<string, unknown>>
}

/** From one state to the next; refused lines of a look before are forgotten with its counts. */
function move(
  db: StudyDb,
  occasion: Occasion,
  importId: string,
  { verb, from, to }: Move,
  after?: (tx: StudyTx) => Promise<void>,
): Promise<Result<null>> {
  const what = { verb, subject: 'import', subjectId: importId }
  return change(db, occasion, what, async (tx) => {
    const { count } = await tx.intakeImport.updateMany({
      where: { id: importId, studyId: occasion.study.id, state: { in: [...from] } },
      data: to,
    })
    if (count === 0) return refuse('import_elsewhere')
    if ('read' in to) await tx.$executeRaw`SELECT study.forget_refused_lines(${importId}::uuid)`
    await after?.(tx)
    return done(null)
  })
}

/** An import of a study; null when the study has none of this id. */
export async function importById(db: StudyDb, studyId: string, importId: string): Promise<IntakeImport | null> {
  const row = await db.intakeImport.findFirst({ where: { id: importId, studyId } })
  return row && asImport(row)
}

/** The imports of a study, the last begun first, a page at a time; `after` is the id of the last one of the page before. */
export async function listImports(
  db: StudyDb,
  studyId: string,
  { after = null, limit }: { readonly after?: string | null; readonly limit: number },
): Promise<{ items: IntakeImport[]; next: string | null }> {
  // ids are in the order of their making
  const where = { studyId, ...(after !== null && { id: { lt: after } }) }
  const rows = await db.intakeImport.findMany({ where, orderBy: { id: 'desc' }, take: limit + 1 })
  const items = rows.slice(0, limit).map(asImport)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** Imports that a job is at, or was at when its process died. */
export const importsUnderWay = async (db: StudyDb, studyId: string): Promise<string[]> =>
  idsOf(await db.intakeImport.findMany({ where: { studyId, state: { in: ['checking', 'applying'] } }, select: ID }))

/** Imports that nobody went on with since a moment. */
export const importsLeft = async (db: StudyDb, studyId: string, begunBefore: Date): Promise<string[]> =>
  idsOf(
    await db.intakeImport.findMany({
      where: {
        studyId,
        state: { in: ['receiving', 'received', 'checking', 'checked', 'failed'] },
        begunAt: { lte: begunBefore },
      },
      select: ID,
    }),
  )

/** The study of an import; null when there is none. */
export const studyOfImport = async (db: StudyDb, importId: string): Promise<string | null> =>
  (await db.intakeImport.findUnique({ where: { id: importId }, select: { studyId: true } }))?.studyId ?? null

const ID = { id: true, begunAt: true } as const
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)

type Row = Omit<IntakeImport, 'kind' | 'way' | 'state' | 'reading' | 'origin' | 'begunOn' | 'changedFields'> & {
  source: string | null
  legalBasis: string | null
  deleteBy: Date | null
  knownTo: Date | null
  kind: string
  way: string
  state: string
  mapping: unknown
  changedFields: unknown
  begunOn: Date
}

const asImport = ({ mapping, kind, way, state, changedFields, begunOn, ...rest }: Row): IntakeImport => {
  const { source, legalBasis, deleteBy, knownTo, ...row } = rest
  return {
    ...row,
    origin:
      source && legalBasis && deleteBy && knownTo
        ? { source, legalBasis, deleteBy: fromColumn(deleteBy), knownTo: fromColumn(knownTo) }
        : null,
    kind: kind as ExtractKind,
    way: way as IntakeImport['way'],
    state: state as ImportState,
    reading: mapping as Reading | null,
    changedFields: changedFields as Record<string, number>,
    begunOn: fromColumn(begunOn),
  }
}
