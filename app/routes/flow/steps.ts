import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { count, share } from '../../i18n/numbers'
import { speak } from '../../i18n/speak'
import type { Reasons } from '../../protocol/study'
import type { Flow } from '../../records/flow'
import type { ByReason } from '../../records/flow/steps'
import type { FlowExit, FlowReason, FlowStep } from '../../ui/flow-diagram'

/** The flow as the diagram and the table draw it: the steps of §2 and the wave after, each with those who leave there. */
export function stepsOf(flow: Flow, reasons: Reasons, language: Language): FlowStep[] {
  const say = speak(language)
  const w = words.flow
  const named = (step: string, counts: ByReason): FlowReason[] =>
    Object.entries(counts).map(([key, n]) => reason(key, reasons[step]?.[key]?.[language] ?? key, n))
  const reason = (key: string, label: string, n: number): FlowReason => ({
    key,
    label,
    count: n,
    written: count(language, n),
  })
  const exit = (title: string, left: readonly FlowReason[]): FlowExit | null => {
    const all = left.reduce((sum, one) => sum + one.count, 0)
    return all === 0 ? null : { title, count: all, written: count(language, all), reasons: left }
  }
  const { refused, register, no_reply, inquiry, criteria, supervisor_judgement, ...groups } = flow.not_included
  const { funnel, t1, t2 } = flow
  const approach = [
    ...named('approach', refused as ByReason),
    ...Object.entries(groups).map(([key, n]) => reason(key, groupLabel(key), typeof n === 'number' ? n : 0)),
  ].filter((one) => one.count > 0)
  const noReply = no_reply > 0 ? [reason('no_reply', say(w.noReply), no_reply)] : []
  const otherwise = typeof inquiry === 'object' ? named('inquiry', inquiry) : []
  const pairs = (of: Flow['t1']) =>
    say(w.pairs, {
      clients: count(language, of.clients),
      supervisors: count(language, of.supervisors),
      dyads: count(language, of.dyads),
    })

  function groupLabel(key: string): string {
    if (key === 'no_show_three_times') return say(w.noShows)
    if (key === 'practical') return say(w.practical)
    return reasons.approach?.[key]?.[language] ?? key
  }

  const drawn: Omit<FlowStep, 'written' | 'waits'>[] = [
    {
      key: 'registered',
      label: say(w.registered),
      count: funnel.registered,
      exit: exit(say(w.leftRegister), named('register', register)),
    },
    {
      key: 'inquired',
      label: say(w.inquired),
      count: funnel.inquired,
      exit: exit(say(w.leftNoReply), [...noReply, ...otherwise]),
    },
    {
      key: 'replied',
      label: say(w.replied),
      count: funnel.replied,
      exit: exit(say(w.leftCriteria), named('criteria', criteria)),
    },
    {
      key: 'met_criteria',
      label: say(w.met_criteria),
      count: funnel.met_criteria,
      exit: exit(say(w.leftJudgement), named('judgement', supervisor_judgement)),
    },
    {
      key: 'approachable',
      label: say(w.approachable),
      count: funnel.approachable,
      exit: exit(say(w.leftApproach), approach),
    },
    {
      key: 'interviewed',
      label: say(w.interviewed),
      count: funnel.interviewed,
      note: `${say(w.response, { share: share(language, funnel.interviewed, funnel.approachable) })}. ${pairs(t1)}`,
      exit: exit(say(w.leftT2), named('T2', t2.lost)),
    },
    { key: 't2', label: say(w.t2), count: t2.clients, note: pairs(t2), exit: null },
  ]
  return drawn.map((step, index) => {
    const next = drawn[index + 1]
    const waits = next ? Math.max(0, step.count - (step.exit?.count ?? 0) - next.count) : 0
    return {
      ...step,
      written: count(language, step.count),
      waits,
      ...(waits > 0 && { waiting: say(w.waiting, { n: waits }) }),
    }
  })
}
