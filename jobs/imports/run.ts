import { endUpload, endUploadsOver, UPLOAD_HOURS } from '../../app/identity/uploads'
import { now } from '../../app/platform/clock'
import type { Occasion } from '../../app/platform/occasion'
import { done } from '../../app/protocol/refusal'
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
import type { Desk } from '../desk'
import { takeCases } from './cases'
import { takeEncounter } from './fieldwork'
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
  await alone(desk.study, `import ${importId}`, 'import_running', async () => {
    try {
      await goOn(desk, { study, actor: 'import', today }, importId)
    } catch (error) {
      if (!(error instanceof TakenElsewhere)) throw error
    }
    return done(null)
  })
}

async function goOn(desk: Desk, occasion: Occasion, importId: string): Promise<void> {
  const found = await importById(desk.study, occasion.study.id, importId)
  if (found?.state !== 'checking' && found?.state !== 'applying') return
  const apply = found.state === 'applying'
  const file = await openedFile(desk, occasion, found)
  if (!file.ok) {
    await failImport(desk.study, occasion, importId, file.refusal.code)
    return
  }
  await TAKERS[found.kind]({ desk, occasion: { ...occasion, past: found.past }, found, file: file.value, apply })
  if (desk.stop?.aborted) return
  if (apply && found.past) {
    await settlePast(desk.study, { ...occasion, past: true })
    await closeWindows(desk.study, { ...occasion, past: true })
  }
  await (apply ? finishImport : finishCheck)(desk.study, occasion, importId)
}

const TAKERS: Record<IntakeImport['kind'], (taking: Taking) => Promise<void>> = {
  register: takeRegister,
  replies: (taking) => takeCases(taking, takeReply, false),
  fieldwork: (taking) => takeCases(taking, takeEncounter, true),
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
