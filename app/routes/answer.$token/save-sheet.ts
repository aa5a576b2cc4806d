import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { link } from '../../access/pages'
import { checkGiven } from '../../protocol/instruments/check'
import type { Given } from '../../protocol/study'
import { chosenIn } from '../gate/chosen'
import { textOf } from '../gate/form'
import { askedAfter, type Course, courseOf, nextSheet, sheetBefore } from './course'
import type { Supervised } from './door'
import { answersWith, sameAnswers } from './filled'
import { keep } from './keep'
import { itemsOn } from './sheets'
import { closedTo, unsent, wordedBy } from './unsent'

/**
 * Takes in one page of a questionnaire, or signs all of it off, and goes where the button said. What cannot be read gives 400
 * with what was typed; a page that was filled in while the questionnaire went on elsewhere is kept aside and gives 409.
 */
export async function saveSheet(call: ActionFunctionArgs, found: Supervised, form: FormData) {
  const { state, pseudonym } = found.asked
  const token = call.params.token ?? ''
  const go = textOf(form, 'go')
  // sent twice by an impatient finger: it is there
  if (state === 'answered' && go === 'sign') return redirect(link.answer(token), 303)
  if (state !== 'open') return unsent(call, form, { '': closedTo(found) }, pseudonym)
  const course = await courseOf(call.context.databases.study, found)
  if (go === 'sign') return signOff(call, found, course, form)
  const at = Number(new URL(call.request.url).searchParams.get('page')) - 1
  const items = itemsOn(course.sheets[at] ?? [])
  const { given, mistakes } = answersWith(form, items, course.given)
  if (Object.keys(mistakes).length > 0) return unsent(call, form, mistakes, pseudonym)
  const checked = checkGiven(course.battery, given, { signing: false })
  if (!checked.ok) return unsent(call, form, wordedBy(course.battery, checked.mistakes), pseudonym)
  if (!sameAnswers(given, course.given)) {
    const kept = await keep(call, found, course, { form, given, complete: false })
    if (!kept.ok) return unsent(call, form, kept.mistakes, pseudonym)
    if (kept.elsewhere) return data({ elsewhere: true as const }, { status: 409 })
  }
  const headers = chosenIn(form)
  return redirect(
    link.answer(token, whereTo(course, at, { given, go: headers ? 'stay' : go, seen: form.getAll('seen') })),
    {
      status: 303,
      ...(headers && { headers }),
    },
  )
}

type Going = { readonly given: Given; readonly go: string; readonly seen: readonly unknown[] }

/** The page to show after this one was taken in. */
function whereTo(course: Course, at: number, { given, go, seen }: Going) {
  const stay = { page: `${at + 1}` }
  if (go === 'stay') return stay
  if (go === 'stop') return { look: 'saved' }
  if (go === 'back') {
    const before = sheetBefore(course, given, at)
    return before === null ? {} : { page: `${before + 1}` }
  }
  const asked = askedAfter(course, given)
  const open = ({ code }: { code: string }) => asked.has(code) && given[code] === undefined
  // an answer on this page made a question of this page come up, where no script could show it
  const more = itemsOn(course.sheets[at] ?? []).find((item) => open(item) && !seen.includes(item.code))
  if (more) return { ...stay, more: more.code }
  const next = nextSheet(course, given, at)
  return next === null ? { look: 'end' } : { page: `${next + 1}` }
}

/** Signs off: all that was said counts, and nobody opens it by this link any more. */
async function signOff(call: ActionFunctionArgs, found: Supervised, course: Course, form: FormData) {
  const { pseudonym } = found.asked
  const { given, battery } = course
  if (Object.keys(given).length === 0) return unsent(call, form, { '': { code: 'nothing_answered' } }, pseudonym)
  const checked = checkGiven(battery, given, { signing: true })
  if (!checked.ok) return unsent(call, form, wordedBy(battery, checked.mistakes), pseudonym)
  const kept = await keep(call, found, course, { form, given, complete: true })
  if (!kept.ok) return unsent(call, form, kept.mistakes, pseudonym)
  if (kept.elsewhere) return data({ elsewhere: true as const }, { status: 409 })
  return redirect(link.answer(call.params.token ?? ''), 303)
}
