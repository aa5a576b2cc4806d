import { randomUUID } from 'node:crypto'
import type { Day } from '../../../app/protocol/day'
import { askedItems } from '../../../app/protocol/instruments/asked'
import { batteryNow } from '../../../app/protocol/instruments/battery'
import type { Given, Perspective } from '../../../app/protocol/study'
import { type Draft, takeInDraft } from '../../../app/records/entries/take-in'
import { MET } from '../../people'
import type { World } from '../../world'

/** A draft on one device: `next` says what is handed in, each time one part further. */
export function device(base: Draft['base'] = null) {
  const draftId = randomUUID()
  let draftSeq = 0
  return {
    draftId,
    next: (answers: Given, more: Partial<Draft> = {}): Draft => ({
      draftId,
      draftSeq: ++draftSeq,
      base,
      answers,
      complete: false,
      ...more,
    }),
  }
}

/** The measurement of one side of a case. */
export const measurementOf = (world: World, registrationId: string, perspective: Perspective, wave = 'T1') =>
  world.db.measurement.findUniqueOrThrow({
    where: { registrationId_wave_perspective: { registrationId, wave, perspective } },
  })

/** Every question that is asked answered by its lowest answer. */
export function allOf(world: World, perspective: Perspective, wave = 'T1'): Given {
  const battery = batteryNow(world.study.protocol, wave, perspective)
  const given: Record<string, number> = {}
  for (;;) {
    const open = askedItems(battery, given).find(({ code }) => given[code] === undefined)
    if (!open) return given
    given[open.code] = open.options?.[0]?.code ?? open.min
  }
}

/** Hands a draft in, of the interview or behind the link. */
export const handIn = (world: World, measurementId: string, perspective: Perspective, draft: Draft, on: Day = MET) =>
  takeInDraft(world.db, world.on(on), {
    measurementId,
    way: perspective === 'client' ? 'interview' : 'link',
    enteredBy: perspective === 'client' ? 'I1' : null,
    draft,
  })
