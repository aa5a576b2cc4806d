import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { StudyProtocol } from '../../app/protocol/study'

const ROOT = new URL('../../', import.meta.url)
/** Where the code stands of which the bytes of a release depend. */
const FOLDERS = ['app/exports', 'app/protocol', 'app/records/releases', 'jobs/release']
const DIGITS = 12

const { version } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { version: string }
let code: string | undefined

/** Which code makes releases here: its version, and the digest of its sources, so that two that differ are told apart. */
export function codeVersion(): string {
  code ??= `koppel ${version}+${digestOfSources()}`
  return code
}

function digestOfSources(): string {
  const hash = createHash('sha256')
  for (const folder of FOLDERS) {
    const names = readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: 'utf8' })
    for (const name of names.map((one) => one.replaceAll('\\', '/')).sort()) {
      if (!/\.tsx?$/.test(name)) continue
      const source = readFileSync(new URL(`${folder}/${name}`, ROOT), 'utf8')
      hash.update(`${folder}/${name}\n${source.replaceAll('\r\n', '\n')}\n`)
    }
  }
  return hash.digest('hex').slice(0, DIGITS)
}

/** A protocol by its code and the digest of all that it says as data: two that differ in anything are told apart. */
export const protocolVersion = (protocol: StudyProtocol): string =>
  `${protocol.code}@${createHash('sha256').update(JSON.stringify(protocol)).digest('hex').slice(0, DIGITS)}`
