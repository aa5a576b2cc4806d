import { isAsked } from '../../protocol/instruments/asked'
import type { progressOf } from '../../protocol/instruments/progress'
import type { AskedWhen, Given } from '../../protocol/study'
import type { Option } from '../../ui/field'

/** One question as the page draws it; `options` is empty for a number that is typed in. */
export type Question = {
  readonly code: string
  readonly text: string
  readonly options: readonly Option[]
  readonly min: number
  readonly max: number
  readonly askedWhen?: readonly AskedWhen[]
}
/** Of which draft this page is the next one, made anew each time that it is opened. */
export type Draft = { readonly id: string; readonly base: string }
type Progress = ReturnType<typeof progressOf>

/** The page before the first question: how far it is, and where it goes on (`null`: only signing off is left). */
export type Start = {
  readonly look: 'start'
  readonly progress: Progress
  readonly goOn: number | null
  readonly saved: boolean
}
/** A page of questions: the how manyeth of how many, its parts, and what was said so far. */
export type SheetShown = {
  readonly look: 'sheet'
  readonly number: number
  readonly of: number
  readonly first: boolean
  readonly progress: Progress
  readonly parts: readonly {
    readonly title: string
    readonly intro: string | null
    readonly questions: readonly Question[]
  }[]
  readonly given: Given
  readonly draft: Draft
  /** The question that came up because of an answer that was just given. */
  readonly more: string | null
}
/** The page after the last question: what is still open, with the page that it stands on. */
export type End = {
  readonly look: 'end'
  readonly progress: Progress
  readonly open: readonly {
    readonly code: string
    readonly text: string
    readonly page: number
    readonly required: boolean
  }[]
  readonly last: number
  readonly draft: Draft
}

/** The questions of a page that are asked after these answers; a question stands after those that it hangs on. */
export function askedOf(questions: readonly Question[], given: Given): Question[] {
  const counting: Record<string, Given[string]> = { ...given }
  return questions.filter((question) => {
    const asked = isAsked(question, counting)
    if (!asked) delete counting[question.code]
    return asked
  })
}
