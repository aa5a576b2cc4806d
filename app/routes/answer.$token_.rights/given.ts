import { words } from '../../i18n/catalogue'
import { longDay } from '../../i18n/days'
import type { Language } from '../../i18n/language'
import { speak } from '../../i18n/speak'
import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { askedIn } from '../../protocol/instruments/battery'
import { reasonNamed } from '../../protocol/reasons'
import { type Instrument, NO_ANSWER, type StudyProtocol } from '../../protocol/study'
import { pinnedBattery } from '../../records/instruments/battery'
import type { answersOfSupervisor } from '../../records/supervisor-answers'
import { optionsOf } from '../answer.$token/shown'

type All = Extract<Awaited<ReturnType<typeof answersOfSupervisor>>, { ok: true }>['value']

/** One thing that a supervisor answered, in words: about whom (a pseudonym), when, and question by question. */
export type Given = {
  readonly title: string
  readonly pseudonym: string
  readonly on: Day
  readonly erased: boolean
  readonly lines: readonly Line[]
}
export type Line = {
  readonly code: string
  readonly question: string
  readonly value: number | string | null
  readonly answer: string
}

/** All that was answered as its giver reads it, the oldest first. */
export async function given(db: StudyDb, study: StudyRef, all: All, language: Language): Promise<Given[]> {
  const replies = all.replies.map((reply) => replyOf(reply, study.protocol, language))
  const filled = await Promise.all(
    all.questionnaires.map(async (one) => questionnaireOf(one, await pinnedBattery(db, study, one.battery), language)),
  )
  return [...replies, ...filled].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function replyOf(reply: All['replies'][number], protocol: StudyProtocol, language: Language): Given {
  const say = speak(language)
  const { answer: w, rights: r } = words
  const { pseudonym, on, by, endedOn, isSupervisor, contacts, nextContactOn, reason } = reply
  const named = reason && (reasonNamed(protocol, 'criteria', reason) ?? reasonNamed(protocol, 'judgement', reason))
  const lines: Line[] = [
    {
      code: 'is_supervisor',
      question: say(w.isSupervisor),
      value: isSupervisor === null ? null : isSupervisor ? 'yes' : 'no',
      answer: isSupervisor === null ? '' : say(isSupervisor ? w.yes : w.no),
    },
    { code: 'contacts', question: say(w.contacts), value: contacts, answer: `${contacts ?? ''}` },
    {
      code: 'next_contact_on',
      question: say(w.nextContact),
      value: nextContactOn,
      answer: nextContactOn ? longDay(language, nextContactOn) : '',
    },
    { code: 'reason', question: say(w.reason), value: reason, answer: named ? named[language] : (reason ?? '') },
    {
      code: 'by',
      question: say(r.writtenBy),
      value: by === 'self' ? null : by,
      answer: by === 'self' ? '' : say(words.answeredBy[by]),
    },
    {
      code: 'replaced_on',
      question: say(r.replacedOn),
      value: endedOn,
      answer: endedOn ? longDay(language, endedOn) : '',
    },
  ]
  return { title: say(r.reply), pseudonym, on, erased: false, lines: lines.filter(({ value }) => value !== null) }
}

function questionnaireOf(
  one: All['questionnaires'][number],
  battery: readonly Instrument[],
  language: Language,
): Given {
  const { pseudonym, wave, on, erasedOn, answers } = one
  const say = speak(language)
  const lines = Object.entries(answers).map(([code, value]): Line => {
    const found = askedIn(battery, code)
    const options = found ? optionsOf(found.instrument, found.item, language) : []
    const none = say(value === NO_ANSWER ? words.rights.noAnswer : words.rights.notAsked)
    const said = options.find((option) => option.value === `${value}`)?.label ?? `${value}`
    const answer = typeof value === 'number' ? said : none
    return { code, question: found?.item.text[language] ?? code, value, answer }
  })
  const title = say(words.rights.questionnaire, { wave })
  return { title, pseudonym, on, erased: erasedOn !== null, lines }
}
