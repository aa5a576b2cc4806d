import type { AppLoadContext } from '@remix-run/node'
import { namesIn } from '../../identity/names-in'
import { now } from '../../platform/clock'
import { tooLong } from '../../protocol/free-text'
import { askedIn } from '../../protocol/instruments/battery'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Given, Instrument } from '../../protocol/study'
import { standingOf } from '../../records/entries/standing'
import { type Taken, takeInDraft } from '../../records/entries/take-in'
import { nextPart } from '../../records/fieldwork/own-draft'
import { freeTextOf, numberOf, textOf } from '../gate/form'
import type { enterOwnInterview } from '../gate/interview'
import { secondsOf, type Talk } from '../gate/talk-shown'
import { answerIn } from '../talk/answer-in'

/** What a question's form says: the answer (undefined: left as it was), the note, and in which language it goes on. */
export type Said = {
  readonly item: string
  readonly answer: Given[string] | undefined
  readonly note: string
  readonly seconds: number
  readonly language: 'nl' | 'en'
  /** What stood when the page was made (see `seenOf`). */
  readonly seen: string
}

/** The longest that one question counts: longer is a tablet that was put away. */
const LONGEST_SECONDS = 600

/** How long the question was in sight: by the page's own clock, else between its being made and its being sent. */
export function secondsIn(form: FormData): number {
  const passed = (now().getTime() - Number(textOf(form, 'at') || Number.NaN)) / 1_000
  const seconds = numberOf(form, 'seconds') ?? (passed > 0 ? Math.round(passed) : 0)
  return Math.min(seconds, LONGEST_SECONDS)
}

/** Reads the form of a question. Refused: no answer of this question (see `answerIn`), a note that is too long or with a name in it (`name_in_text`). */
export async function saidIn(
  { vault }: AppLoadContext,
  { study, found }: Pick<Awaited<ReturnType<typeof enterOwnInterview>>, 'study' | 'found'>,
  { battery, notes, language }: Talk,
  form: FormData,
): Promise<Result<Said>> {
  const item = askedIn(battery, textOf(form, 'item'))?.item
  if (!item) return refuse('unknown_item')
  const heard = answerIn(form, item)
  if (!heard.ok) return heard
  const note = freeTextOf(form, 'note')
  const long = tooLong(note, 'note')
  if (long) return long
  const isNew = note !== (notes[item.code] ?? '')
  if (isNew && (await namesIn(vault, study, found.registrationId, note)))
    return refuse('name_in_text', { field: 'note' })
  const other = language === 'nl' ? 'en' : 'nl'
  return done({
    item: item.code,
    answer: heard.answer,
    note,
    seconds: secondsIn(form),
    language: form.get('go') === 'language' ? other : language,
    seen: textOf(form, 'seen'),
  })
}

/** Of two windows that send at the same moment one waits for the other, and then sees what it kept. */
const TRIES = 3

/**
 * Keeps one answer with all that stands (see `nextPart`): the page's own draft goes on. Gives what came of it and the answers as
 * they are now. Refused as `takeInDraft` refuses.
 */
export async function keep(
  { databases }: AppLoadContext,
  page: Awaited<ReturnType<typeof enterOwnInterview>>,
  battery: readonly Instrument[],
  said: Said,
): Promise<Result<{ readonly taken: Taken; readonly given: Given }>> {
  const { study, occasion, held, code } = page
  const { measurementId } = held
  const db = databases.study
  for (let left = TRIES; ; left--) {
    const standing = await standingOf(db, study, measurementId)
    if (!standing) return refuse('unknown_measurement')
    const given = said.answer === undefined ? standing.given : { ...standing.given, [said.item]: said.answer }
    const part = secondsOf(battery, said.item)
    const draft = {
      ...(await nextPart(db, measurementId, standing, said.seen)),
      answers: given,
      seconds: { ...standing.seconds, [part]: (standing.seconds[part] ?? 0) + said.seconds },
      notes: { ...standing.notes, [said.item]: said.note },
      language: said.language,
      complete: false,
    }
    const taken = await takeInDraft(db, occasion, { measurementId, way: 'interview', enteredBy: code, draft })
    if (!taken.ok) return taken
    if (taken.value.state !== 'known' || left === 0) return done({ taken: taken.value, given })
  }
}
