import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { type Day, fromColumn } from '../protocol/day'
import type { OutcomeResult, OutcomeValue } from '../protocol/study'
import { type WaveStateName, waveState } from '../protocol/waves'
import { followedTo } from './follow-up/known-to'
import { type MatrixRow, matrixOfCase } from './matrix'
import { deriveOutcomes, publishedRules } from './outcomes'
import { caseOfPair, type Pair, pairsOfCase } from './pairs/pairs'
import { type Entry, entriesOf } from './timeline-entries'

/** The course of one pair: what happened when, its windows, what the client allows, and what became of it (protocol §2 to §5). */
export type Timeline = {
  readonly pseudonym: string
  readonly registrationId: string
  /** The client's pseudonym. */
  readonly client: string
  readonly location: string
  readonly region: string
  /** Every pair that the client was in, the first one first. */
  readonly pairs: readonly Pair[]
  readonly matrix: readonly MatrixRow[]
  readonly startedOn: Day | null
  readonly entries: readonly Entry[]
  readonly windows: readonly TimelineWindow[]
  readonly permissions: readonly { readonly scope: string; readonly granted: boolean }[]
  readonly outcomes: readonly TimelineOutcome[]
}
export type TimelineWindow = {
  readonly wave: string
  readonly opens: Day | null
  readonly closes: Day | null
  readonly state: WaveStateName
  readonly daysLeft: number | null
  readonly appointmentOn: Day | null
  readonly cite: string
}
export type TimelineOutcome = {
  readonly outcome: string
  readonly variant: string
  readonly value: OutcomeValue
  readonly on: Day | null
  readonly relative: OutcomeResult['relative']
}

/** The timeline of the pair with this pseudonym, of now or of before; null when the study has none, or not at one of the given locations. */
export async function timeline(
  db: StudyDb,
  occasion: Occasion,
  pseudonym: string,
  { locations }: { readonly locations?: readonly string[] } = {},
): Promise<Timeline | null> {
  const { study, today } = occasion
  const of = await caseOfPair(db, study.id, pseudonym)
  const registration =
    of &&
    (await db.registration.findUnique({
      where: { id: of },
      include: { client: { include: { permissions: true, withdrawal: true } }, windows: true },
    }))
  if (!registration || (locations && !locations.includes(registration.location))) return null
  const { id, client, location, region } = registration
  const [entries, outcomes, measured, lost, pairs, matrix] = await Promise.all([
    entriesOf(db, id),
    deriveOutcomes(db, study, {
      followedTo: await followedTo(db, { study, today }),
      rules: publishedRules(study),
      among: [id],
    }),
    measuredOn(db, id),
    leftOn(db, id),
    pairsOfCase(db, id),
    matrixOfCase(db, study, id),
  ])
  const windows = study.protocol.waves.map((wave) => {
    const window = registration.windows.find((row) => row.wave === wave.name)
    const facts = {
      anchor: window ? fromColumn(window.anchorOn) : null,
      begun: measured[wave.name]?.begun ?? null,
      held: measured[wave.name]?.held ?? null,
      lost: lost[wave.window ? wave.name : 'approach'] ?? null,
      withdrawn: client.withdrawal && fromColumn(client.withdrawal.withdrawnOn),
    }
    const appointmentOn = window?.appointmentOn ? fromColumn(window.appointmentOn) : null
    return { wave: wave.name, appointmentOn, ...waveState(wave, facts, today) }
  })
  return {
    pseudonym,
    registrationId: id,
    client: client.pseudonym,
    location,
    region,
    pairs,
    matrix,
    startedOn: registration.startedOn && fromColumn(registration.startedOn),
    entries,
    windows,
    permissions: study.protocol.scopes.flatMap((scope) => {
      const row = client.permissions.find((one) => one.scope === scope)
      return row ? [{ scope, granted: row.granted }] : []
    }),
    outcomes: outcomes.map(({ rule: { outcome, variant }, result: { value, on, relative } }) => ({
      outcome,
      variant,
      value,
      on,
      relative,
    })),
  }
}

async function measuredOn(
  db: StudyDb,
  registrationId: string,
): Promise<Record<string, { readonly begun: Day; readonly held: Day | null }>> {
  const rows = await db.measurement.findMany({
    where: { registrationId, perspective: 'client' },
    select: { wave: true, openedOn: true, completedOn: true },
  })
  return Object.fromEntries(
    rows.map(({ wave, openedOn, completedOn }) => [
      wave,
      { begun: fromColumn(openedOn), held: completedOn && fromColumn(completedOn) },
    ]),
  )
}

async function leftOn(db: StudyDb, registrationId: string): Promise<Record<string, Day>> {
  const rows = await db.departure.findMany({
    where: { registrationId, returnedOn: null },
    select: { step: true, leftOn: true },
  })
  return Object.fromEntries(rows.map(({ step, leftOn }) => [step, fromColumn(leftOn)]))
}
