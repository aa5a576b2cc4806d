import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { BY_RULE, type Finding } from '../../protocol/deviations'
import { done } from '../../protocol/refusal'
import { changeEach } from '../change'
import { findDeviations } from './rules'

/** At most so many in one transaction. */
const BATCH = 500

/**
 * Raises what the rules find, each fact once; what they no longer find has resolved by itself, and comes back when they
 * find it again. `elsewhere` are findings of rules that this room cannot apply (forms lie with the names). Gives how many
 * were raised, resolved or came back.
 */
export async function sweepDeviations(db: StudyDb, occasion: Occasion, elsewhere: readonly Finding[]): Promise<number> {
  const { study, today } = occasion
  const found = [...(await findDeviations(db, study)), ...elsewhere]
  const known = await db.deviation.findMany({
    where: { studyId: study.id, kind: { in: BY_RULE }, raisedBy: 'rule' },
    select: { id: true, kind: true, fact: true, resolvedOn: true },
  })
  const keyOf = ({ kind, fact }: { readonly kind: string; readonly fact: string }) => `${kind} ${fact}`
  const stands = new Set(found.map(keyOf))
  const before = new Set(known.map(keyOf))
  const raised = found.filter((one) => !before.has(keyOf(one)))
  const resolved = known.filter((one) => !one.resolvedOn && !stands.has(keyOf(one))).map(({ id }) => id)
  const back = known.filter((one) => one.resolvedOn && stands.has(keyOf(one))).map(({ id }) => id)
  for (const part of inBatches(raised)) await raiseAll(db, occasion, part)
  for (const part of inBatches(resolved)) await setResolved(db, occasion, part, today)
  for (const part of inBatches(back)) await setResolved(db, occasion, part, null)
  return raised.length + resolved.length + back.length
}

function raiseAll(db: StudyDb, occasion: Occasion, findings: readonly Finding[]) {
  const rows = findings.map((finding) => ({
    ...finding,
    id: newId(),
    studyId: occasion.study.id,
    raisedBy: 'rule',
    foundOn: toColumn(occasion.today),
  }))
  const whats = rows.map(({ id, kind }) => ({
    verb: 'raise_deviation',
    subject: 'deviation',
    subjectId: id,
    details: { kind },
  }))
  return changeEach(db, occasion, whats, async (tx) => {
    // another sweep may have been quicker
    await tx.deviation.createMany({ data: rows, skipDuplicates: true })
    return done(null)
  })
}

function setResolved(db: StudyDb, occasion: Occasion, ids: readonly string[], on: Occasion['today'] | null) {
  const verb = on ? 'resolve_deviation' : 'reopen_deviation'
  const whats = ids.map((subjectId) => ({ verb, subject: 'deviation', subjectId }))
  return changeEach(db, occasion, whats, async (tx) => {
    await tx.deviation.updateMany({ where: { id: { in: [...ids] } }, data: { resolvedOn: on && toColumn(on) } })
    return done(null)
  })
}

function inBatches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, i) => all.slice(i * BATCH, (i + 1) * BATCH))
}
