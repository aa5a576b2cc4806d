import { daysBetween } from '../protocol/day'
import type { ReleasedMeasurement } from '../protocol/released'
import type { Instrument, Item, Perspective, StudyProtocol, Wave } from '../protocol/study'
import type { Column, Subject } from './column'
import { outcomeColumns } from './outcome-columns'
import { scoreColumns } from './score-columns'
import { unansweredCodes } from './unanswered'

const WHO = { client: { nl: 'cliënt', en: 'client' }, supervisor: { nl: 'toezichthouder', en: 'supervisor' } }

/** A measurement of a subject, if it was released. */
export const measured = ({ one }: Subject, wave: string, perspective: Perspective): ReleasedMeasurement | undefined =>
  one.measurements.find((m) => m.wave === wave && m.perspective === perspective)

/** What a side was ever asked at a wave. */
export type Asked = (wave: string, perspective: Perspective) => readonly Instrument[]

/** Every column of the wide file, one row a dyad: who, the register's covariates, each wave and side, outcomes. */
export function wideColumns(study: StudyProtocol, asked: Asked): Column[] {
  return [
    ...KEYS,
    ...COVARIATES,
    ...study.waves.flatMap((wave) =>
      (['client', 'supervisor'] as const).flatMap((who) => sideColumns(study, asked(wave.name, who), wave, who)),
    ),
    ...outcomeColumns(study),
  ]
}

const KEYS: readonly Column[] = [
  {
    name: 'dyad',
    label: { nl: 'Koppel (nummer van deze uitgifte)', en: 'Dyad (number of this release)' },
    type: 'string',
    value: (s) => s.dyad,
  },
  {
    name: 'supervisor',
    label: { nl: 'Toezichthouder (voor clustering)', en: 'Supervisor (for clustering)' },
    type: 'string',
    value: (s) => s.supervisor,
  },
]

const COVARIATES: readonly Column[] = [
  {
    name: 'organisation',
    label: { nl: 'Organisatie', en: 'Organisation' },
    type: 'string',
    value: ({ one }) => one.organisation,
  },
  { name: 'region', label: { nl: 'Regio', en: 'Region' }, type: 'string', value: ({ one }) => one.region },
  { name: 'location', label: { nl: 'Locatie', en: 'Location' }, type: 'string', value: ({ one }) => one.location },
  {
    name: 'gender',
    label: { nl: 'Geslacht van de cliënt', en: "Client's gender" },
    type: 'string',
    value: ({ one }) => one.gender,
  },
  {
    name: 'age_at_start',
    label: {
      nl: 'Leeftijd in het jaar van de start van het toezicht',
      en: 'Age in the year in which supervision started',
    },
    type: 'integer',
    value: ({ one }) => (one.birthYear === null ? null : Number(one.startedOn.slice(0, 4)) - one.birthYear),
  },
  {
    name: 'supervision_level',
    label: { nl: 'Toezichtniveau', en: 'Supervision level' },
    type: 'integer',
    value: ({ one }) => one.supervisionLevel,
  },
  {
    name: 'risk_category',
    label: { nl: 'Risicocategorie (RISc)', en: 'Risk category (RISc)' },
    type: 'string',
    value: ({ one }) => one.riskCategory,
  },
]

/** One side at one wave: when, how long, every answer, every score. */
function sideColumns(
  study: StudyProtocol,
  battery: readonly Instrument[],
  wave: Wave,
  perspective: Perspective,
): Column[] {
  const prefix = `${wave.name.toLowerCase()}_${perspective}`
  const at = { nl: `${wave.label.nl}, ${WHO[perspective].nl}`, en: `${wave.label.en}, ${WHO[perspective].en}` }
  const days: Column = {
    name: `${prefix}_day`,
    label: { nl: `${at.nl}: dagen sinds de start van het toezicht`, en: `${at.en}: days since supervision started` },
    type: 'integer',
    value: (subject) => {
      const found = measured(subject, wave.name, perspective)
      return found ? daysBetween(subject.one.startedOn, found.on) : null
    },
  }
  // only a later wave can have another supervisor in it
  const pair: Column = {
    name: `${prefix}_same_pair`,
    label: { nl: `${at.nl}: zelfde koppel als bij de eerste meting`, en: `${at.en}: same dyad as at the first wave` },
    type: 'integer',
    values: { 0: { nl: 'nee', en: 'no' }, 1: { nl: 'ja', en: 'yes' } },
    value: (subject) => {
      const same = measured(subject, wave.name, perspective)?.samePair
      return same == null ? null : Number(same)
    },
  }
  return [
    days,
    ...(wave.window ? [pair] : []),
    ...itemColumns(battery, wave, perspective, prefix),
    ...scoreColumns(study, wave, perspective, prefix, at),
  ]
}

/** A column for each question, in the words of the first instrument that asks it: a version has the codes of the one before. */
function itemColumns(battery: readonly Instrument[], wave: Wave, perspective: Perspective, prefix: string): Column[] {
  const versions = new Map<string, Item[]>()
  for (const item of battery.flatMap((instrument) => instrument.items))
    versions.set(item.code, [...(versions.get(item.code) ?? []), item])
  return [...versions.values()].flatMap((items) => {
    const [item] = items
    if (!item) return []
    const { codes, described } = unansweredCodes(items)
    const named = Object.fromEntries(item.options?.map(({ code, label }) => [code, label]) ?? [])
    return {
      name: `${prefix}_${item.code}`,
      label: item.text,
      type: 'integer' as const,
      ...described,
      values: { ...named, ...described.values },
      value: (subject: Subject) => {
        const found = measured(subject, wave.name, perspective)
        const why = found?.unanswered[item.code]
        return why ? codes[why] : (found?.answers[item.code] ?? null)
      },
    }
  })
}
