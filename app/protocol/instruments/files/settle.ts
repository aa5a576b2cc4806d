import type { Item } from '../../study'
import { askedWhenOf } from './asked-when'
import { conditionOf, holdsLeftOpen } from './condition'
import { isCode, type Question } from './question'
import type { Remarks } from './remarks'

/** Headings under which a file has what is looked at here. */
type Columns = { readonly name: string; readonly condition: string }

/**
 * The items of a file's questions by form, in its order: each code once, and each condition about a question that comes
 * before it and was not refused. What does not hold is refused here, and so is what depends on it.
 */
export function settle(
  questions: readonly Question[],
  refusedNames: ReadonlySet<string>,
  remarks: Remarks,
  columns: Columns,
): ReadonlyMap<string, readonly { readonly line: number; readonly item: Item }[]> {
  const kept = new Map<string, Question>()
  const taken = new Set<string>()
  const refused = new Set(refusedNames)
  const forms = new Map<string, { line: number; item: Item }[]>()
  const later = new Set(questions.map(({ name }) => name))
  for (const question of questions) {
    const { line, name, items, form } = question
    const clash = items.find(({ code }) => taken.has(code))
    const bad = items.find(({ code }) => !isCode(code))
    if (bad) remarks.refuse(line, columns.name, 'bad_code', bad.code)
    else if (clash) remarks.refuse(line, columns.name, 'duplicate_code', clash.code)
    const conditional = bad || clash ? undefined : conditioned(question)
    if (!conditional) {
      if (!kept.has(name)) refused.add(name)
      continue
    }
    kept.set(name, question)
    for (const item of conditional) taken.add(item.code)
    const own = forms.get(form) ?? []
    own.push(...conditional.map((item) => ({ line, item })))
    forms.set(form, own)
  }
  return forms

  function conditioned({ line, form, items, conditions }: Question): readonly Item[] | undefined {
    if (conditions.length === 0) return items
    const parsed = conditions.map(conditionOf)
    const unread = conditions[parsed.indexOf(undefined)]
    if (unread !== undefined) {
      remarks.refuse(line, columns.condition, 'condition_unsupported', unread)
      return undefined
    }
    const parts = parsed.filter((part) => part !== undefined)
    const asked = askedWhenOf({ kind: 'and', parts }, (name) => kept.get(name))
    if ('code' in asked) {
      const { code, about } = asked
      const missing = code === 'condition_unknown_item'
      const why =
        missing && refused.has(about) ? 'depends_on_refused' : missing && later.has(about) ? 'depends_on_later' : code
      remarks.refuse(line, columns.condition, why, about)
      return undefined
    }
    const elsewhere = asked.find(({ item }) => !forms.get(form)?.some((own) => own.item.code === item))
    if (elsewhere) remarks.note(line, columns.condition, 'asked_of_other_form', elsewhere.item)
    if (parts.some((part) => holdsLeftOpen(part))) remarks.note(line, columns.condition, 'not_equal_needs_an_answer')
    return items.map((item) => ({ ...item, askedWhen: asked }))
  }
}
