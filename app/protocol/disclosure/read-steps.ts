import { done, type Result, refuse } from '../refusal'
import type { QuasiIdentifier, Steps } from './quasi-identifier'

/**
 * Reads how many rungs each of these is taken up; nothing said is none. Refuses as `unknown_choice`, by its field, what is none
 * of them and what its ladder does not have. Answers in the order of the study, without zeros.
 */
export function readSteps(
  coarsenable: readonly Pick<QuasiIdentifier, 'name' | 'ladder'>[],
  given: unknown,
): Result<Steps> {
  if (given === undefined) return done({})
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refuse('unknown_choice', { field: 'coarsening' })
  const said = new Map<string, unknown>(Object.entries(given))
  for (const [name, rungs] of said) {
    const ladder = coarsenable.find((one) => one.name === name)?.ladder ?? []
    const isRung = Number.isInteger(rungs) && Number(rungs) >= 0 && Number(rungs) <= ladder.length
    if (ladder.length === 0 || !isRung) return refuse('unknown_choice', { field: `coarsening.${name}` })
  }
  const steps = coarsenable.map(({ name }) => [name, Number(said.get(name) ?? 0)] as const)
  return done(Object.fromEntries(steps.filter(([, rungs]) => rungs > 0)))
}
