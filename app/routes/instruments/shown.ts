import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { pinOf } from '../../protocol/instruments/battery'
import type { Perspective, Words } from '../../protocol/study'
import { batteryOn } from '../../records/instruments/battery'
import { usesOf } from '../../records/instruments/use'
import { versionsOf } from '../../records/instruments/versions'

export const SIDES: readonly Perspective[] = ['client', 'supervisor']

/** What one side is asked at a wave: now, and from later days on. */
type Plan = {
  readonly wave: string
  readonly label: Words
  readonly side: Perspective
  readonly now: readonly string[]
  readonly later: readonly { readonly fromOn: Day; readonly instruments: readonly string[] }[]
}

/** All versions with where each is asked now; what each side is asked at each wave, and what was decided for later. */
export async function shownOf(db: StudyDb, { study, today }: Occasion) {
  const uses = await usesOf(db, study.id)
  const plans: Plan[] = []
  for (const { name, label } of study.protocol.waves)
    for (const side of SIDES) {
      const now = (await batteryOn(db, study, name, side, today)).map(pinOf)
      const later = uses.filter((use) => use.wave === name && use.perspective === side && use.fromOn > today)
      plans.push({
        wave: name,
        label,
        side,
        now,
        later: later.map(({ fromOn, instruments }) => ({ fromOn, instruments })),
      })
    }
  const versions = (await versionsOf(db, study)).map((version) => ({
    ...version,
    pin: pinOf(version),
    usedAt: plans.filter(({ now }) => now.includes(pinOf(version))).map(({ wave }) => wave),
  }))
  return { versions, plans, today }
}
export type Shown = Awaited<ReturnType<typeof shownOf>>
