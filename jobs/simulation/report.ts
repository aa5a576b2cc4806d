import { type Flow, flow } from '../../app/records/flow'
import { type Looked, lookAtInvariants } from '../../app/records/invariants/look'
import { type Lateness, lateness } from '../../app/records/lateness'
import { mailStates } from '../../app/records/ledger/counts'
import { deriveOutcomes, publishedRules } from '../../app/records/outcomes'
import type { Desk } from '../desk'
import type { Simulated } from './simulate'

/** What a simulated study came to; the same for the same size and seed, but for the ids of what is broken. */
export type Report = Pick<Flow, 'funnel' | 'not_included' | 't1' | 't2'> & {
  readonly lateness: Readonly<Record<string, Lateness>>
  /** Lines of the ledger by kind and state. */
  readonly mail: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** By outcome as published, how many have which value. */
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** How often people tried what the protocol does not allow (any more), by verb and code. */
  readonly refused: Simulated['refused']
  readonly invariants: readonly Looked[]
  readonly broken: number
}

/** Puts together what a simulated study holds on its last day. */
export async function report({ study: db }: Desk, { study, playedTo, refused }: Simulated): Promise<Report> {
  const { funnel, not_included, t1, t2 } = await flow(db, study, { on: playedTo })
  const invariants = await lookAtInvariants(db, { study, on: playedTo })
  return {
    ...{ funnel, not_included, t1, t2 },
    lateness: await lateness(db, study),
    mail: await mailStates(db, study.id),
    outcomes: await outcomesOf(db, study, playedTo),
    refused,
    invariants,
    broken: invariants.reduce((sum, { broken }) => sum + broken, 0),
  }
}

async function outcomesOf(db: Desk['study'], study: Simulated['study'], followedTo: Simulated['playedTo']) {
  const counts: Record<string, Record<string, number>> = {}
  for (const { rule, result } of await deriveOutcomes(db, study, { followedTo, rules: publishedRules(study) })) {
    const values = counts[rule.outcome] ?? {}
    counts[rule.outcome] = { ...values, [result.value]: (values[result.value] ?? 0) + 1 }
  }
  return counts
}
