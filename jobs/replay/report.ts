import { registrationsNumbered } from '../../app/identity/numbers'
import type { StudyRef } from '../../app/platform/occasion'
import type { Day } from '../../app/protocol/day'
import { rounded } from '../../app/protocol/rounding'
import { cautions } from '../../app/protocol/scale-figures'
import { scaleDefinitionNamed } from '../../app/protocol/scoring'
import type { Perspective, Words } from '../../app/protocol/study'
import { answered } from '../../app/records/answers'
import { type Flow, flow } from '../../app/records/flow'
import { type MailCounts, mailCounts } from '../../app/records/ledger/counts'
import { deriveOutcomes, publishedRules } from '../../app/records/outcomes'
import { type RefusedRow, refusedRows } from '../../app/records/replays'
import { keyOf, type Results, results, scored } from '../../app/records/results'
import type { Desk } from '../desk'

/** What a replayed cohort came out with, in the shape of the published figures; numbers to four decimals, persons' to six. */
export type Report = Flow &
  Results & {
    /** What must be said of these scores wherever they show, by side and scale (protocol §7.1). */
    readonly flags: Readonly<Record<Perspective, Readonly<Record<string, Words>>>>
    readonly outcomes: Readonly<Record<string, number>>
    readonly outcome_ids: Readonly<Record<string, readonly string[]>>
    readonly per_supervision: Readonly<Record<string, Readonly<Record<string, number | null>>>>
    readonly mail: MailCounts
    readonly refused: readonly RefusedRow[]
  }

/** A dozen, as the published file has. */
const SHOWN = 12

/**
 * Puts together what a study holds on a day. The files' supervision numbers come back by looking up their hashes, so
 * no sealed number is opened for it. Takes the desk, the study, the numbers and the day.
 */
export async function report(desk: Desk, study: StudyRef, numbers: readonly string[], today: Day): Promise<Report> {
  const ids = await registrationsNumbered(desk.vault, study.id, numbers)
  const measurements = await answered(desk.study, study.id)
  const published = scaleDefinitionNamed(study.protocol, 'published')
  const outcomeIds = await idsWithOutcome(desk, study, ids, today)
  return {
    ...(await flow(desk.study, study, { on: today })),
    ...rounded(results(study, measurements), 4),
    flags: { client: cautions(published, 'client'), supervisor: cautions(published, 'supervisor') },
    outcomes: Object.fromEntries(Object.entries(outcomeIds).map(([outcome, those]) => [outcome, those.length])),
    outcome_ids: outcomeIds,
    per_supervision: rounded(firstScores(study, measurements, ids), 6),
    mail: await mailCounts(desk.study, study.id),
    refused: await refusedRows(desk.study, study.id),
  }
}

/** By outcome, the numbers of the supervisions that have it by the published rule. */
async function idsWithOutcome(desk: Desk, study: StudyRef, ids: ReadonlyMap<string, string>, followedTo: Day) {
  const numberOf = new Map([...ids].map(([number, id]) => [id, number]))
  const rules = publishedRules(study)
  const derived = await deriveOutcomes(desk.study, study, { followedTo, rules })
  const withOutcome = (outcome: string) =>
    derived
      .filter(({ rule, result }) => rule.outcome === outcome && result.value === 'yes')
      .flatMap(({ registrationId }) => numberOf.get(registrationId) ?? [])
      .sort()
  return Object.fromEntries(rules.map(({ outcome }) => [outcome, withOutcome(outcome)]))
}

/** The first wave's client scores of the first dozen supervisions by number. */
function firstScores(
  study: StudyRef,
  measurements: Awaited<ReturnType<typeof answered>>,
  ids: ReadonlyMap<string, string>,
) {
  const scores = scored(study, measurements)
  const wave = study.protocol.waves[0]?.name ?? ''
  const rows = [...ids].sort().flatMap(([number, registrationId]) => {
    const found = scores.get(keyOf({ registrationId, wave, perspective: 'client' }))
    return found ? [[number, found] as const] : []
  })
  return Object.fromEntries(rows.slice(0, SHOWN))
}
