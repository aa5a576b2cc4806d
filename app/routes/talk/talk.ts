import type { Language } from '../../i18n/language'
import { addDays, type Day, dayAt, daysBetween } from '../../protocol/day'
import { checkGiven } from '../../protocol/instruments/check'
import { firstOpen, nextItem, previousItem } from '../../protocol/instruments/progress'
import type { BreakOffReason, Place, UnreliableReason } from '../../protocol/interview'
import type { Given, Instrument } from '../../protocol/study'
import type { Draft } from '../../records/entries/draft'
import { secondsOf } from '../gate/talk-shown'

/** What the server hands to a device for one talk: numbers and questions, no name. */
export type Sheet = {
  readonly studyId: string
  readonly measurementId: string
  /** Of the pair; it is how the interviewer tells one talk from another. */
  readonly pseudonym: string
  readonly wave: string
  /** The voucher was handed out before. */
  readonly voucher: boolean
  /** The study's day on which it was taken along. */
  readonly today: Day
  readonly battery: readonly Instrument[]
  readonly order: readonly string[]
  readonly seed: number | null
  readonly language: Language
  readonly given: Given
  readonly seconds: Readonly<Record<string, number>>
  readonly notes: Readonly<Record<string, string>>
  /** What stood at the server when the talk was taken along; null when nothing did. */
  readonly base: Draft['base']
}

/** How a talk ended, as the interviewer says it on the last page. */
export type Ending = {
  /** Why it was broken off; null when it was finished. */
  readonly brokenOff: BreakOffReason | null
  readonly place: Place | null
  /** Whether somebody else was there. */
  readonly thirdPerson: boolean
  /** Why the answers cannot be relied on; null when they can. */
  readonly unreliable: UnreliableReason | null
  readonly voucher: boolean
  /** A note on the talk as a whole. */
  readonly note: string
}

/** What goes to the server at once: the draft and, since it ends there, how it ended. */
export type Parcel = {
  readonly studyId: string
  readonly measurementId: string
  readonly draft: Draft
  readonly ending: Ending
}

/** A talk on this device: all that is sealed. */
export type Talk = {
  /** The shape of this record; a later version of the page reads earlier ones. */
  readonly form: 1
  readonly draftId: string
  /** By the clock of the device, in milliseconds since 1970. */
  readonly begunAt: number
  readonly sheet: Sheet
  readonly given: Given
  readonly notes: Readonly<Record<string, string>>
  readonly seconds: Readonly<Record<string, number>>
  readonly language: Language
  /** The question in sight; null is the last page. */
  readonly at: string | null
  /** How many parcels were made so far; each has a number of its own. */
  readonly parcels: number
  /** What is on its way: written down before it is sent and sent again unchanged, so that it arrives once. */
  readonly parcel: Parcel | null
}

/** A talk that was just taken along: it goes on at the first question that was left open. */
export const begun = (draftId: string, sheet: Sheet, begunAt: number): Talk => ({
  form: 1,
  draftId,
  begunAt,
  sheet,
  given: sheet.given,
  notes: sheet.notes,
  seconds: sheet.seconds,
  language: sheet.language,
  at: firstOpen(sheet.battery, sheet.order, sheet.given),
  parcels: 0,
  parcel: null,
})

/** What was said of the question in sight: nothing (undefined) leaves it open. */
export function said(
  talk: Talk,
  { answer, note, seconds }: { answer: Given[string] | undefined; note: string; seconds: number },
): Talk {
  const { at, sheet } = talk
  if (at === null) return talk
  const { [at]: _before, ...others } = talk.given
  const block = secondsOf(sheet.battery, at)
  return {
    ...talk,
    given: answer === undefined ? others : { ...others, [at]: answer },
    // one that was taken away is sent as empty, so that it goes at the server too
    notes: note || talk.notes[at] ? { ...talk.notes, [at]: note } : talk.notes,
    seconds: { ...talk.seconds, [block]: (talk.seconds[block] ?? 0) + seconds },
  }
}

/** On to the next question that is asked, or to the last page. */
export const forth = (talk: Talk): Talk => ({
  ...talk,
  at: nextItem(talk.sheet.battery, talk.sheet.order, talk.given, talk.at),
})

/** Back to the question before; at the first one it stays there. */
export const back = (talk: Talk): Talk => ({
  ...talk,
  at: previousItem(talk.sheet.battery, talk.sheet.order, talk.given, talk.at) ?? talk.at,
})

/** The study's day at a moment: as many days after the one on which it was taken along as the device's calendar says. */
const studyDay = ({ sheet, begunAt }: Talk, at: number): Day =>
  addDays(sheet.today, Math.max(0, daysBetween(dayAt(new Date(begunAt)), dayAt(new Date(at)))))

/**
 * The talk with its parcel made, or the first question that has to be answered before. Answers to questions that are not
 * asked any more are left out.
 */
export function ended(talk: Talk, ending: Ending, at: number): { talk: Talk } | { open: string } {
  const { sheet, draftId, seconds, language } = talk
  const notes = { ...talk.notes, '': ending.note }
  const checked = checkGiven(sheet.battery, talk.given, { signing: ending.brokenOff === null })
  if (!checked.ok) return { open: Object.keys(checked.mistakes)[0] ?? sheet.order[0] ?? '' }
  const answers = Object.fromEntries(Object.entries(talk.given).filter(([code]) => !checked.dropped.includes(code)))
  const draft: Draft = {
    draftId,
    draftSeq: talk.parcels + 1,
    base: sheet.base,
    answers,
    seconds,
    notes,
    language,
    order: sheet.order,
    complete: ending.brokenOff === null,
    brokenOff: ending.brokenOff !== null,
    ...(ending.brokenOff && { why: ending.brokenOff }),
    on: studyDay(talk, at),
  }
  const { studyId, measurementId } = sheet
  return { talk: { ...talk, notes, parcels: draft.draftSeq, parcel: { studyId, measurementId, draft, ending } } }
}

/**
 * Back to the questions, after the server said what is wrong or after a break. The parcel's number is not given again: it may
 * have arrived without our hearing of it, and what comes after it must not be taken for it. `at` is the question that it is about.
 */
export const reopened = (talk: Talk, at: string | undefined): Talk => ({
  ...talk,
  parcel: null,
  at: at && talk.sheet.order.includes(at) ? at : talk.at,
})
