import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Occasion } from '../../app/platform/occasion'
import type { Day } from '../../app/protocol/day'
import { done, type Result, refuse } from '../../app/protocol/refusal'
import type { ReleaseSpec } from '../../app/protocol/release-spec'
import { MANIFEST, type Manifest, manifestOf, manifestText } from '../../app/records/releases/manifest'
import { releaseById } from '../../app/records/releases/release'
import { askRelease, decideRelease } from '../../app/records/releases/verbs'
import type { ReleaseDesk } from './draw'
import { making } from './making'
import { writeWhole } from './write-file'

/** Why the owner of a home lets a release go that the gate would hold back. */
const IN_ONE_GO = 'made and approved in one go by the owner of the home'

/**
 * Makes a release into a folder and lets it go in one go, as the owner of a home may; the manifest says so, and what the
 * gate found. The manifest comes last: a folder with one is whole. Refused: `folder_taken`, `nobody_in_it`.
 */
export async function releaseIntoFolder(
  desk: ReleaseDesk,
  occasion: Occasion,
  wish: { readonly spec: ReleaseSpec; readonly key: Buffer; readonly cutOff: Day; readonly folder: string },
): Promise<Result<Manifest>> {
  const { study: db } = desk
  const { spec, folder } = wish
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) return refuse('folder_taken')
  const asked = await askRelease(db, occasion, spec)
  if (!asked.ok) return asked
  const { releaseId } = asked.value
  try {
    const made = await making(desk, occasion, { ...wish, releaseId })
    if (!made.ok) {
      await emptied(folder)
      return made
    }
    const decision = { releaseId, approve: true, override: IN_ONE_GO, inOneGo: true } as const
    const decided = await decideRelease(db, occasion, decision)
    if (!decided.ok) throw new Error(`a release was not let go: ${decided.refusal.code}`)
    const release = await releaseById(db, releaseId)
    if (!release) throw new Error('a release is gone')
    const manifest = manifestOf(occasion.study, release, made.value.files)
    await writeWhole(folder, MANIFEST, Readable.from([manifestText(manifest)]))
    return done(manifest)
  } catch (error) {
    // a folder with half a release in it looks like one
    await emptied(folder)
    throw error
  }
}

async function emptied(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true })
}
