import type { Databases } from '../../app/platform/database'
import type { StudyRef } from '../../app/platform/occasion'
import { FEWEST } from '../../app/protocol/fewest'
import { answered } from '../../app/records/answers'
import { type ScaleResults, type Side, scaleResults } from '../../app/records/scale-results'
import { type Answer, answer } from './command'
import { consistencyShown } from './consistency-shown'

/** What a study's own answers come to at one wave, of nobody in particular. */
export async function scoredStudy(databases: Databases, study: StudyRef, side: Side): Promise<Answer> {
  const { wave, perspective, definition } = side
  const found = scaleResults(study, await answered(databases.study, study.id), side)
  return answer({
    study: study.code,
    wave,
    perspective,
    definition: { name: definition.name, version: definition.version, cite: definition.cite },
    n: found.n,
    unreliable: found.unreliable,
    fewest: FEWEST,
    descriptives: shown(found.descriptives),
    ...consistencyShown(definition, perspective, found.consistency),
    dyads: found.dyads,
    change: found.change && { from: found.change.from, scales: shown(found.change.scales) },
    // the pairs are in it, so what must be said of the other side too
    flags: found.dyadCautions,
  })
}

/** n stands there too when the rest is withheld. */
const shown = (of: ScaleResults['descriptives']) =>
  Object.fromEntries(Object.entries(of).map(([scale, one]) => [scale, { ...NOTHING, ...one.of, n: one.n }]))

const NOTHING = { n: 0, mean: null, sd: null, median: null, min: null, max: null }
