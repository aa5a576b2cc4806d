import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { StudyProtocol } from '../../app/protocol/study'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/** Which code makes releases here. */
export const CODE_VERSION = `koppel ${version}`

/** A protocol by its code and the digest of all that it says as data: two that differ in anything are told apart. */
export const protocolVersion = (protocol: StudyProtocol): string =>
  `${protocol.code}@${createHash('sha256').update(JSON.stringify(protocol)).digest('hex').slice(0, 12)}`
