import { done, type Result, refuse } from '../../refusal'
import type { Block, Instrument, Item, Perspective, Words } from '../../study'
import { isAnswer } from '../instrument'
import { wordsOf } from './own-cells'
import { itemOf } from './own-item'
import { type FileRead, Remarks } from './remarks'
import { hasHeading, type Row, type Sheet, tableIn } from './sheet'

const NEEDED = ['instrument', 'code', 'kind'] as const

/** An instrument while its rows come in. */
type Growing = {
  readonly name: string
  readonly version: number
  readonly perspective: Perspective
  readonly title: Words
  agreement: readonly Words[]
  readonly blocks: Block[]
  readonly items: Item[]
}

/**
 * The instruments of our own file (docs/files.md). What an instrument or a part says of itself stands on its first row;
 * below it the cell may be empty. Refused as a whole: `column_missing`.
 */
export function readOwn(sheet: Sheet): Result<FileRead> {
  const table = tableIn(sheet.rows)
  if (!table) return refuse('file_empty')
  const missing = NEEDED.filter((heading) => !hasHeading(table, heading))
  if (missing.length > 0) return refuse('column_missing', { column: missing.join(', ') })
  const remarks = new Remarks()
  for (const { line, code } of table.unfit) remarks.refuse(line, '', code)
  const growing = new Map<string, Growing>()
  const refused = new Set<string>()
  let current: Growing | undefined
  for (const row of table.rows) {
    if (row.cell('instrument') !== '' || !current) current = instrumentOf(row, growing, remarks)
    const item = current && questionOf(row, current, refused, remarks)
    if (current && item) current.items.push(item)
    else refused.add(row.cell('code'))
  }
  const instruments = [...growing.values()].filter(({ items }) => items.length > 0).map(grown)
  return done({ instruments, ...remarks.all() })
}

function instrumentOf(row: Row, growing: Map<string, Growing>, remarks: Remarks): Growing | undefined {
  const cannot = (column: string, code: string) => {
    remarks.refuse(row.line, column, code)
    return undefined
  }
  const name = row.cell('instrument')
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > 60) return cannot('instrument', 'bad_instrument_name')
  const before = [...growing.values()].findLast((one) => one.name === name)
  const written = row.cell('version') || String(before?.version ?? 1)
  if (!/^[1-9]\d{0,2}$/.test(written)) return cannot('version', 'version_unread')
  const key = `${name}@${Number(written)}`
  const known = growing.get(key)
  const side = row.cell('perspective').toLowerCase()
  if (known) return side === '' || side === known.perspective ? known : cannot('perspective', 'other_side')
  if (side !== 'client' && side !== 'supervisor') return cannot('perspective', 'perspective_missing')
  const title = wordsOf(row.cell('title_nl'), row.cell('title_en'))?.words ?? { nl: name, en: name }
  const made = {
    name,
    version: Number(written),
    perspective: side,
    title,
    agreement: [],
    blocks: [],
    items: [],
  } as const
  const fresh: Growing = { ...made, blocks: [], items: [] }
  growing.set(key, fresh)
  return fresh
}

function questionOf(row: Row, into: Growing, refused: ReadonlySet<string>, remarks: Remarks): Item | undefined {
  const { line } = row
  const cannot = (column: string, code: string, about?: string) => {
    remarks.refuse(line, column, code, about)
    return undefined
  }
  const read = itemOf(row, into.agreement)
  if (!read.ok) return cannot(read.refusal.field ?? '', read.refusal.code)
  const { item, agreement, notes } = read.value
  if (into.items.some(({ code }) => code === item.code)) return cannot('code', 'duplicate_code', item.code)
  if (agreement.length > 0 && into.agreement.length > 0 && JSON.stringify(agreement) !== JSON.stringify(into.agreement))
    return cannot('options', 'other_scale')
  for (const { item: on, among } of item.askedWhen ?? []) {
    const asked = into.items.find(({ code }) => code === on)
    if (!asked && (on === item.code || refused.has(on))) return cannot('asked_when', 'depends_on_refused', on)
    if (asked && !among.every((code) => isAnswer(asked, code)))
      return cannot('asked_when', 'condition_unknown_answer', on)
    if (!asked) remarks.note(line, 'asked_when', 'asked_of_other_form', on)
  }
  const block = blockOf(row, into)
  if (block === undefined && row.cell('block_order') !== '') remarks.note(line, 'block_order', 'passed_over')
  if (agreement.length > 0) into.agreement = agreement
  for (const code of notes) remarks.note(line, code === 'one_language' ? 'text_nl' : 'min', code, item.code)
  return block === undefined ? item : { ...item, block }
}

/** The part that a row stands in: the one it names, else that of the row above. */
function blockOf(row: Row, { blocks, items, title }: Growing): string | undefined {
  const name = row.cell('block') || items.at(-1)?.block
  if (!name) return undefined
  if (blocks.some((block) => block.name === name)) return name
  const intro = wordsOf(row.cell('intro_nl'), row.cell('intro_en'))?.words
  blocks.push({
    name,
    title: wordsOf(row.cell('block_title_nl'), row.cell('block_title_en'))?.words ?? title,
    ...(intro ? { intro } : {}),
    order: /^random$/i.test(row.cell('block_order')) ? 'random' : 'fixed',
  })
  return name
}

/** Items before the first part stand in it. */
const grown = ({ blocks, items, ...rest }: Growing): Instrument =>
  blocks.length === 0 ? { ...rest, items } : { ...rest, blocks, items }
