import type { Broken, Evidence } from './evidence'
import { nothingNeedless } from './invariants/after-facts'
import { nothingTwice } from './invariants/twice'
import type { Plan } from './plan'

/** What a run came to. */
export type Report = {
  readonly backend: string
  readonly seed: number
  readonly messages: number
  readonly accepted: number
  readonly twice: number
  readonly lines: Readonly<Record<string, number>>
  readonly cancelled: Readonly<Record<string, number>>
  readonly happened: Readonly<Record<string, number>>
  readonly refused: number
  readonly workers: number
  readonly killed: number
  readonly ended: number
  readonly restarts: number
  readonly flushes: number
  readonly trouble: Readonly<Record<string, number>>
  /** In milliseconds: half of the messages took at most the first, one in a hundred more than the second. */
  readonly lookToAcceptance: { readonly median: number; readonly p99: number; readonly most: number }
  /** Accepted after what made it needless was committed, but looked at before. */
  readonly overtaken: { readonly count: number; readonly most: number }
  readonly seconds: number
  readonly broken: readonly Broken[]
}

type Rest = {
  readonly restarts: number
  readonly flushes: number
  readonly trouble: Report['trouble']
  readonly wrong: readonly Broken[]
  readonly seconds: number
}

export async function report(plan: Plan, evidence: Evidence, rest: Rest): Promise<Report> {
  const { accepted, acts, lives, stage } = evidence
  const { lookToAcceptance, overtaken } = await nothingNeedless(evidence)
  const gaps = [...lookToAcceptance].sort((a, b) => a - b)
  const at = (share: number) => Math.round(gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * share))] ?? 0)
  const groups = await stage.desk.study.$queryRaw<{ state: string; reason: string | null; count: number }[]>`
    SELECT l.state, l.reason, count(*)::int AS count FROM study.mail_line l JOIN study.mail_envelope e ON e.id = l.envelope_id
     WHERE e.study_id = ${stage.study.id}::uuid GROUP BY 1, 2 ORDER BY 1, 2`
  const { wrong, ...shakes } = rest
  return {
    backend: plan.backend,
    seed: plan.seed,
    messages: new Set(accepted.map(({ messageId }) => messageId)).size,
    accepted: accepted.length,
    twice: nothingTwice(evidence).twice,
    lines: summed(groups.map(({ state, count }) => [state, count])),
    cancelled: summed(
      groups.flatMap(({ state, reason, count }) => (state === 'cancelled' ? [[reason ?? '', count] as const] : [])),
    ),
    happened: summed(acts.flatMap(({ act, came }) => (came === 'done' ? [[act, 1] as const] : []))),
    refused: acts.filter(({ came }) => came !== 'done').length,
    workers: lives.length,
    killed: lives.filter(({ killedAt }) => killedAt !== null).length,
    ended: lives.filter(({ ended }) => ended).length,
    lookToAcceptance: { median: at(0.5), p99: at(0.99), most: at(1) },
    overtaken: { count: overtaken.length, most: Math.max(0, ...overtaken) },
    ...shakes,
    broken: wrong,
  }
}

function summed(pairs: readonly (readonly [string, number])[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const [key, count] of pairs) sums[key] = (sums[key] ?? 0) + count
  return sums
}
