import type { Language } from '../../i18n/language'
import { blindId } from '../../platform/id'
import { progressOf } from '../../protocol/instruments/progress'
import { askedAfter, type Course, sheetBefore } from './course'
import type { Draft, End, Question, SheetShown, Start } from './page-shown'
import { goOnAt, itemsOn, sheetsWith } from './sheets'
import { optionsOf } from './shown'

/** Which page of a questionnaire an address asks for (`?page=3`, `?look=end`), ready to be drawn; the first page for any other. */
export function fillingOf(course: Course, { searchParams }: URL, language: Language): Start | SheetShown | End {
  const { sheets, given, battery } = course
  const asked = askedAfter(course, given)
  const places = sheetsWith(sheets, asked)
  const progress = progressOf(battery, given)
  const look = searchParams.get('look')
  const at = Number(searchParams.get('page')) - 1
  if (places.includes(at)) return sheetShown(course, at, { places, more: searchParams.get('more'), language })
  if (look === 'end') {
    const open = sheets.flatMap((sheet, place) =>
      itemsOn(sheet)
        .filter(({ code }) => asked.has(code) && given[code] === undefined)
        .map(({ code, text, required }) => ({
          code,
          text: text[language],
          page: place + 1,
          required: required === true,
        })),
    )
    return { look, progress, open, last: (places.at(-1) ?? 0) + 1, draft: draftOf(course) }
  }
  const goOn = goOnAt(sheets, asked, given)
  return { look: 'start', progress, goOn: goOn === null ? null : goOn + 1, saved: look === 'saved' }
}

type At = { readonly places: readonly number[]; readonly more: string | null; readonly language: Language }

function sheetShown(course: Course, at: number, { places, more, language }: At): SheetShown {
  const parts = (course.sheets[at] ?? []).map(({ instrument, block, items }) => ({
    title: (block?.title ?? instrument.title)[language],
    intro: block?.intro?.[language] ?? null,
    questions: items.map((item): Question => {
      const { code, text, kind, min, max, askedWhen } = item
      const options = kind === 'number' ? [] : optionsOf(instrument, item, language)
      return { code, text: text[language], options, min, max, ...(askedWhen && { askedWhen }) }
    }),
  }))
  return {
    look: 'sheet',
    number: places.indexOf(at) + 1,
    of: places.length,
    first: sheetBefore(course, course.given, at) === null,
    progress: progressOf(course.battery, course.given),
    parts,
    given: course.given,
    draft: draftOf(course),
    more,
  }
}

const draftOf = ({ base }: Course): Draft => ({ id: blindId(), base: base ? `${base.draftId}.${base.draftSeq}` : '' })
