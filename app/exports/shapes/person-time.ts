import { type Stretch, personTime as stretchesOf } from '../../protocol/outcomes/person-time'
import { ruleName } from '../../protocol/release-spec'
import { rounded } from '../../protocol/rounding'
import type { Counted, OutcomeRule, StudyProtocol } from '../../protocol/study'
import type { Coded, Variable } from '../table/table'
import { type Column, coded, dated, shaped, whole } from './column'
import { chosenRules } from './outcome-columns'
import { firstNumbers, numbers, registerColumns } from './register-columns'
import type { Making, Placed, Seen } from './seen'
import type { Shape } from './shape'

/** A stretch of time at risk for what a rule counts, and its place among those of the rule. */
type AtRisk = Placed & { readonly rule: OutcomeRule; readonly stretch: Stretch; readonly place: number }
type OverRegister = OutcomeRule & { readonly counted: Counted }

const CLOCK = {
  nl: 'In dagen sinds de start van het toezicht. Dag 5 loopt van 5 tot 6: de eerste en de laatste dag tellen mee. Meer gebeurtenissen op één dag delen die dag. Niemand telt mee vóór de dag van inclusie (latere instroom).',
  en: 'In days since supervision started. Day 5 is the time from 5 to 6: the first and the last day count. Several events on one day share that day. Nobody is at risk before the day of inclusion (delayed entry).',
}

/**
 * Time at risk in counting-process form: one row per stretch, dyad and rule over the register, of who said yes to linkage.
 * `(start, stop]`, `event` 1 or 0, and why the stretch ended. Endings that keep an event from happening are told apart from
 * what was not seen any further, for models of competing risks.
 */
export function personTime(making: Making): Shape {
  const { chosen, study } = making
  const rules = chosenRules(making).filter((rule): rule is OverRegister => rule.counted !== undefined)
  const columns: Column<AtRisk>[] = [
    ...numbers(making),
    {
      variable: coded(
        'rule',
        { nl: 'Uitkomst en regel', en: 'Outcome and rule' },
        rules.map((rule) => ({ code: ruleName(rule), label: rule.label })),
        { cite: '§5' },
      ),
      value: ({ rule }) => ruleName(rule),
    },
    {
      variable: whole('sequence', { nl: 'Het hoeveelste stuk', en: 'Which stretch' }),
      value: ({ place }) => place,
    },
    {
      variable: whole('version', { nl: 'Versie van de regel', en: 'Version of the rule' }),
      value: ({ rule }) => rule.version,
    },
    ...firstNumbers(making),
    { variable: time('start', { nl: 'Begin', en: 'Start' }), value: ({ stretch }) => rounded(stretch.start, 6) },
    { variable: time('stop', { nl: 'Einde', en: 'Stop' }), value: ({ stretch }) => rounded(stretch.stop, 6) },
    {
      variable: time('days', { nl: 'Dagen onder risico', en: 'Days at risk' }),
      value: ({ stretch }) => rounded(rounded(stretch.stop, 6) - rounded(stretch.start, 6), 6),
    },
    {
      variable: whole('event', { nl: 'Gebeurtenis', en: 'Event' }, { values: EVENT }),
      value: ({ stretch }) => stretch.event,
    },
    {
      variable: coded('ended_by', { nl: 'Waardoor het stuk eindigde', en: 'What ended the stretch' }, endsOf(study)),
      value: ({ stretch }) => stretch.end,
    },
    {
      variable: dated(chosen, 'from_day', { nl: 'Eerste dag', en: 'First day' }),
      value: ({ seen, stretch }) => seen.written(stretch.from),
    },
    {
      variable: dated(chosen, 'to_day', { nl: 'Laatste dag', en: 'Last day' }),
      value: ({ seen, stretch }) => seen.written(stretch.to),
    },
    ...registerColumns(making),
  ]
  const described = {
    name: 'person_time',
    label: { nl: 'Tijd onder risico', en: 'Time at risk' },
    grain: {
      nl: 'Eén rij per stuk tijd onder risico, koppel en uitkomst',
      en: 'One row per stretch of time at risk, dyad and outcome',
    },
    key: ['dyad', 'rule', 'sequence'],
  } as const
  const inOrder = rules.toSorted((one, other) => (ruleName(one) < ruleName(other) ? -1 : 1))
  return shaped(making, described, columns, (seen) => inOrder.flatMap((rule) => atRisk(seen, rule)))
}

function atRisk(seen: Seen, rule: OverRegister): AtRisk[] {
  const { one, facts } = seen
  if (!one.linked) return []
  const watched = { includedOn: one.includedOn, withdrawnOn: one.withdrawnOn ?? null }
  return stretchesOf(rule.counted, facts, watched).map((stretch, at) => ({
    seen,
    asOf: stretch.from,
    rule,
    stretch,
    place: at + 1,
  }))
}

const EVENT: readonly Coded<number>[] = [
  { code: 0, label: { nl: 'nee, niet verder gezien', en: 'no, censored' } },
  { code: 1, label: { nl: 'ja', en: 'yes' } },
]

const time = (name: string, label: Variable['label']): Variable => ({
  name,
  label,
  kind: 'number',
  measure: 'scale',
  width: 0,
  note: CLOCK,
})

const endsOf = ({ registerEvents }: StudyProtocol): Coded<string>[] => [
  { code: 'event', label: { nl: 'de gebeurtenis', en: 'the event' } },
  { code: 'window_over', label: { nl: 'de periode was voorbij', en: 'the period was over' } },
  { code: 'deceased', label: { nl: 'overleden', en: 'died' } },
  { code: 'withdrew', label: { nl: 'toestemming ingetrokken', en: 'consent withdrawn' } },
  { code: 'known_no_further', label: { nl: 'register niet verder bekend', en: 'register known no further' } },
  ...Object.entries(registerEvents.ended?.kinds ?? {}).map(([kind, { label }]) => ({ code: `ended_${kind}`, label })),
]
