import { ruleName } from '../../protocol/release-spec'
import type { Told } from './told'

/** The codebook of a release for programs: tables and variables as they are, in both languages. */
export const codebookJson = ({ imprint, study, tables, people, leftOut, scales, outcomes }: Told): string =>
  `${JSON.stringify(
    {
      study: imprint.study,
      title: study.title,
      purpose: imprint.purpose,
      cut_off: imprint.cutOff,
      version: imprint.version,
      people,
      left_out: leftOut,
      tables: tables.map(({ table, count, distributions }) => ({
        ...{ name: table.name, label: table.label, grain: table.grain, key: table.key, rows: count },
        variables: table.variables.map((variable, place) => ({ ...variable, found: distributions[place] })),
      })),
      scales: scales.map(({ definition, ...side }) => ({
        ...side,
        definition: { name: definition.name, version: definition.version, cite: definition.cite },
      })),
      outcomes: outcomes.map((rule) => ({
        ...{ rule: ruleName(rule), version: rule.version, label: rule.label, cite: rule.cite },
      })),
    },
    null,
    2,
  )}\n`
