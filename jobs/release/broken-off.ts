import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Occasion } from '../../app/platform/occasion'
import type { AlsoAlone } from '../../app/records/playing-alone'
import { releasesOfOwner } from '../../app/records/releases/release'
import { failMaking } from '../../app/records/releases/verbs'
import type { ReleaseDesk } from './draw'

/** Where a release lies in its folder while it is made: nothing in there is one. */
const DRAFT = /^\.making-([0-9a-f-]{36})$/

export const draftOf = (folder: string, releaseId: string): string => join(folder, `.making-${releaseId}`)

/** Whoever makes a release into a folder, or keeps it, does so alone. */
export const lockOf = (releaseId: string): string => `release ${releaseId}`

/** Releases into a folder whose process died are none any more (`broken_off`); what it left in this folder goes. */
export async function clearBrokenOff(
  { study: db }: ReleaseDesk,
  occasion: Occasion,
  folder: string,
  also: AlsoAlone,
): Promise<void> {
  for (const releaseId of await releasesOfOwner(db))
    if (await also(lockOf(releaseId))) await failMaking(db, occasion, releaseId, 'broken_off')
  const running = new Set(await releasesOfOwner(db))
  for (const name of await readdir(folder)) {
    const [, releaseId] = DRAFT.exec(name) ?? []
    if (releaseId && !running.has(releaseId)) await rm(join(folder, name), { recursive: true })
  }
}
