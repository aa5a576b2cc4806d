// Writes the tables of settings into docs/operation.md, from what app/platform/variables.ts says of each.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { APART, VARIABLES } from '../app/platform/variables'

export const OPERATION = join(import.meta.dirname, '../docs/operation.md')

const row = (...cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

const settings = [
  row('variable', 'is', 'when it is not set', 'for example'),
  row('---', '---', '---', '---'),
  ...Object.entries(VARIABLES).map(([name, variable]) => {
    const { means, unset, example } = variable
    return row(`\`${name}\`${'secret' in variable ? ' (secret)' : ''}`, means, unset, `\`${example}\``)
  }),
]

const apart = [
  row('variable', 'is'),
  row('---', '---'),
  ...Object.entries(APART).map(([name, means]) => row(`\`${name}\``, means)),
]

/** The text with its two tables as they are to be. Throws when it has no place for one. */
export function withSettings(text: string): string {
  const put = (into: string, mark: string, table: readonly string[]) => {
    const [before, rest] = into.split(`<!-- ${mark} -->\n`)
    const [, after] = rest?.split(`<!-- end of ${mark} -->\n`) ?? []
    if (before === undefined || after === undefined) throw new Error(`there is no place for the ${mark}`)
    return `${before}<!-- ${mark} -->\n${table.join('\n')}\n<!-- end of ${mark} -->\n${after}`
  }
  return put(put(text, 'settings', settings), 'settings apart', apart)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(OPERATION, withSettings(readFileSync(OPERATION, 'utf8')))
