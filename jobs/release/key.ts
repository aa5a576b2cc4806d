import { derive } from '../../app/platform/secrets'
import { samePurpose } from '../../app/protocol/release-spec'

/**
 * The key of a release's numbers: another purpose, another key, so that two of them cannot be put together (protocol §6).
 * However the purpose is spaced or capitalised: a slip in that must not make it another one.
 */
export const releaseKeyOf = (secret: string, studyId: string, purpose: string): Buffer =>
  derive(secret, `release:${studyId}:${samePurpose(purpose)}`)
