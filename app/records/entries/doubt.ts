import type { StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { itemsOf } from '../../protocol/instruments/battery'
import { doubtsAbout } from '../../protocol/queries/rules'
import { reversedItems } from '../../protocol/queries/straight-lining'
import type { Instrument } from '../../protocol/study'
import type { Measured } from './measured'

/**
 * Raises what the rules doubt about a measurement as it stands now, and closes what they no longer do. A question that is
 * open, was answered, or was closed by somebody is not raised again. Nothing is written when nothing changed.
 */
export async function doubt(
  tx: StudyTx,
  { study, today }: Occasion,
  measured: Measured,
  battery: readonly Instrument[],
): Promise<void> {
  const { id: measurementId, perspective, queries } = measured
  const [definition] = study.protocol.scaleDefinitions
  const found = doubtsAbout({
    battery,
    given: measured.answers,
    order: measured.itemOrder.length > 0 ? measured.itemOrder : itemsOf(battery).map(({ code }) => code),
    reversed: definition ? reversedItems(definition, perspective) : new Set(),
    seconds: measured.seconds,
    minutes: measured.minutes,
    // closed as it was when it was broken off: nobody came to the end
    complete: measured.completedOn !== null && measured.completedOn !== measured.brokenOffOn,
    days: { heldOn: measured.completedOn ?? measured.openedOn, receivedOn: today, startedOn: measured.startedOn },
  })
  const key = ({ rule, item }: { rule: string; item: string }) => `${rule} ${item}`
  const known = new Map(queries.map((query) => [key(query), query]))
  const raised = found.filter((one) => {
    const before = known.get(key(one))
    return !before || (before.state === 'closed' && before.closedBy === 'rule')
  })
  if (raised.length > 0)
    await tx.query.createMany({
      data: raised.map(({ rule, item }) => ({
        id: newId(),
        studyId: study.id,
        measurementId,
        rule,
        item,
        seq: (known.get(key({ rule, item }))?.seq ?? 0) + 1,
        raisedBy: 'rule',
        raisedOn: toColumn(today),
      })),
    })
  const stillFound = new Set(found.map(key))
  const solved = queries.filter((one) => one.state !== 'closed' && one.raisedBy === 'rule' && !stillFound.has(key(one)))
  for (const { rule, item, seq } of solved)
    await tx.query.updateMany({
      where: { measurementId, rule, item, seq },
      data: { state: 'closed', closedBy: 'rule', closedOn: toColumn(today) },
    })
}

/** Closes every question that a rule raised: what it was about counts no more. */
export async function closeQuestions(tx: StudyTx, { today }: Occasion, { id }: Pick<Measured, 'id'>): Promise<void> {
  await tx.query.updateMany({
    where: { measurementId: id, raisedBy: 'rule', state: { not: 'closed' } },
    data: { state: 'closed', closedBy: 'rule', closedOn: toColumn(today) },
  })
}
