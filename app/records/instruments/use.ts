import type { StudyDb, StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { type Day, fromColumn, toColumn } from '../../protocol/day'
import { pinOf } from '../../protocol/instruments/battery'
import { fits } from '../../protocol/instruments/fits'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Perspective } from '../../protocol/study'
import { change } from '../change'
import { pinnedBattery } from './battery'
import { versionsOf } from './versions'

/** What is asked of one side at a wave from a day on; `instruments` are names, of which the newest counts, or pins. */
export type Use = {
  readonly wave: string
  readonly perspective: Perspective
  readonly instruments: readonly string[]
  readonly fromOn: Day
}

/**
 * Puts instruments to use at a wave from a day on; measurements that were opened before keep what they were opened with.
 * Refused: `unknown_wave`, `required` without any, `before_today`, `unknown_instrument`, `already_recorded` when it stands so,
 * and those of `fits`. Gives the pins.
 */
export function putToUse(db: StudyDb, occasion: Occasion, use: Use): Promise<Result<readonly string[]>> {
  const { study, today } = occasion
  const { wave, perspective, fromOn } = use
  const id = newId()
  const { instruments } = use
  const what = {
    verb: 'use_battery',
    subject: 'battery',
    subjectId: id,
    details: { wave, perspective, fromOn, instruments: instruments.join(' ') },
  }
  return change(db, occasion, what, async (tx) => {
    if (!study.protocol.waves.some(({ name }) => name === wave)) return refuse('unknown_wave', { field: 'wave' })
    if (instruments.length === 0) return refuse('required', { field: 'instruments' })
    if (fromOn < today) return refuse('before_today', { field: 'from_on' })
    const pins = await pinsOf(tx, study, instruments)
    if (!pins.ok) return pins
    const fit = fits(await pinnedBattery(tx, study, pins.value), perspective)
    if (!fit.ok) return refuse(fit.refusal.code, { ...fit.refusal, field: 'instruments' })
    const [stands] = (await usesOf(tx, study.id)).filter((one) => one.wave === wave && one.perspective === perspective)
    if (stands?.fromOn === fromOn && stands.instruments.join() === pins.value.join())
      return refuse('already_recorded', { field: 'instruments' })
    const row = { id, studyId: study.id, wave, perspective, instruments: [...pins.value], fromOn: toColumn(fromOn) }
    const last = await tx.battery.aggregate({ where: { studyId: study.id, wave, perspective }, _max: { seq: true } })
    const seq = (last._max.seq ?? 0) + 1
    const { count } = await tx.battery.createMany({ data: { ...row, seq }, skipDuplicates: true })
    return count === 1 ? done(pins.value) : refuse('entered_meanwhile')
  })
}

/** Names to the pins of their newest version; what is a pin already has to exist. */
async function pinsOf(tx: StudyTx, study: StudyRef, names: readonly string[]): Promise<Result<readonly string[]>> {
  const versions = await versionsOf(tx, study)
  const pins: string[] = []
  for (const name of names) {
    const found = versions.find((one) => one.name === name || pinOf(one) === name)
    if (!found) return refuse('unknown_instrument', { field: 'instruments', name })
    pins.push(pinOf(found))
  }
  return done(pins)
}

/** What was put to use, ever: the last to begin first, and of one day what was decided last first. */
export async function usesOf(db: StudyDb | StudyTx, studyId: string): Promise<Use[]> {
  const rows = await db.battery.findMany({ where: { studyId }, orderBy: [{ fromOn: 'desc' }, { seq: 'desc' }] })
  return rows.map(({ wave, perspective, instruments, fromOn }) => ({
    wave,
    perspective: perspective as Perspective,
    instruments,
    fromOn: fromColumn(fromOn),
  }))
}
