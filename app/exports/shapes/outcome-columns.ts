import type { Day } from '../../protocol/day'
import { ruleName } from '../../protocol/release-spec'
import { outcomeTold } from '../../protocol/released'
import type { OutcomeResult, OutcomeRule, StudyProtocol, Words } from '../../protocol/study'
import type { Coded, Value } from '../table/table'
import { type Column, coded, dated, fitting, text, whole } from './column'
import type { Making, Placed, Seen } from './seen'

const VALUES: readonly Coded<OutcomeResult['value']>[] = [
  { code: 'yes', label: { nl: 'ja', en: 'yes' } },
  { code: 'no', label: { nl: 'nee', en: 'no' } },
  { code: 'missing', label: { nl: 'ontbreekt', en: 'missing' } },
  { code: 'not_yet_known', label: { nl: 'nog niet bekend', en: 'not yet known' } },
]
/** Before or after the T2 interview (protocol §5). */
export const RELATIVE: readonly Coded<NonNullable<OutcomeResult['relative']>>[] = [
  { code: 'before_t2', label: { nl: 'voor meting 2', en: 'before T2' } },
  { code: 'after_t2', label: { nl: 'na meting 2', en: 'after T2' } },
  { code: 'no_t2', label: { nl: 'geen meting 2', en: 'no T2' } },
]
/** For models: what is neither yes nor no is a missing value of its own. */
const NUMBERS = { yes: 1, no: 0, missing: -1, not_yet_known: -2 } as const
const NOT_LINKED = -3
const NUMBERED = {
  values: [
    { code: 0, label: { nl: 'nee', en: 'no' } },
    { code: 1, label: { nl: 'ja', en: 'yes' } },
  ],
  missing: [
    { code: NUMBERS.missing, label: { nl: 'ontbreekt', en: 'missing' } },
    { code: NUMBERS.not_yet_known, label: { nl: 'nog niet bekend', en: 'not yet known' } },
    { code: NOT_LINKED, label: { nl: 'geen toestemming voor koppeling', en: 'no consent to linkage' } },
  ],
}
/** Room for some six facts; what does not fit is cut. */
const WHY_WIDTH = 240

/** The rules that were chosen, in the order of the study. */
export const chosenRules = ({ study, chosen }: Making): OutcomeRule[] =>
  study.outcomes.filter((rule) => chosen.outcomes.includes(ruleName(rule)))

/** Each outcome by each rule: the value, the same as a number, the day, whether before or after T2, and the facts behind it (protocol §5). */
export const outcomeColumns = (making: Making): Column<Placed>[] =>
  chosenRules(making).flatMap((rule) => columnsOf(making, rule))

function columnsOf({ study, chosen }: Making, rule: OutcomeRule): Column<Placed>[] {
  const { column: name, comparison, cite } = rule
  const label = (nl: string, en: string) => ({ nl: `${rule.label.nl}${nl}`, en: `${rule.label.en}${en}` })
  const leftOut = comparison && { leftOut: chosen.leftOut }
  // the columns of a rule lie side by side: one result serves them all
  let last: { readonly seen: Seen; readonly result: OutcomeResult } | undefined
  const result = (seen: Seen): OutcomeResult | null => {
    if (!outcomeTold(seen.one, rule)) return null
    if (last?.seen !== seen) last = { seen, result: rule.derive(seen.facts, leftOut) }
    return last.result
  }
  const described = { cite, note: noteOf(study, rule, leftOut?.leftOut) }
  const why = (facts: OutcomeResult['because'], written: (on: Day | null) => Value) =>
    facts.map(({ fact, on }) => (on ? `${fact} @ ${written(on)}` : fact)).join('; ')
  return [
    { variable: coded(name, label('', ''), VALUES, described), value: ({ seen }) => result(seen)?.value ?? null },
    {
      variable: whole(`${name}_01`, label(' (0/1)', ' (0/1)'), { ...described, ...NUMBERED }),
      value: ({ seen }) => {
        const found = result(seen)
        return found ? NUMBERS[found.value] : NOT_LINKED
      },
    },
    {
      variable: dated(chosen, `${name}_day`, label(': dag', ': day')),
      value: ({ seen }) => seen.written(result(seen)?.on),
    },
    {
      variable: coded(`${name}_relative`, label(': voor of na meting 2', ': before or after T2'), RELATIVE),
      value: ({ seen }) => result(seen)?.relative ?? null,
    },
    {
      variable: text(
        `${name}_why`,
        label(': waaruit het volgt, met de dag', ': from what it follows, with the day'),
        WHY_WIDTH,
      ),
      value: ({ seen }) => {
        const found = result(seen)
        return found && found.because.length > 0 ? fitting(why(found.because, seen.written), WHY_WIDTH) : null
      },
    },
  ]
}

/** Which rule it is, and whom it compares with. */
export function noteOf(study: StudyProtocol, rule: OutcomeRule, leftOut: readonly string[] | undefined): Words {
  const named = {
    nl: `Regel ${ruleName(rule)}, versie ${rule.version}.`,
    en: `Rule ${ruleName(rule)}, version ${rule.version}.`,
  }
  if (!leftOut) return named
  const kinds = leftOut.map((kind) => study.registerEvents.ended?.kinds[kind]?.label ?? { nl: kind, en: kind })
  const list = (language: keyof Words) => kinds.map((kind) => kind[language]).join(', ')
  return kinds.length === 0
    ? { nl: `${named.nl} Elk ander einde telt als nee.`, en: `${named.en} Every other ending counts as no.` }
    : { nl: `${named.nl} Telt niet mee: ${list('nl')}.`, en: `${named.en} Left out: ${list('en')}.` }
}
