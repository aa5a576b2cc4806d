import { rounded } from '../protocol/rounding'
import { score } from '../protocol/scoring'
import type { Perspective, StudyProtocol, Wave, Words } from '../protocol/study'
import type { Column } from './column'

const NOT_SHORT: Words = {
  nl: 'De totaalscore is geen korte maat voor de werkalliantie.',
  en: 'The total is not a short measure of the alliance.',
}
const UNRELIABLE: Words = {
  nl: 'Stroefheid van cliënten is niet betrouwbaar (gepubliceerde α .50).',
  en: "Clients' friction is not reliable (published α .50).",
}

/** A column for every scale of every definition that differs, and the total (protocol §7.1). */
export function scoreColumns(
  study: StudyProtocol,
  wave: Wave,
  perspective: Perspective,
  prefix: string,
  at: Words,
): Column[] {
  return study.scaleDefinitions.flatMap((definition) =>
    [...definition.scales[perspective], definition.total[perspective]].map(({ name }) => ({
      name: `${prefix}_${name}_${definition.name}`,
      label: {
        nl: `${at.nl}: ${name} (${definition.name} v${definition.version})`,
        en: `${at.en}: ${name} (${definition.name} v${definition.version})`,
      },
      type: 'number' as const,
      cite: definition.cite,
      ...noteOn(name, perspective),
      value: ({ one }) => {
        const found = one.measurements.find((m) => m.wave === wave.name && m.perspective === perspective)
        const value = found ? (score(definition, perspective, found.answers)[name] ?? null) : null
        return value === null ? null : rounded(value, 6)
      },
    })),
  )
}

function noteOn(scale: string, perspective: Perspective): { note?: Words } {
  if (scale === 'total') return { note: NOT_SHORT }
  return scale === 'friction' && perspective === 'client' ? { note: UNRELIABLE } : {}
}
