import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { ownPath } from '../access/pages'
import { addDays, addMonths, type Day } from '../protocol/day'
import { aimClock } from '../records/clock'
import { enter, nothingHere } from './gate/enter'
import { formOf, textOf } from './gate/form'

const STEPS: Readonly<Record<string, (from: Day) => Day>> = {
  day: (from) => addDays(from, 1),
  week: (from) => addDays(from, 7),
  month: (from) => addMonths(from, 1),
}

/** There is nothing to see: only the buttons move the clock. */
export function loader() {
  throw nothingHere()
}

/** Aims the demo's clock further on; the worker plays the days in between. A clock that is moving already stays its course. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { occasion, study } = await enter('/clock', { request, context })
  const form = await formOf(request)
  const by = textOf(form, 'by')
  const step = Object.hasOwn(STEPS, by) ? STEPS[by] : undefined
  if (step) {
    const aimed = await aimClock(context.databases.study, occasion, step(occasion.today))
    if (aimed.ok) await context.wakeClock(study.id)
  }
  return redirect(ownPath(textOf(form, 'back')) ?? '/')
}
