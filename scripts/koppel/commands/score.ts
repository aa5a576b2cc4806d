import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { itemCode, scaleDefinitionNamed, score } from '../../../app/protocol/scoring'
import { describe, reliability } from '../../../app/protocol/statistics'
import { protocolOf } from '../../../app/protocol/studies/registry'
import { DEFAULT_STUDY } from '../../../app/records/studies'
import { BadFile, decoded } from '../../../jobs/replay/decode'
import { choiceOption } from '../arguments'
import { answer, type Command } from '../command'
import { readItems } from '../item-file'
import { rowSentence } from '../words'

export const scoreCommand: Command = {
  words: ['score'],
  parameters: ['FILE'],
  options: { perspective: { value: 'client|supervisor' }, definition: { value: 'published|alpha' } },
  about: 'scale scores, descriptives and reliability of a CSV with iNN columns (§7.1)',
  run: async (given) => {
    const [file = ''] = given.parameters
    const perspective = choiceOption(given, 'perspective', ['client', 'supervisor'])
    const definition = scaleDefinitionNamed(
      protocolOf(DEFAULT_STUDY),
      choiceOption(given, 'definition', ['published', 'alpha']),
    )
    const scales = definition.scales[perspective]
    const items = new Set(
      [...scales, definition.total[perspective]].flatMap((scale) => scale.items.map(({ item }) => item)),
    )
    const { rows, refused } = readItems(basename(file), textOf(file), {
      codes: [...items].map(itemCode),
      points: definition.points,
    })
    const scored = rows.map(({ line, answers }) => ({ line, ...score(definition, perspective, answers) }))
    const names = [...scales.map(({ name }) => name), definition.total[perspective].name]
    const column = (name: string) =>
      scored
        .map((row) => (row as Record<string, number | null>)[name])
        .filter((value): value is number => value != null)
    const found = reliability(
      definition,
      perspective,
      rows.map(({ answers }) => answers),
    )
    return answer({
      rows: scored,
      descriptives: Object.fromEntries(names.map((name) => [name, describe(column(name))])),
      alpha: Object.fromEntries(Object.entries(found).map(([scale, { alpha }]) => [scale, alpha])),
      refused: refused.map((cell) => ({ ...cell, message: rowSentence(cell.code) })),
    })
  },
}

function textOf(file: string): string {
  try {
    return decoded(basename(file), readFileSync(file), 'utf-8')
  } catch (error) {
    if (error instanceof BadFile) throw error
    throw new BadFile(basename(file), 'file_missing')
  }
}
