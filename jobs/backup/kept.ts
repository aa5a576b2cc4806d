import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** How many of the last ones stay: two weeks of nights. What was erased longer ago than that is in none of them. */
const KEEP = 14
const NAME = /^koppel-\d{8}T\d{6}Z\.age$/

/** What a back-up that begins at this moment is called. Its names sort by time. */
export const nameAt = (at: Date): string => `koppel-${at.toISOString().replace(/[-:]|\.\d+/g, '')}.age`

/** The back-ups of a folder that were made by night, the oldest first. */
export const keptIn = (folder: string): readonly string[] =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder)
        .filter((name) => NAME.test(name))
        .sort()
    : []

/** Takes away those beyond the last ones, and what a killed process left half-written. Gives the names. */
export function clearOld(folder: string, keep = KEEP): readonly string[] {
  const over = keptIn(folder).slice(0, -keep)
  const parts = readdirSync(folder).filter((name) => name.endsWith('.part') && NAME.test(name.slice(0, -5)))
  for (const name of [...over, ...parts]) rmSync(join(folder, name), { force: true })
  return over
}
