import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addMonths, type Day } from '../../app/protocol/day'
import { BadFile } from './decode'
import type { CohortFile, RefusedRow, Row } from './file'
import { answersFiles } from './files/answers'
import { consentFile } from './files/consent'
import { eventsFile } from './files/events'
import { fieldworkFile } from './files/fieldwork'
import { lossesFile } from './files/losses'
import { registerFile } from './files/register'
import { repliesFile } from './files/replies'
import { readFile } from './read-file'

/** The files that make a cohort, all of them needed. */
export const COHORT_FILES: readonly CohortFile[] = [
  registerFile,
  repliesFile,
  fieldworkFile,
  consentFile,
  ...answersFiles,
  lossesFile,
  eventsFile,
]

/** A cohort as read from its folder: the rows of each day in the order in which they are played. */
export type Cohort = {
  readonly digest: string
  readonly firstOn: Day
  readonly lastOn: Day
  readonly days: ReadonlyMap<Day, readonly Row[]>
  readonly numbers: readonly string[]
  readonly refused: readonly RefusedRow[]
}

/**
 * Reads a cohort's files. Rows that cannot be read are listed in `refused`, the others stand ready by day.
 * Throws BadFile when a file is missing or cannot be used: then nothing at all is to be played.
 */
export function readCohort(folder: string): Cohort {
  const digest = createHash('sha256')
  const rows: Row[] = []
  const refused: RefusedRow[] = []
  let reach: Reach | undefined
  for (const file of COHORT_FILES) {
    const bytes = bytesOf(folder, file.name)
    digest.update(`${file.name}\0${bytes.length}\0`).update(bytes)
    const read = readFile(file, bytes)
    // The register comes first: its days say where all others can lie.
    reach ??= reachOf(read.rows)
    for (const row of read.rows) {
      if (!reach || (row.on >= reach.from && row.on <= reach.to)) rows.push(row)
      else refused.push({ file: row.file, line: row.line, column: file.day, code: 'day_out_of_reach' })
    }
    refused.push(...read.refused)
  }
  const days = byDay(rows)
  const [firstOn, lastOn] = [[...days.keys()].at(0), [...days.keys()].at(-1)]
  if (!firstOn || !lastOn) throw new BadFile(registerFile.name, 'file_empty')
  const numbers = [...new Set(rows.map(({ number }) => number))]
  return { digest: digest.digest('hex'), firstOn, lastOn, days, numbers, refused }
}

type Reach = { readonly from: Day; readonly to: Day }

/** Longer than any supervision with its follow-up: what lies further from the register's days is a slip in the year. */
const REACH_MONTHS = 120

/**
 * The days on which rows can be played, so that one mistyped year does not make a replay play decades: from the first
 * registration on. Which that is the middle one tells, since the first itself may be the slip. Undefined without any.
 */
function reachOf(registered: readonly Row[]): Reach | undefined {
  const days = registered.map(({ on }) => on).sort()
  const middle = days[Math.floor(days.length / 2)]
  const from = middle && days.find((on) => on >= addMonths(middle, -REACH_MONTHS))
  return from && { from, to: addMonths(from, REACH_MONTHS) }
}

function bytesOf(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name))
  } catch (error) {
    throw new BadFile(name, (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'file_missing' : 'file_unreadable')
  }
}

/** Rows by day, days in order; on one day by kind of row, then as the files have them. */
function byDay(rows: readonly Row[]): Map<Day, Row[]> {
  const days = new Map<Day, Row[]>()
  const sorted = [...rows].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.order - b.order || a.line - b.line))
  for (const row of sorted) {
    const rows = days.get(row.on)
    if (rows) rows.push(row)
    else days.set(row.on, [row])
  }
  return days
}
