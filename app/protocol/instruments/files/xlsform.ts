import { done, type Result, refuse } from '../../refusal'
import type { Words } from '../../study'
import type { Choice } from './choices'
import { type Asked, inParts, instrumentName, type Part } from './parts'
import type { Question } from './question'
import { type FileRead, Remarks } from './remarks'
import { settle } from './settle'
import { type Found, hasHeading, type Row, type Sheet } from './sheet'
import { made } from './xlsform-question'
import { type Columns, columnsOf, formIn, wordsIn } from './xlsform-sheets'
import { kindOf } from './xlsform-types'

/** Columns that change what is asked and that we have no place for; what they hold refuses the line. */
const CANNOT_HOLD = { choice_filter: 'choice_filter', calculation: 'calculated' } as const
/** Columns that are read; of the others it is said once that they are passed over. */
const READ = [
  'type',
  'name',
  'relevant',
  'constraint',
  'required',
  'parameters',
  'constraint_message',
  ...Object.keys(CANNOT_HOLD),
]

type Group = { readonly title: Words; readonly conditions: readonly string[]; readonly repeats: boolean }

/**
 * The instrument of an XLSForm: groups become parts, notes what is read before them. Refused as a whole: `sheet_missing`
 * without a survey, `column_missing`.
 */
export function readXlsform(sheets: readonly Sheet[], asked: Asked): Result<FileRead> {
  const { survey, choices, settings } = formIn(sheets)
  if (!survey) return refuse('sheet_missing', { name: 'survey' })
  const missing = ['type', 'name'].filter((heading) => !hasHeading(survey, heading))
  if (missing.length > 0) return refuse('column_missing', { column: missing.join(', ') })
  const reading = new Survey(survey, choices)
  for (const row of survey.rows) reading.take(row)
  const head = settings?.rows[0]
  const form = head?.cell('form_id') ?? ''
  const title = (head && settings && wordsIn(head, columnsOf(settings, 'form_title'))?.words) ?? {
    nl: form || (asked.name ?? ''),
    en: form || (asked.name ?? ''),
  }
  const name = asked.name ?? instrumentName(form || title.en)
  return done(reading.ended(name, title, asked))
}

/** The answers of each list, in their order. */
function listsOf(table: Found | undefined): ReadonlyMap<string, readonly Choice[]> {
  const lists = new Map<string, Choice[]>()
  if (!table) return lists
  const columns = columnsOf(table, 'label')
  for (const row of table.rows) {
    const list = row.cell('list_name')
    const name = row.cell('name')
    const label = wordsIn(row, columns)?.words ?? { nl: name, en: name }
    lists.set(list, [...(lists.get(list) ?? []), { name, label }])
  }
  return lists
}

/** The rows of a survey as they are taken one after the other, in the groups that they stand in. */
class Survey {
  private readonly remarks = new Remarks()
  private readonly groups: Group[] = []
  private readonly questions: Question[] = []
  private readonly refused = new Set<string>()
  private readonly parts: Part[] = []
  private readonly lists: ReadonlyMap<string, readonly Choice[]>
  private readonly labels: Columns
  private readonly hints: Columns
  private readonly unread: readonly string[]

  constructor(survey: Found, choices: Found | undefined) {
    this.lists = listsOf(choices)
    this.labels = columnsOf(survey, 'label')
    this.hints = columnsOf(survey, 'hint')
    const texts = [...Object.values(this.labels), ...Object.values(this.hints)]
    this.unread = survey.headings.filter(
      (heading) => heading !== '' && !READ.includes(heading.toLowerCase()) && !texts.includes(heading),
    )
    for (const { line, code } of survey.unfit) this.remarks.refuse(line, '', code)
    for (const { line, code } of choices?.unfit ?? []) this.remarks.refuse(line, 'choices', code)
  }

  take(row: Row): void {
    const type = row.cell('type').replace(/\s+/g, ' ')
    const kind = kindOf(type)
    if (type === '') this.remarks.refuse(row.line, 'type', 'unknown_type')
    else if (kind.is === 'begin_group' || kind.is === 'begin_repeat') this.begin(row, kind.is === 'begin_repeat')
    else if (kind.is === 'end_group' || kind.is === 'end_repeat') this.end(row)
    else if (kind.is === 'machine') this.remarks.note(row.line, 'type', 'passed_over', type)
    else if (this.groups.some(({ repeats }) => repeats)) this.cannot(row, 'type', 'in_repeat')
    else if (kind.is === 'cannot') this.cannot(row, 'type', kind.code)
    else if (kind.is === 'note' || /\blabel\b/.test(row.cell('appearance'))) this.text(row)
    else this.question(row, kind)
  }

