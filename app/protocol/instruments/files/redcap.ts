import { done, type Result, refuse } from '../../refusal'
import type { Instrument } from '../../study'
import { inBoth } from './choices'
import { type Asked, inParts, instrumentName, type Part } from './parts'
import { plainText } from './plain-text'
import type { Question } from './question'
import { made } from './redcap-field'
import { type FileRead, Remarks } from './remarks'
import { settle } from './settle'
import { hasHeading, type Row, type Sheet, tableIn } from './sheet'

/** The headings of a data dictionary that are read; two more are passed over with a note when they hold anything. */
export const REDCAP = {
  name: 'Variable / Field Name',
  form: 'Form Name',
  section: 'Section Header',
  type: 'Field Type',
  label: 'Field Label',
  choices: 'Choices, Calculations, OR Slider Labels',
  note: 'Field Note',
  validation: 'Text Validation Type OR Show Slider Number',
  min: 'Text Validation Min',
  max: 'Text Validation Max',
  identifier: 'Identifier?',
  condition: 'Branching Logic (Show field only if...)',
  required: 'Required Field?',
  alignment: 'Custom Alignment',
  number: 'Question Number (surveys only)',
  matrix: 'Matrix Group Name',
  ranking: 'Matrix Ranking?',
  annotation: 'Field Annotation',
} as const
/** The same headings as the interface for programs names them, and the files that are made of what it gives. */
export const REDCAP_EXPORTED: Readonly<Record<string, string>> = {
  field_name: REDCAP.name,
  form_name: REDCAP.form,
  section_header: REDCAP.section,
  field_type: REDCAP.type,
  field_label: REDCAP.label,
  select_choices_or_calculations: REDCAP.choices,
  field_note: REDCAP.note,
  text_validation_type_or_show_slider_number: REDCAP.validation,
  text_validation_min: REDCAP.min,
  text_validation_max: REDCAP.max,
  identifier: REDCAP.identifier,
  branching_logic: REDCAP.condition,
  required_field: REDCAP.required,
  custom_alignment: REDCAP.alignment,
  question_number: REDCAP.number,
  matrix_group_name: REDCAP.matrix,
  matrix_ranking: REDCAP.ranking,
  field_annotation: REDCAP.annotation,
}
const NEEDED = [REDCAP.name, REDCAP.form, REDCAP.type, REDCAP.label] as const

/** Annotations that change what is asked, or whether: without them it would be another question. */
const DECISIVE =
  /@(HIDDEN|READONLY|CALCTEXT|CALCDATE|IF|SETVALUE|PREFILL|HIDECHOICE|SHOWCHOICE|NONEOFTHEABOVE|MAXCHECKED|MAXCHOICE)\b/i

/**
 * The instruments of a REDCap data dictionary: one a form. Section headers and descriptive fields become parts and what is
 * read before them. Refused as a whole: `column_missing` with the headings.
 */
export function readRedcap(sheet: Sheet, asked: Asked): Result<FileRead> {
  const table = tableIn(sheet.rows, REDCAP_EXPORTED)
  if (!table) return refuse('file_empty')
  const missing = NEEDED.filter((heading) => !hasHeading(table, heading))
  if (missing.length > 0) return refuse('column_missing', { column: missing.join(', ') })
  const remarks = new Remarks()
  for (const { line, code } of table.unfit) remarks.refuse(line, '', code)
  const names = new Set(table.rows.map((row) => row.cell(REDCAP.name)).filter((name) => name !== ''))
  const questions: Question[] = []
  const refused = new Set<string>()
  const parts: Part[] = []
  for (const row of table.rows) {
    partOf(row, parts, names, remarks)
    if (row.cell(REDCAP.type) === 'descriptive') continue
    const question = questionOf(row, names, remarks)
    if (question) questions.push(question)
    else refused.add(row.cell(REDCAP.name))
  }
  const forms = settle(questions, refused, remarks, REDCAP)
  const instruments: Instrument[] = []
  for (const [form, items] of forms) {
    const name = forms.size === 1 ? (asked.name ?? instrumentName(form)) : instrumentName(form)
    const own = parts.filter((part) => part.form === form)
    const { instrument, unread } = inParts({ ...asked, name }, titleOf(form), own, items)
    for (const { line } of unread) remarks.refuse(line, REDCAP.label, 'text_without_question')
    instruments.push(instrument)
  }
  for (const { line, form, intro } of parts)
    if (intro && !forms.has(form)) remarks.refuse(line, REDCAP.label, 'text_without_question')
  if (instruments.length > 0) remarks.note(table.rows[0]?.line ?? 1, REDCAP.label, 'one_language')
  return done({ instruments, ...remarks.all() })
}

