import type { AppLoadContext } from '@remix-run/node'
import { namesIn } from '../../identity/names-in'
import { tooLong } from '../../protocol/free-text'
import { BROKEN_OFF, codeIn } from '../../protocol/interview'
import { done, type Result, refuse } from '../../protocol/refusal'
import { standingOf } from '../../records/entries/standing'
import { takeInDraft } from '../../records/entries/take-in'
import { noteConditions } from '../../records/fieldwork/end-interview'
import { nextPart } from '../../records/fieldwork/own-draft'
import { handOutVoucher } from '../../records/vouchers/booking'
import { freeTextOf, textOf } from '../gate/form'
import type { enterOwnInterview } from '../gate/interview'

type Page = Awaited<ReturnType<typeof enterOwnInterview>>

/** Whether another device's answers stand, or everything is kept. */
export type Ended = { readonly aside: boolean }

/**
 * Ends an interview as its last page says: how it was, then finished or broken off, and the voucher. Refused with the field that is
 * wrong; a question that may not stay open is refused as `required` with its code. What was kept before a refusal is the same again.
 */
export async function finish(context: AppLoadContext, page: Page, form: FormData): Promise<Result<Ended>> {
  const { study, occasion, held, found, code } = page
  const { measurementId, wave } = held
  const db = context.databases.study
  const breaks = form.get('go') === 'break-off'
  const why = breaks ? codeIn(BROKEN_OFF, textOf(form, 'why')) : undefined
  if (breaks && !why) return refuse('required', { field: 'why' })
  const note = freeTextOf(form, 'note')
  const long = tooLong(note, 'note')
  if (long) return long
  if (await namesIn(context.vault, study, found.registrationId, note)) return refuse('name_in_text', { field: 'note' })
  const was = form.getAll('was')
  const conditions = { place: textOf(form, 'place'), thirdPerson: was.includes('third') }
  const told = { measurementId, interviewer: code, ...conditions, unreliable: textOf(form, 'unreliable') }
  const noted = await noteConditions(db, occasion, told)
  if (!noted.ok) return noted
  const standing = await standingOf(db, study, measurementId)
  if (!standing) return refuse('unknown_measurement')
  const draft = {
    ...(await nextPart(db, measurementId, standing, textOf(form, 'seen'))),
    answers: standing.given,
    seconds: standing.seconds,
    notes: { ...standing.notes, '': note },
    complete: !breaks,
    brokenOff: breaks,
    ...(why && { why }),
  }
  const taken = await takeInDraft(db, occasion, { measurementId, way: 'interview', enteredBy: code, draft })
  if (!taken.ok) return taken
  if (taken.value.state === 'aside') return done({ aside: true })
  if (was.includes('voucher')) await giveVoucher(context, page, wave)
  return done({ aside: false })
}

/** Hands out the voucher of this interview. A second one is refused, and that is as good. */
export const giveVoucher = ({ databases }: AppLoadContext, { occasion, found, code }: Page, wave: string) =>
  handOutVoucher(databases.study, occasion, { registrationId: found.registrationId, wave, interviewer: code })
