import { createHmac } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { codebook } from '../app/exports/codebook'
import type { Subject } from '../app/exports/column'
import { csvHeader, csvLine } from '../app/exports/csv'
import { type Asked, wideColumns } from '../app/exports/wide-columns'
import type { StudyRef } from '../app/platform/occasion'
import type { Day } from '../app/protocol/day'
import { makePseudonym } from '../app/protocol/pseudonym'
import { releasable } from '../app/protocol/released'
import { releasedCases } from '../app/records/release-rows'

/** What a release is made from: the analyst's connections, the study, what was asked in it, the key of its pseudonyms, and the register's last day. */
export type ReleaseDesk = {
  readonly analyst: pg.Pool
  readonly study: StudyRef
  readonly asked: Asked
  readonly key: Buffer
  readonly followedTo: Day
}
/** What was written: the files, how many rows, and how many were left out for which reason. */
export type Released = {
  readonly files: readonly string[]
  readonly rows: number
  readonly left_out: Readonly<Record<string, number>>
}

const TABLE = 'wide.csv'
const CODEBOOK = 'codebook.json'

/**
 * Writes a release into a folder, made when it is not there: one row a dyad, and the codebook. Only clients who said
 * yes to it are in it; pseudonyms and the order of the rows are the key's own: neither joins with the system or with a
 * release of another key. A file has its name only when it is whole.
 */
export async function release(
  { analyst, study, asked, key, followedTo }: ReleaseDesk,
  folder: string,
): Promise<Released> {
  await mkdir(folder, { recursive: true })
  const columns = wideColumns(study.protocol, asked)
  let rows = 0
  let noConsent = 0
  async function* lines() {
    yield csvHeader(columns)
    for await (const found of releasedCases(analyst, study, orderOf(key))) {
      const one = releasable(study.protocol, found)
      if (!one) noConsent += 1
      else {
        rows += 1
        const subject: Subject = {
          one,
          dyad: named(key, one.dyadId),
          supervisor: named(key, one.supervisorId),
          followedTo,
        }
        yield csvLine(columns, subject)
      }
    }
  }
  const draft = join(folder, `.${TABLE}.part`)
  await pipeline(Readable.from(lines()), createWriteStream(draft))
  await rename(draft, join(folder, TABLE))
  const left_out = { no_consent: noConsent }
  await writeFile(
    join(folder, CODEBOOK),
    `${JSON.stringify(codebook(study.protocol, columns, { rows, left_out }), null, 2)}\n`,
  )
  return { files: [TABLE, CODEBOOK], rows, left_out }
}

const orderOf = (key: Buffer): string => createHmac('sha512', key).update('order of rows').digest('hex')

/** A pseudonym of the release for something of the study: the same in every release of this key, and of no use without it. */
function named(key: Buffer, id: string): string {
  // Drawing a character can ask for more bytes than one block has: each further block is another HMAC.
  let block = 0
  return makePseudonym((count) => createHmac('sha512', key).update(`${id} ${block++}`).digest().subarray(0, count))
}