  private cannot(row: Row, column: string, code: string, about = row.cell('name')): undefined {
    this.remarks.refuse(row.line, column, code, about)
    this.refused.add(row.cell('name'))
    return undefined
  }

  private begin(row: Row, repeats: boolean): void {
    const relevant = row.cell('relevant')
    const title = wordsIn(row, this.labels)?.words ?? this.groups.at(-1)?.title
    if (repeats) this.remarks.refuse(row.line, 'type', 'repeat')
    const { groups } = this
    groups.push({ title: title ?? { nl: '', en: '' }, conditions: relevant === '' ? [] : [relevant], repeats })
    if (title && !repeats) this.parts.push({ line: row.line, form: '', title })
  }

  /** Behind a group, what stands around it goes on. */
  private end(row: Row): void {
    if (!this.groups.pop()) {
      this.remarks.refuse(row.line, 'type', 'end_without_begin')
      return
    }
    this.parts.push({ line: row.line, form: '', title: this.groups.at(-1)?.title ?? { nl: '', en: '' } })
  }

  /** A text that is read aloud, or the heading of a table of questions. */
  private text(row: Row): undefined {
    const text = wordsIn(row, this.labels)
    if (!text) return this.cannot(row, 'label', 'text_missing')
    if (row.cell('relevant') !== '') return this.cannot(row, 'relevant', 'text_with_condition')
    if (isPiped(text.words)) return this.cannot(row, 'label', 'text_with_answers')
    const title = this.groups.at(-1)?.title ?? { nl: '', en: '' }
    this.parts.push({ line: row.line, form: '', title, intro: text.words })
    this.passOver(row)
  }

  private question(row: Row, kind: Exclude<ReturnType<typeof kindOf>, { is: 'cannot' }>): undefined {
    const { line } = row
    const name = row.cell('name')
    for (const [column, code] of Object.entries(CANNOT_HOLD))
      if (row.cell(column) !== '') return this.cannot(row, column, code)
    if (/^(yes|true)/i.test(row.cell('read_only'))) return this.cannot(row, 'read_only', 'read_only')
    const label = wordsIn(row, this.labels)
    if (!label) return this.cannot(row, 'label', 'text_missing')
    if (isPiped(label.words)) return this.cannot(row, 'label', 'text_with_answers')
    const hint = wordsIn(row, this.hints)?.words
    const text = hint ? { nl: `${label.words.nl} (${hint.nl})`, en: `${label.words.en} (${hint.en})` } : label.words
    const choices = 'list' in kind ? this.lists.get(kind.list) : undefined
    const question = made({
      name,
      kind,
      text,
      choices,
      constraint: row.cell('constraint'),
      parameters: row.cell('parameters'),
    })
    if (!question.ok) return this.cannot(row, question.refusal.field ?? 'type', question.refusal.code)
    for (const code of question.value.notes) this.remarks.note(line, 'type', code, name)
    if (hint) this.remarks.note(line, 'hint', 'note_behind_question', name)
    if (label.one) this.remarks.noteOnce(line, 'label', 'one_language')
    const required = row.cell('required')
    if (!/^(|yes|no|true(\(\))?|false(\(\))?)$/i.test(required))
      this.remarks.note(line, 'required', 'required_sometimes', name)
    const always = /^(yes|true)/i.test(required)
    this.passOver(row)
    const own = row.cell('relevant')
    const conditions = [...this.groups.flatMap((group) => group.conditions), ...(own === '' ? [] : [own])]
    const items = always
      ? question.value.items.map((item) => ({ ...item, required: true as const }))
      : question.value.items
    this.questions.push({ ...question.value, line, name, form: '', items, conditions })
  }

  private passOver(row: Row): void {
    for (const heading of this.unread)
      if (row.cell(heading) !== '') this.remarks.noteOnce(row.line, heading, 'passed_over')
  }

  ended(name: string, title: Words, asked: Asked): FileRead {
    const { remarks } = this
    const items = settle(this.questions, this.refused, remarks, { name: 'name', condition: 'relevant' }).get('') ?? []
    const parts = this.parts.map((part) => (part.title.nl === '' ? { ...part, title } : part))
    const grouped = parts.length > 0 || items.length === 0 ? parts : []
    const { instrument, unread } = inParts({ ...asked, name }, title, grouped, items)
    for (const { line } of unread) remarks.refuse(line, 'label', 'text_without_question')
    return { instruments: items.length === 0 ? [] : [instrument], ...remarks.all() }
  }
}

/** `${name}` in a label stands for what was answered there. */
const isPiped = ({ nl, en }: Words): boolean => /\$\{[^{}]*\}/.test(nl + en)
