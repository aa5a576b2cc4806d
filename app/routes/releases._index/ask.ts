import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { link } from '../../access/pages'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { readSpec } from '../../protocol/read-spec'
import type { Refusal } from '../../protocol/refusal'
import { placesOf } from '../../records/releases/places'
import { askRelease } from '../../records/releases/verbs'
import { enter } from '../gate/enter'
import { formOf } from '../gate/form'
import { languageOf } from '../gate/visitor'
import { specSent, wishSent } from './wish'

/** Asks for a release and wakes who makes it; a refused form comes back with what was chosen. */
export async function ask({ request, context }: ActionFunctionArgs) {
  const { study, occasion } = await enter('/releases', { request, context })
  const db = context.databases.study
  const form = await formOf(request)
  const spec = readSpec(study.protocol, specSent(form))
  if (!spec.ok) return refused(spec.refusal)
  const { region, location } = spec.value.population
  const known = await placesOf(db, study.id)
  if (region && !known.regions.includes(region)) return refused({ code: 'unknown_choice', field: 'region' })
  if (location && !known.locations.includes(location)) return refused({ code: 'unknown_choice', field: 'location' })
  const asked = await askRelease(db, occasion, spec.value)
  if (!asked.ok) return refused(asked.refusal)
  await context.wakeRelease(asked.value.releaseId)
  return redirect(link.release(asked.value.number), 303)

  async function refused(refusal: Refusal) {
    const say = speak(await languageOf(request, context))
    const { field = '' } = refusal
    // a group of boxes without any that is ticked is not sent at all
    const nothing = refusal.code === 'unknown_choice' && !form.has(field)
    const sentence = refusalSentence(say, nothing ? { code: 'required' } : refusal)
    return data({ wish: wishSent(form), mistakes: { [field]: sentence } }, { status: 400 })
  }
}
