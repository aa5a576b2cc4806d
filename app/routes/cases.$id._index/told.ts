import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import type { Language } from '../../i18n/language'
import { type Plain, speak } from '../../i18n/speak'
import { reasonNamed } from '../../protocol/reasons'
import type { StudyProtocol } from '../../protocol/study'
import type { CaseFile } from '../../records/intake/case-file'
import type { Tone } from '../../ui/badge'

/** Something that happened to a case, in the reader's words. */
export type Told = {
  readonly key: string
  readonly on: string
  readonly written: string
  readonly title: string
  readonly details: string
  readonly tone: Tone
}
type Fact = {
  readonly on: string
  readonly title: string
  readonly said?: readonly (string | null)[]
  readonly tone?: Tone
}

const worded = (table: Readonly<Record<string, Plain>>, key: string | null): Plain | null =>
  key !== null && Object.hasOwn(table, key) ? (table[key] ?? null) : null

/** The course of a case from its registration, in order. */
export function tellHistory(file: CaseFile, protocol: StudyProtocol, language: Language): Told[] {
  const say = speak(language)
  const { caseFile: w } = words
  const who = (by: string | null) => {
    const sayer = worded(words.sayers, by)
    return sayer && say(w.by, { who: say(sayer) })
  }
  const reason = (step: string, code: string | null) => code && (reasonNamed(protocol, step, code)?.[language] ?? code)
  const step = (name: string) => {
    const known = worded(words.intakeSteps, name)
    return known ? say(known) : name
  }
  const criterion = (name: string) => protocol.criteria.find((one) => one.name === name)?.label[language] ?? name
  const asked = [...file.inquiriesBefore, ...(file.inquiry ? [{ ...file.inquiry, endedOn: null }] : [])]
  const facts: readonly Fact[] = [
    { on: file.registeredOn, title: say(w.happened) },
    ...asked.flatMap((one, index): Fact[] => [
      ...(asked[index - 1]?.sentOn === one.sentOn ? [] : [{ on: one.sentOn, title: say(w.wasAsked) }]),
      ...(one.repliedOn ? [answer(one, one.repliedOn)] : []),
    ]),
    ...file.findings
      .filter(({ seq, source }) => seq > 1 || source === 'account')
      .map(({ foundOn, criterion: name, verdict, source }): Fact => {
        const state = worded(words.verdicts, verdict)
        return {
          on: foundOn,
          title: say(w.wasFound, { criterion: criterion(name), verdict: state ? say(state) : verdict }),
          said: [who(source)],
        }
      }),
    ...file.judgements.map(
      (one): Fact => ({
        on: one.judgedOn,
        title: say(w.wasJudged),
        said: [
          one.approachable ? say(w.approachable) : say(w.couldNot),
          reason('judgement', one.reason),
          who(one.judgedBy),
        ],
      }),
    ),
    ...(file.dyad ? [{ on: file.dyad.boundOn, title: say(w.wasBound), said: [file.dyad.pseudonym] }] : []),
    ...(file.dyad?.unboundOn ? [{ on: file.dyad.unboundOn, title: say(w.wasUnbound) }] : []),
    ...file.noShows.map((on): Fact => ({ on, title: say(w.wasNoShow), tone: 'late' })),
    ...file.departures.flatMap((one): Fact[] => [
      {
        on: one.leftOn,
        title: say(w.wasLeft, { step: step(one.step) }),
        said: [reason(one.step, one.reason), who(one.decidedBy)],
        tone: 'late',
      },
      ...(one.returnedOn ? [{ on: one.returnedOn, title: say(w.wasBack) }] : []),
    ]),
  ]
  return facts
    .map((fact, place) => ({ fact, place }))
    .sort((a, b) => (a.fact.on < b.fact.on ? -1 : a.fact.on > b.fact.on ? 1 : a.place - b.place))
    .map(({ fact: { on, title, said = [], tone = 'calm' } }, index) => ({
      key: `${index}`,
      on,
      written: shortDay(language, on),
      title,
      details: said.filter(Boolean).join(' · '),
      tone,
    }))

  function answer(one: (typeof asked)[number], on: string): Fact {
    const at = one.reason && reasonNamed(protocol, 'criteria', one.reason) ? 'criteria' : 'judgement'
    const said = [
      one.isSupervisor === false ? say(w.notTheirs) : null,
      one.contacts === null ? null : say(w.numberOf, { n: one.contacts }),
      reason(at, one.reason),
      who(one.answeredBy),
      one.endedOn && say(w.untilThen, { on: one.endedOn }),
    ]
    return { on, title: say(w.wasAnswered), said }
  }
}
