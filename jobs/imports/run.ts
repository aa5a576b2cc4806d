import { endUpload, endUploadsOver, UPLOAD_HOURS } from '../../app/identity/uploads'
import { now } from '../../app/platform/clock'
import { lean } from '../../app/platform/lean'
import { log } from '../../app/platform/log'
import type { Occasion } from '../../app/platform/occasion'
import { done, type Result } from '../../app/protocol/refusal'
import { todayOf } from '../../app/records/clock'
import { TakenElsewhere } from '../../app/records/import-progress'
import {
  dropImport,
  failImport,
  finishCheck,
  finishImport,
  type IntakeImport,
  importById,
  importsLeft,
  studyOfImport,
} from '../../app/records/imports'
import { settlePast } from '../../app/records/intake/past'
import { alone } from '../../app/records/playing-alone'
import { studyById } from '../../app/records/studies'
import { closeWindows } from '../../app/records/sweeps/windows'
import { followStale } from '../../app/records/work/recompute'
import type { Desk } from '../desk'
import { takeCases } from './cases'
import { takeEncounter } from './fieldwork'
import { takeEvent } from './follow-up'
import { openedFile } from './opened-file'
import { takeRegister } from './register'
import { takeReply } from './replies'
import type { Taking } from './taking'

/**
 * Goes on with an import: looks its file through, or takes it in, from where it stopped (protocol §2). Of two workers one is
 * at it. What was written and what was counted are written together, so that a process that dies at any moment leaves nothing
 * half: the next one goes on.
 */
export async function runImport(desk: Desk, importId: string): Promise<void> {
  const studyId = await studyOfImport(desk.study, importId)
  if (!studyId) return
  const study = await studyById(desk.study, studyId)
  const today = await todayOf(desk.study, studyId)
  const occasion = { study, actor: 'import', today }
  await alone(desk.study, `import ${importId}`, 'import_running', async () => {
    await once(desk, occasion, importId).catch(async (error) => {
      log.error({ reason: nameOf(error) }, 'a batch of an import could not be written; it is tried once more')
      await onceMore(desk, occasion, importId)
    })
    return done(null)
  })
}

/** Goes on from where it stopped; stops where another worker, or nobody, is to go on. */
async function once(desk: Desk, occasion: Occasion, importId: string): Promise<void> {
  try {
    await goOn(desk, occasion, importId)
  } catch (error) {
    if (!(error instanceof TakenElsewhere)) throw error
  }
}

/**
 * After a batch that could not be written: one that cannot be written now either never will, unless the database itself is
 * away. The import ends there (`broken_rows`); it would keep the worker busy for ever, and nobody would be told.
 */
async function onceMore(desk: Desk, occasion: Occasion, importId: string): Promise<void> {
  const readOf = async () => (await importById(desk.study, occasion.study.id, importId))?.read
  const before = await readOf()
  try {
    await once(desk, occasion, importId)
  } catch (error) {
    if ((await readOf()) !== before) throw error
    await failImport(desk.study, occasion, importId, 'broken_rows')
    log.error({ reason: nameOf(error) }, 'an import was given up: a batch of it cannot be written')
  }
}

/** What an error is called: its message may hold a cell of the file. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

async function goOn(desk: Desk, occasion: Occasion, importId: string): Promise<void> {
  const found = await importById(desk.study, occasion.study.id, importId)
  if (found?.state !== 'checking' && found?.state !== 'applying') return
  const apply = found.state === 'applying'
  const file = await openedFile(desk, occasion, found)
  if (!file.ok) {
    await failImport(desk.study, occasion, importId, file.refusal.code)
    return
  }
  const taking = { desk, occasion: { ...occasion, past: found.past }, found, file: file.value, apply }
  const taken = await lean(() => TAKERS[found.kind](taking))
  if (!taken.ok) {
    await failImport(desk.study, occasion, importId, taken.refusal.code)
    return
  }
  if (desk.stop?.aborted) return
  if (apply && found.past) {
    await settlePast(desk.study, { ...occasion, past: true })
    await closeWindows(desk.study, { ...occasion, past: true })
  }
  await (apply ? finishImport : finishCheck)(desk.study, occasion, importId)
  // what a file of the register knows ends work of cases that it does not name
  if (apply && found.origin) await followStale(desk.study, occasion)
}

const TAKERS: Record<IntakeImport['kind'], (taking: Taking) => Promise<Result<null>>> = {
  register: (taking) => takeRegister(taking).then(() => done(null)),
  replies: (taking) => takeCases(taking, takeReply, false),
  fieldwork: (taking) => takeCases(taking, takeEncounter, true),
  followup: (taking) => takeCases(taking, takeEvent(taking.found), true),
}

/** Files that have lain their time go (§6), and imports that nobody went on with are dropped. Gives how many files went. */
export async function endOldFiles({ study: db, vault }: Desk, occasion: Occasion): Promise<number> {
  const since = new Date(now().getTime() - UPLOAD_HOURS * 3600_000)
  for (const importId of await importsLeft(db, occasion.study.id, since)) {
    await dropImport(db, occasion, importId)
    await endUpload(vault, importId)
  }
  return endUploadsOver(vault, occasion.study.id)
}
