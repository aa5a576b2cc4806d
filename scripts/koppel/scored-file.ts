import { cautions, figures } from '../../app/protocol/scale-figures'
import { itemCode } from '../../app/protocol/scoring'
import type { Perspective, ScaleDefinition } from '../../app/protocol/study'
import type { Answer } from './command'
import { consistencyShown } from './consistency-shown'
import { itemsOf } from './item-file'
import { spool } from './spool'
import { rowSentence } from './words'

/**
 * The scores of a file of items, row by row, and what they come to. Neither rows nor scores are held: a file of any length
 * takes the room of a short one. Throws BadFile.
 */
export async function scoredFile(file: string, definition: ScaleDefinition, perspective: Perspective): Promise<Answer> {
  const scales = [...definition.scales[perspective], definition.total[perspective]]
  const codes = [...new Set(scales.flatMap(({ items }) => items.map(({ item }) => itemCode(item))))]
  const found = figures(definition, perspective)
  const [rows, refused] = [spool(), spool()]
  try {
    for await (const row of itemsOf(file, { codes, points: definition.points })) {
      if ('code' in row) refused.add({ ...row, message: rowSentence(row.code) })
      else rows.add({ line: row.line, ...found.add(row.answers) })
    }
  } catch (error) {
    rows.drop()
    refused.drop()
    throw error
  }
  const value = {
    descriptives: found.descriptives(),
    ...consistencyShown(definition, perspective, found.consistency()),
    flags: cautions(definition, perspective),
  }
  return { ok: true, value, lists: { rows: rows.list, refused: refused.list } }
}
