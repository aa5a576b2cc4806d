import { noteRowsSeen } from '../../identity/file-looks'
import type { DayShape, Mapping } from '../../protocol/extract/extract'
import { type Guessed, guessMapping } from '../../protocol/extract/guess'
import type { OriginTyped } from '../../protocol/extract/origin'
import { mappingsOf } from '../../records/import-mappings'
import { fileSentence } from '../imports._index/refused'
import { type Asked, keyOfKept, writtenSo } from './chosen'
import { type FieldAsked, fieldsAsked } from './explained'
import { tableOf } from './file'
import type { Opened } from './opened'
import { originAsked } from './origin-sent'
import { countOver, guessPast, sampleOf } from './sample'

/** What somebody said of a file in a form. */
export type Said = {
  readonly mapping: Mapping
  readonly past: boolean | null
  readonly origin?: OriginTyped | null
}

/**
 * What a file holds, as it is asked for, said or guessed: for the page on which that is put right. It shows the first rows
 * by name, so the look is written down first.
 */
export async function mappingTold(entrance: Opened, asked: Asked, said?: Said) {
  const { context, occasion, found, extract, language } = entrance
  const kept = await mappingsOf(context.databases.study, occasion.study.id, found.kind)
  const around = {
    asked,
    kinds: occasion.study.protocol.extracts.map(({ kind, label }) => ({ value: kind, label: label[language] })),
    kept: kept.map((one) => ({ value: keyOfKept(one), label: one.name })),
  }
  const opened = await tableOf(context, found.id, asked)
  if (!opened.ok) return { ...around, unreadable: fileSentence(language, opened.refusal), file: null }
  const table = opened.value
  const { header, guess } = table
  await noteRowsSeen(context.vault, occasion, found.id)
  const { shown, cells } = await sampleOf(table)
  const guessed = guessMapping(extract, header, cells)
  const chosen =
    kept.find((one) => keyOfKept(one) === asked.kept)?.mapping ?? (nothing(asked) ? found.reading?.mapping : undefined)
  const { mapping, unsure } = said ? { mapping: said.mapping, unsure: [] } : understood(guessed, chosen, header)
  const counted = await countOver(table, extract, mapping)
  const past = said
    ? said.past
    : found.reading
      ? found.past
      : guessPast(occasion.study.protocol.inquiry, counted, occasion.today)
  return {
    ...around,
    unreadable: null,
    file: {
      format: guess.format,
      written: writtenSo(guess),
      sheets: guess.sheets,
      header,
      shown: shown.map((row) =>
        'cells' in row ? { line: row.line, cells: row.cells } : { line: row.line, cells: [] },
      ),
      fields: fieldsAsked(extract, { mapping, unsure }, counted, language) as readonly FieldAsked[],
      days: mapping.days as DayShape,
      past,
      origin: await originAsked(entrance, said?.origin),
      newest: counted.newest,
      counted: counted.rows,
      whole: counted.whole,
    },
  }
}
export type MappingTold = Awaited<ReturnType<typeof mappingTold>>
export type FileTold = NonNullable<MappingTold['file']>

const nothing = ({ encoding, delimiter, sheet, kept }: Asked) => !(encoding || delimiter || sheet || kept)

/** A mapping that was kept, as far as this file has its columns; without one the guess. */
function understood(
  guessed: Guessed,
  kept: Mapping | undefined,
  header: readonly string[],
): Pick<Guessed, 'mapping' | 'unsure'> {
  if (!kept) return guessed
  const columns = Object.fromEntries(Object.entries(kept.columns).filter(([, heading]) => header.includes(heading)))
  return { mapping: { ...kept, columns }, unsure: [] }
}
