import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { newId } from '../../app/platform/id'
import type { Occasion } from '../../app/platform/occasion'
import type { Day } from '../../app/protocol/day'
import { done, type Result, refuse } from '../../app/protocol/refusal'
import type { ReleaseSpec } from '../../app/protocol/release-spec'
import { type AlsoAlone, alone } from '../../app/records/playing-alone'
import { MANIFEST, type Manifest, manifestOf, manifestText } from '../../app/records/releases/manifest'
import { OWNER, releaseById } from '../../app/records/releases/release'
import { askRelease, decideRelease, failMaking } from '../../app/records/releases/verbs'
import { clearBrokenOff, draftOf, lockOf } from './broken-off'
import { type ReleaseDesk, Stopped } from './draw'
import { making } from './making'
import { writeWhole } from './write-file'

/** How a system says that there can be no folder of this name. */
const NO_FOLDER: readonly string[] = ['EEXIST', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENAMETOOLONG']

/** Why the owner of a home lets a release go that the gate would hold back. */
const IN_ONE_GO = 'made and approved in one go by the owner of the home'

/**
 * Makes a release into a folder and lets it go in one go, as the owner of a home may; the manifest says so, and what the
 * gate found. No file has its name before all of them are there and the release is let go; the manifest comes last: a folder with one is whole.
 * Refused: `no_folder_there`, `folder_taken`, `nobody_in_it`, `broken_off` (also when the desk is told to stop).
 */
export async function releaseIntoFolder(
  desk: ReleaseDesk,
  { study, today }: Pick<Occasion, 'study' | 'today'>,
  wish: { readonly spec: ReleaseSpec; readonly key: Buffer; readonly cutOff: Day; readonly folder: string },
): Promise<Result<Manifest>> {
  const occasion = { study, today, actor: OWNER }
  if (!(await isFolder(wish.folder))) return refuse('no_folder_there')
  // whoever comes second finds the folder taken, not half full
  return alone(desk.study, `release into ${resolve(wish.folder)}`, 'folder_taken', (also) =>
    aloneIn(desk, occasion, wish, also),
  )
}

type Wanted = Parameters<typeof releaseIntoFolder>[2]

async function aloneIn(
  desk: ReleaseDesk,
  occasion: Occasion,
  wish: Wanted,
  also: AlsoAlone,
): Promise<Result<Manifest>> {
  await clearBrokenOff(desk, occasion, wish.folder, also)
  if ((await readdir(wish.folder)).length > 0) return refuse('folder_taken')
  // its lock is held before it is there: nobody takes it for one that was broken off
  const releaseId = newId()
  if (!(await also(lockOf(releaseId)))) return refuse('release_elsewhere')
  const asked = await askRelease(desk.study, occasion, wish.spec, releaseId)
  if (!asked.ok) return asked
  const draft = draftOf(wish.folder, releaseId)
  try {
    await mkdir(draft)
    return await into(desk, occasion, { ...wish, releaseId, draft })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** Makes a folder that is not there yet; false where none can be, or a file stands in its place. */
async function isFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true })
    return (await stat(folder)).isDirectory()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (NO_FOLDER.includes(code)) return false
    throw error
  }
}

/** Nobody begins anew what is made into a folder: what was stopped is over, and says so at once. */
async function orBrokenOff(
  { study: db }: ReleaseDesk,
  occasion: Occasion,
  releaseId: string,
  make: () => ReturnType<typeof making>,
): ReturnType<typeof making> {
  try {
    return await make()
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    await failMaking(db, occasion, releaseId, 'broken_off')
    return refuse('broken_off')
  }
}

type Asked = Wanted & { readonly releaseId: string; readonly draft: string }

async function into(desk: ReleaseDesk, occasion: Occasion, wish: Asked): Promise<Result<Manifest>> {
  const { study: db } = desk
  const { releaseId, folder, draft } = wish
  const made = await orBrokenOff(desk, occasion, releaseId, () => making(desk, occasion, { ...wish, folder: draft }))
  if (!made.ok) return made
  const decision = { releaseId, approve: true, override: IN_ONE_GO, inOneGo: true } as const
  const decided = await decideRelease(db, occasion, decision)
  if (!decided.ok) throw new Error(`a release was not let go: ${decided.refusal.code}`)
  const release = await releaseById(db, releaseId)
  if (!release) throw new Error('a release is gone')
  const manifest = manifestOf(occasion.study, release, made.value.files)
  await writeWhole(draft, MANIFEST, Readable.from([manifestText(manifest)]))
  for (const { name } of [...made.value.files, { name: MANIFEST }]) await rename(join(draft, name), join(folder, name))
  return done(manifest)
}
