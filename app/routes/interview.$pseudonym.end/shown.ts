import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { link } from '../../access/pages'
import { askedIn } from '../../protocol/instruments/battery'
import { askedInOrder, previousItem, progressOf } from '../../protocol/instruments/progress'
import { windowsOf } from '../../records/fieldwork/windows-of'
import { enterOwnInterview } from '../gate/interview'
import { ownTalk } from '../gate/own-talk'

/**
 * The last page of an interview: what is still open, how it was, and that it is over or broken off (protocol §3). Nothing of what was
 * answered once it is over, or the client stopped.
 */
export async function shownEnd(call: LoaderFunctionArgs) {
  const { study, held, found, pseudonym, language, stopped } = await enterOwnInterview(
    '/interview/:pseudonym/end',
    call,
  )
  const db = call.context.databases.study
  const { wave, completedOn, brokenOffOn } = held
  const ended = completedOn !== null
  const over = { pseudonym, wave, ended: true as const, stopped: stopped !== null && !ended, voucher: found.voucher }
  if (ended || stopped) return { ...over, next: stopped ? [] : await windowsOf(db, study, found.registrationId, wave) }
  if (brokenOffOn) throw redirect(link.interview(pseudonym))
  const talk = await ownTalk(call.context, { study, language }, held.measurementId)
  const { battery, given, order, notes, language: asked } = talk
  const open = askedInOrder(battery, order, given).flatMap((code) => {
    const item = given[code] === undefined && askedIn(battery, code)?.item
    return item ? [{ code, text: item.text[asked], needed: item.required === true }] : []
  })
  const { place, thirdPerson, unreliable } = held
  return {
    pseudonym,
    wave,
    asked,
    ended: false as const,
    open,
    last: previousItem(battery, order, given, null) ?? undefined,
    progress: progressOf(battery, given),
    note: notes[''] ?? '',
    seen: talk.seen,
    was: { place: place ?? '', thirdPerson: thirdPerson === true, unreliable: unreliable ?? '' },
    voucher: found.voucher,
  }
}
type Shown = Awaited<ReturnType<typeof shownEnd>>
export type Open = Extract<Shown, { ended: false }>
export type Over = Extract<Shown, { ended: true }>
