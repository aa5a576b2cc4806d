import type { ToldScales } from '../../app/exports/codebook/told'
import type { ReleaseChoice } from '../../app/protocol/release-spec'
import type { ReleasableCase } from '../../app/protocol/released'
import { hanging } from '../../app/protocol/scale-figures'
import { PERSPECTIVES, type StudyProtocol } from '../../app/protocol/study'

/** How well the items of each chosen scale hang together among who is in a release, while they come in one case at a time (protocol §7.1). */
export function scalesOf(study: StudyProtocol, { waves, definitions }: ReleaseChoice) {
  const sides = study.waves
    .filter(({ name }) => waves.includes(name))
    .flatMap(({ name }) => PERSPECTIVES.map((perspective) => ({ wave: name, perspective })))
  const all = study.scaleDefinitions
    .filter(({ name }) => definitions.includes(name))
    .flatMap((definition) =>
      sides.map((side) => ({ ...side, definition, found: hanging(definition, side.perspective) })),
    )
  const at = new Map<string, ReturnType<typeof hanging>[]>()
  for (const { wave, perspective, found } of all)
    at.set(`${wave} ${perspective}`, [...(at.get(`${wave} ${perspective}`) ?? []), found])
  return {
    add: ({ measurements }: ReleasableCase): void => {
      for (const { wave, perspective, answers } of measurements)
        for (const found of at.get(`${wave} ${perspective}`) ?? []) found.add(answers)
    },
    told: (): ToldScales[] => all.map(({ found, ...side }) => ({ ...side, consistency: found.consistency() })),
  }
}
