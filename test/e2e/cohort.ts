import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const WHOLE = join(import.meta.dirname, '../../scripts/demo/cohort')
/** Bytes as characters: no file changes its encoding on the way. */
const BYTES = 'latin1'

const lines = (file: string): string[] => readFileSync(join(WHOLE, file), BYTES).split(/\r?\n/).filter(Boolean)
const numberIn = (line: string): string => /\bT\d{7}\b/.exec(line)?.[0] ?? ''

/** The part of the demo's cohort that is about some people: the first interviewed ones, and others who never are. */
export type SmallCohort = {
  readonly folder: string
  readonly registered: number
  readonly interviewed: readonly string[]
}

/** Writes a cohort of a few dozen people into a folder of its own. Replays in seconds what the whole one does in minutes. */
export function smallCohort({ interviewed, others }: { interviewed: number; others: number }): SmallCohort {
  const held = lines('fieldwork.csv').filter((line) => line.includes(',interviewed,'))
  const everHeld = new Set(held.map(numberIn))
  const first = held
    .sort((a, b) => `${a.split(',')[1]}`.localeCompare(`${b.split(',')[1]}`))
    .slice(0, interviewed)
    .map(numberIn)
  const [, ...registrations] = lines('instroom.csv')
  const early = registrations
    .map(numberIn)
    .filter((number) => !everHeld.has(number))
    .slice(0, others)
  const kept = new Set([...first, ...early])
  const folder = mkdtempSync(join(tmpdir(), 'koppel-cohort-'))
  for (const file of readdirSync(WHOLE).filter((name) => name.endsWith('.csv'))) {
    const [header = '', ...rows] = lines(file)
    const end = file === 'instroom.csv' ? '\r\n' : '\n'
    writeFileSync(join(folder, file), [header, ...rows.filter((row) => kept.has(numberIn(row))), ''].join(end), BYTES)
  }
  return { folder, registered: kept.size, interviewed: first }
}
