import { createHmac } from 'node:crypto'
import type { StudyProtocol } from '../../app/protocol/study'
import { codeVersion, protocolVersion } from './version'

/** What tells keys apart and says nothing of them. */
export const keyMark = (key: Buffer): string => createHmac('sha256', key).update('which key').digest('hex').slice(0, 16)

/** What code and protocol say of themselves in a manifest, and in the files. */
export const versionsOf = (protocol: StudyProtocol) => ({ code: codeVersion(), protocol: protocolVersion(protocol) })
