import type { ConsentUse, StudyProtocol, Wave } from './study'

/** The scopes that a use needs, those of the wave included (protocol §6). */
export const scopesNeeded = (
  study: Pick<StudyProtocol, 'consent'>,
  use: ConsentUse,
  wave?: Pick<Wave, 'needs'>,
): readonly string[] => [...new Set([...study.consent.uses[use].scopes, ...(wave?.needs ?? [])])]

/** The scopes without which the client is not met at a wave: those of the interview, later also those of asking again (§6). */
export const scopesToMeet = (study: Pick<StudyProtocol, 'consent'>, wave: Wave): readonly string[] => [
  ...new Set([
    ...scopesNeeded(study, 'interview', wave),
    ...(wave.window ? scopesNeeded(study, 'next_wave', wave) : []),
  ]),
]

/** The scopes under which what was collected is released: all that stays of a client who withdraws and lets it be kept (§6). */
export const scopesToKeep = (study: Pick<StudyProtocol, 'consent'>): readonly string[] => [
  ...new Set([...scopesNeeded(study, 'release'), ...scopesNeeded(study, 'release_outcomes')]),
]

/** The scopes that a use needs and this client did not say yes to; empty when it may be done. Never asked is not yes. */
export const scopesLacking = (
  study: Pick<StudyProtocol, 'consent'>,
  granted: Readonly<Record<string, boolean>>,
  use: ConsentUse,
  wave?: Pick<Wave, 'needs'>,
): readonly string[] => scopesNeeded(study, use, wave).filter((scope) => granted[scope] !== true)

/**
 * Whether a client said yes to being asked for this wave (§6). The intake asks for nobody's consent: it is no wave, and
 * there is no form yet (§2).
 */
export function mayBeAskedFor(
  study: Pick<StudyProtocol, 'consent' | 'waves'>,
  granted: Readonly<Record<string, boolean>>,
  name: string,
): boolean {
  const wave = study.waves.find((one) => one.name === name)
  return !wave || scopesLacking(study, granted, 'next_wave', wave).length === 0
}