/** A heading above a field begins a part; so does a text between fields, under the heading that it stands below. */
function partOf(row: Row, parts: Part[], names: ReadonlySet<string>, remarks: Remarks): void {
  const form = row.cell(REDCAP.form)
  const { line } = row
  const section = plainText(row.cell(REDCAP.section))
  const isText = row.cell(REDCAP.type) === 'descriptive'
  const text = isText ? plainText(row.cell(REDCAP.label)) : ''
  if (section !== '') parts.push({ line, form, title: inBoth(section) })
  if (!isText) return
  const why = reasonAgainstText(row, text, names)
  if (why) {
    remarks.refuse(line, why.column, why.code)
    return
  }
  const title = parts.findLast((part) => part.form === form)?.title ?? titleOf(form)
  parts.push({ line, form, title, intro: inBoth(text) })
}

const titleOf = (form: string) => inBoth(form.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase()))

function reasonAgainstText(row: Row, text: string, names: ReadonlySet<string>) {
  if (text === '') return { column: REDCAP.label, code: 'text_missing' }
  if (row.cell(REDCAP.condition) !== '') return { column: REDCAP.condition, code: 'text_with_condition' }
  if (isPiped(row.cell(REDCAP.label), names)) return { column: REDCAP.label, code: 'text_with_answers' }
  return undefined
}

function questionOf(row: Row, names: ReadonlySet<string>, remarks: Remarks): Question | undefined {
  const { line } = row
  const name = row.cell(REDCAP.name)
  const cannot = (column: string, code: string, about = name) => {
    remarks.refuse(line, column, code, about)
    return undefined
  }
  if (/^(y|1)/i.test(row.cell(REDCAP.identifier))) return cannot(REDCAP.identifier, 'identifier')
  const form = row.cell(REDCAP.form)
  if (instrumentName(form) === '') return cannot(REDCAP.form, 'form_missing')
  const label = plainText(row.cell(REDCAP.label))
  if (isPiped(row.cell(REDCAP.label), names)) return cannot(REDCAP.label, 'text_with_answers')
  const annotation = row.cell(REDCAP.annotation)
  const tag = DECISIVE.exec(annotation)
  if (tag) return cannot(REDCAP.annotation, 'action_tag', tag[0])
  const note = plainText(row.cell(REDCAP.note))
  const field = made({
    name,
    type: row.cell(REDCAP.type).toLowerCase(),
    label: note === '' ? label : `${label} (${note})`,
    choices: row.cell(REDCAP.choices),
    validation: row.cell(REDCAP.validation).toLowerCase(),
    min: row.cell(REDCAP.min),
    max: row.cell(REDCAP.max),
  })
  if (!field.ok) {
    const { code, field: column = 'choices' } = field.refusal
    return cannot(REDCAP[column as keyof typeof REDCAP], code)
  }
  if (label === '') return cannot(REDCAP.label, 'text_missing')
  for (const code of field.value.notes) remarks.note(line, REDCAP.type, code, name)
  if (note !== '') remarks.note(line, REDCAP.note, 'note_behind_question', name)
  passedOver(row, remarks)
  const condition = row.cell(REDCAP.condition)
  const required = /^y/i.test(row.cell(REDCAP.required))
  return {
    ...field.value,
    line,
    name,
    form,
    items: required ? field.value.items.map((item) => ({ ...item, required: true })) : field.value.items,
    conditions: condition === '' ? [] : [condition],
  }
}

/** What makes no other question of it: said once a column. */
function passedOver(row: Row, remarks: Remarks): void {
  for (const column of [REDCAP.alignment, REDCAP.number, REDCAP.matrix, REDCAP.annotation, REDCAP.ranking] as const)
    if (row.cell(column) !== '')
      remarks.noteOnce(row.line, column, column === REDCAP.ranking ? 'ranking_not_kept' : 'passed_over')
}

/** `[other_field]` in a label stands for what was answered there. */
const isPiped = (label: string, names: ReadonlySet<string>): boolean =>
  [...label.matchAll(/\[([a-z]\w*)(?:\([^()]{0,100}\))?(?::[^\][]{0,100})?\]/g)].some(([, name]) =>
    names.has(name ?? ''),
  )
