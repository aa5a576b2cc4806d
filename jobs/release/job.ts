import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lean } from '../../app/platform/lean'
import { done } from '../../app/protocol/refusal'
import { todayOf } from '../../app/records/clock'
import { alone } from '../../app/records/playing-alone'
import { keepFile } from '../../app/records/releases/files'
import { releaseById, releasesToMake } from '../../app/records/releases/release'
import { studyById } from '../../app/records/studies'
import type { Desk } from '../desk'
import type { WorkQueue } from '../queues'
import { lockOf } from './broken-off'
import { Stopped } from './draw'
import { making } from './making'

/** Bytes of a file that lie in one row. */
const PIECE = 512 * 1024

/**
 * Makes a release that was asked for and keeps its files with it, until a second person decides. Of two workers one is at it;
 * one that died leaves a release that is begun anew.
 */
export async function makeRelease(desk: Desk, releaseId: string): Promise<void> {
  const { study: db } = desk
  const release = await releaseById(db, releaseId)
  if (!release || (release.state !== 'asked' && release.state !== 'making')) return
  const study = await studyById(db, release.studyId)
  const occasion = { study, actor: 'system', today: await todayOf(db, study.id) }
  const { spec } = release
  await alone(db, lockOf(releaseId), 'release_elsewhere', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'koppel-release-'))
    try {
      const wish = { releaseId, spec, key: desk.releaseKey(study.id, spec.purpose), cutOff: occasion.today, folder }
      const keep = async (files: Parameters<NonNullable<Parameters<typeof making>[2]['keep']>>[0]) => {
        for (const file of files)
          await keepFile(db, releaseId, file, createReadStream(join(folder, file.name), { highWaterMark: PIECE }))
      }
      await lean(() => making(desk, occasion, { ...wish, keep }))
    } catch (error) {
      // whoever comes next begins anew
      if (!(error instanceof Stopped)) throw error
    } finally {
      await rm(folder, { recursive: true })
    }
    return done(null)
  })
}

/** Rings for releases that wait or were broken off. One that runs does so alone. */
export async function goOnWithReleases({ study: db }: Desk, queue: WorkQueue): Promise<void> {
  for (const releaseId of await releasesToMake(db))
    await queue.enqueue('make-release', { releaseId }, `make-release-${releaseId}`)
}
