import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterwards } from '../../afterwards'
import { cohortOfNumbers, FILES, numberIn, type Tables, writeCohort } from '../../replay/small-cohort'

/** Stands in no word, number or hash by chance: whatever holds it, in whatever case, was planted. */
export const MARK = 'zqxvkwj'

/** The planted values of a cohort: texts that all hold the mark, and days, which cannot. */
export type Planted = { readonly texts: readonly string[]; readonly bornOn: ReadonlySet<string> }
export type MarkedCohort = Planted & { readonly folder: string; readonly tables: Tables }

/** Columns of the register that name somebody, and how a value of theirs is marked: in its middle, so that no part of it goes unseen. */
const MARKED: Readonly<Record<string, (value: string) => string>> = {
  Clientnummer: (number) => `${number.slice(0, 3)}${MARK.toUpperCase()}${number.slice(3)}`,
  Achternaam: (name) => `${name} ${MARK}é`,
  Voorletters: (letters) => `${letters}${MARK.toUpperCase()}.`,
  Toezichtnummer: (number) => `T${MARK.toUpperCase()}${number}`,
  Personeelsnummer: (number) => `${number}-${MARK}`,
  Toezichthouder: (name) => `${name}-${MARK.toUpperCase()}`,
  'E-mail toezichthouder': (address) => `${MARK}.${address}`,
}
const marked = (column: string, value: string | undefined) => MARKED[column]?.(value ?? '') ?? value ?? ''

/**
 * A copy of the published cohort in which whoever is named is named unmistakably: `Bakker` would also be a baker. Takes
 * which supervisions; the folder goes when the calling test file has ended.
 */
export function markedCohort(wanted: (number: string) => boolean = () => true): MarkedCohort {
  const tables = cohortOfNumbers(wanted)
  for (const file of FILES) {
    const column = numberIn(file)
    for (const row of tables[file].rows) {
      if (file === 'instroom.csv') for (const name of Object.keys(MARKED)) row[name] = marked(name, row[name])
      else row[column] = marked('Toezichtnummer', row[column])
    }
  }
  const people = tables['instroom.csv'].rows
  const folder = mkdtempSync(join(tmpdir(), 'koppel-marked-'))
  afterwards(() => rmSync(folder, { recursive: true, force: true }))
  return {
    folder: writeCohort(folder, tables),
    tables,
    texts: people.flatMap((row) => Object.keys(MARKED).map((column) => row[column] ?? '')),
    bornOn: new Set(people.map((row) => (row.Geboortedatum ?? '').split('-').reverse().join('-'))),
  }
}
