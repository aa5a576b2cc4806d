import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { link } from '../../access/pages'
import { askedIn } from '../../protocol/instruments/battery'
import { askedInOrder, previousItem, progressOf } from '../../protocol/instruments/progress'
import { windowsOf } from '../../records/fieldwork/windows-of'
import { enterOwnInterview } from '../gate/interview'
import { ownTalk } from '../gate/own-talk'

/** The last page of an interview: what is still open, how it was, and that it is over or broken off (protocol §3). */
export async function shownEnd(call: LoaderFunctionArgs) {
  const { study, held, found, pseudonym, language } = await enterOwnInterview('/interview/:pseudonym/end', call)
  const db = call.context.databases.study
  const talk = await ownTalk(call.context, { study, language }, held.measurementId)
  const { battery, given, order, notes, language: asked } = talk
  const open = askedInOrder(battery, order, given).flatMap((code) => {
    const item = given[code] === undefined && askedIn(battery, code)?.item
    return item ? [{ code, text: item.text[asked], needed: item.required === true }] : []
  })
  const { place, thirdPerson, unreliable, wave, completedOn, brokenOffOn } = held
  if (brokenOffOn && !completedOn) throw redirect(link.interview(pseudonym))
  return {
    pseudonym,
    wave,
    asked,
    ended: completedOn !== null,
    open,
    last: previousItem(battery, order, given, null) ?? undefined,
    progress: progressOf(battery, given),
    note: notes[''] ?? '',
    seen: talk.seen,
    was: { place: place ?? '', thirdPerson: thirdPerson === true, unreliable: unreliable ?? '' },
    voucher: found.voucher,
    next: completedOn ? await windowsOf(db, study, found.registrationId, wave) : [],
  }
}
export type Shown = Awaited<ReturnType<typeof shownEnd>>
