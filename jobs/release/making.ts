import type { Occasion } from '../../app/platform/occasion'
import type { Day } from '../../app/protocol/day'
import { done, type Result, refuse } from '../../app/protocol/refusal'
import type { ReleaseSpec } from '../../app/protocol/release-spec'
import { followedTo } from '../../app/records/follow-up/known-to'
import { askedEver } from '../../app/records/instruments/asked-ever'
import { besideNow } from '../../app/records/releases/meanwhile'
import { keepMembers } from '../../app/records/releases/members'
import { auditHead } from '../../app/records/releases/release'
import { beginMaking, failMaking, finishMaking, noteProgress } from '../../app/records/releases/verbs'
import { pinsOf } from './asked'
import { type ReleaseDesk, Stopped } from './draw'
import { type Made, makeFiles } from './make'
import { keyMark, versionsOf } from './marks'

/** A release that was asked for, the key of its numbers, the last day it is to know of, and where its files go. */
export type Making = {
  readonly releaseId: string
  readonly spec: ReleaseSpec
  readonly key: Buffer
  readonly cutOff: Day
  readonly folder: string
  /** What is done with the files before the release counts as made. */
  readonly keep?: (files: Made['files']) => Promise<void>
}

/**
 * Makes a release that was asked for, from the beginning, also where another process died at it. Refused: `nobody_in_it`,
 * `broken_off` (answers in it were erased meanwhile, or what it goes by beside its snapshot is otherwise; see `cameBetween`),
 * `release_elsewhere`. What cannot be made is marked as such, and thrown; what was stopped is not: it is begun anew.
 */
export async function making(desk: ReleaseDesk, occasion: Occasion, wish: Making): Promise<Result<Made>> {
  const { study: db } = desk
  const { releaseId, spec, key, cutOff, folder, keep } = wish
  const begun = await beginMaking(db, occasion, releaseId)
  if (!begun.ok) return begun
  try {
    const head = await auditHead(db)
    // read before the snapshot, by a login that may: what comes between these and the end of the making ends it
    const before = await besideNow(db, occasion.study.id)
    const [known = cutOff] = [await followedTo(db, occasion), cutOff].sort()
    const asked = await askedEver(db, occasion.study)
    const made = await makeFiles(
      desk,
      occasion,
      { spec, key, asked, known: { cutOff, seenBy: null, followedTo: known } },
      { folder, progress: noted(desk, releaseId) },
    )
    if (made.counts.people === 0) {
      await failMaking(db, occasion, releaseId, 'nobody_in_it')
      return refuse('nobody_in_it')
    }
    await keep?.(made.files)
    await keepMembers(db, releaseId, made.members)
    const marks = {
      ...versionsOf(occasion.study.protocol),
      key: keyMark(key),
      audit_head: head,
      followed_to: known,
      asked: pinsOf(occasion.study, asked),
    }
    const { counts, disclosure, snapshotAt } = made
    const finished = await finishMaking(db, occasion, releaseId, {
      cutOff,
      snapshotAt,
      counts,
      disclosure,
      manifest: marks,
      before,
    })
    if (finished.ok) return done(made)
    if (finished.refusal.code === 'broken_off') await failMaking(db, occasion, releaseId, 'broken_off')
    return finished
  } catch (error) {
    if (!(error instanceof Stopped)) await failMaking(db, occasion, releaseId, 'broken_release').catch(() => undefined)
    throw error
  }
}

/** Tells how far the making is, a hundredth at a time. */
function noted({ study }: ReleaseDesk, releaseId: string) {
  let told = 0
  return (part: number) => {
    const hundredths = Math.min(99, Math.floor(part * 100))
    if (hundredths === told) return
    told = hundredths
    // what is shown of it is of no weight: a making goes on without
    noteProgress(study, releaseId, hundredths).catch(() => undefined)
  }
}
