import { daysBetween } from '../protocol/day'
import { outcomeFactsOf } from '../protocol/released'
import type { OutcomeResult, OutcomeRule, StudyProtocol, Words } from '../protocol/study'
import type { Column, Subject } from './column'

const VALUES: Readonly<Record<OutcomeResult['value'], Words>> = {
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  missing: { nl: 'ontbreekt', en: 'missing' },
  not_yet_known: { nl: 'nog niet bekend', en: 'not yet known' },
}
const RELATIVE: Readonly<Record<string, Words>> = {
  before_t2: { nl: 'voor meting 2', en: 'before T2' },
  after_t2: { nl: 'na meting 2', en: 'after T2' },
  no_t2: { nl: 'geen meting 2', en: 'no T2' },
}

/** Each outcome by each rule: the value, the day, and whether before or after T2 (protocol §5); empty without linkage. */
export const outcomeColumns = (study: StudyProtocol): Column[] =>
  study.outcomes.flatMap((rule) => columnsOf(study, rule))

function columnsOf(study: StudyProtocol, rule: OutcomeRule): Column[] {
  const name = `${rule.outcome}_${rule.variant}`
  const label = (nl: string, en: string) => ({ nl: `${rule.label.nl}${nl}`, en: `${rule.label.en}${en}` })
  const derived = ({ one, followedTo }: Subject) =>
    one.linked ? rule.derive(outcomeFactsOf(study, one, followedTo)) : null
  const described = { cite: rule.cite, note: label(` (regel v${rule.version})`, ` (rule v${rule.version})`) }
  return [
    {
      name,
      label: label('', ''),
      type: 'string',
      values: VALUES,
      ...described,
      value: (subject) => derived(subject)?.value ?? null,
    },
    {
      name: `${name}_day`,
      label: label(': dagen sinds de start van het toezicht', ': days since supervision started'),
      type: 'integer',
      value: (subject) => {
        const on = derived(subject)?.on
        return on ? daysBetween(subject.one.startedOn, on) : null
      },
    },
    {
      name: `${name}_relative`,
      label: label(': voor of na meting 2', ': before or after T2'),
      type: 'string',
      values: RELATIVE,
      value: (subject) => derived(subject)?.relative ?? null,
    },
  ]
}
