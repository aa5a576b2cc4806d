import type { StudyProtocol } from '../study'
import { talkAid } from './talk-aid'
import { werkalliantie } from './werkalliantie'

/** The study that a command creates in an empty home. */
export const DEFAULT_STUDY = 'werkalliantie'

/** Every study that this installation can run. */
export const studyProtocols: readonly StudyProtocol[] = [werkalliantie, talkAid]

/** The protocol with this code. Throws a RangeError when there is none. */
export function protocolOf(code: string): StudyProtocol {
  const protocol = studyProtocols.find((candidate) => candidate.code === code)
  if (!protocol) throw new RangeError(`no protocol ${code}`)
  return protocol
}
