import { rounded } from '../protocol/rounding'
import { score } from '../protocol/scoring'
import type { Perspective, StudyProtocol, Wave, Words } from '../protocol/study'
import type { Column } from './column'

/** A column for every scale of every definition that differs, and the total (protocol §7.1). */
export function scoreColumns(
  study: StudyProtocol,
  wave: Wave,
  perspective: Perspective,
  prefix: string,
  at: Words,
): Column[] {
  return study.scaleDefinitions.flatMap((definition) =>
    [...definition.scales[perspective], definition.total[perspective]].map(({ name, caution }) => ({
      name: `${prefix}_${name}_${definition.name}`,
      label: {
        nl: `${at.nl}: ${name} (${definition.name} v${definition.version})`,
        en: `${at.en}: ${name} (${definition.name} v${definition.version})`,
      },
      type: 'number' as const,
      cite: definition.cite,
      ...(caution && { note: caution }),
      value: ({ one }) => {
        const found = one.measurements.find((m) => m.wave === wave.name && m.perspective === perspective)
        const value = found ? (score(definition, perspective, found.answers)[name] ?? null) : null
        return value === null ? null : rounded(value, 6)
      },
    })),
  )
}
