import type { ActionFunctionArgs } from '@remix-run/node'
import type { Given } from '../../protocol/study'
import { takeInDraft } from '../../records/entries/take-in'
import { keyOf } from '../gate/cursor'
import { textOf } from '../gate/form'
import { languageOf } from '../gate/visitor'
import type { Course } from './course'
import type { Supervised } from './door'
import { fieldOf } from './filled'
import type { Mistakes } from './reply'

type Sent = { readonly form: FormData; readonly given: Given; readonly complete: boolean }
/** Whether it stands now or, since the questionnaire went on elsewhere, was put aside; or what stood in the way, by field. */
type Kept = { readonly ok: true; readonly elsewhere: boolean } | { readonly ok: false; readonly mistakes: Mistakes }

/**
 * Hands in all answers so far as the next draft: each page that is opened is a draft of one part, which builds on what stood
 * when it was opened. So the same page sent twice is taken in once.
 */
export async function keep(call: ActionFunctionArgs, found: Supervised, { order }: Course, sent: Sent): Promise<Kept> {
  const { form, given, complete } = sent
  const draftId = keyOf(textOf(form, 'draft'), 'id')
  if (!draftId) return { ok: false, mistakes: { '': { code: 'changed_meanwhile' } } }
  const language = await languageOf(call.request, call.context)
  const draft = { draftId, draftSeq: 1, base: baseIn(form), answers: given, language, order, complete }
  const taken = await takeInDraft(call.context.databases.study, found.occasion, {
    measurementId: found.id,
    way: 'link',
    enteredBy: null,
    draft,
  })
  if (taken.ok) return { ok: true, elsewhere: taken.value.state === 'aside' }
  const { refusal } = taken
  const { field } = refusal
  return { ok: false, mistakes: { [field && field in given ? fieldOf(field) : '']: refusal } }
}

/** On which draft a page builds, as it was written into the page; null for the first. */
function baseIn(form: FormData) {
  const [id, seq] = textOf(form, 'base').split('.')
  const draftId = keyOf(id, 'id')
  return draftId && /^\d{1,9}$/.test(seq ?? '') ? { draftId, draftSeq: Number(seq) } : null
}
