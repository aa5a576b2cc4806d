import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import type { Language } from '../../i18n/language'
import { type Plain, type Say, speak } from '../../i18n/speak'
import { reasonNamed } from '../../protocol/reasons'
import type { OutcomeRule, StudyProtocol } from '../../protocol/study'
import type { Timeline } from '../../records/timeline'
import type { Tone } from '../../ui/badge'

type Entry = Timeline['entries'][number]
/** Something that happened, in the reader's words. */
export type Told = {
  readonly key: string
  readonly on: string
  readonly written: string
  readonly title: string
  readonly details: string
  readonly tone: Tone
}

const REGISTER = /^register_/
const CORRESPONDENCE = /^(mail_|questionnaire_|replied$|inquired$)/
const TONES: Readonly<Record<string, Tone>> = {
  interviewed: 'good',
  questionnaire_completed: 'good',
  no_show: 'late',
  left: 'late',
  withdrawn: 'late',
  erased: 'late',
  questionnaire_closed: 'late',
  mail_failed: 'late',
  mail_planned: 'mute',
  mail_sent: 'mute',
  mail_suppressed: 'mute',
  mail_cancelled: 'mute',
}

const worded = (table: Readonly<Record<string, Plain>>, key: string): Plain | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** What the reader may know of a pair beside its own course. */
type Known = {
  /** What went to the supervisor or came from them. */
  readonly correspondence: boolean
  /** What the register brought afterwards. */
  readonly register: boolean
}

/** The course of a pair in words, without what the reader may not know. */
export function tellCourse(
  entries: readonly Entry[],
  protocol: StudyProtocol,
  { language, correspondence, register }: Known & { readonly language: Language },
): Told[] {
  const say = speak(language)
  const told = entries.filter(
    ({ kind }) => (correspondence || !CORRESPONDENCE.test(kind)) && (register || !REGISTER.test(kind)),
  )
  return told.map((entry, index) => ({
    key: `${index}`,
    on: entry.on,
    written: shortDay(language, entry.on),
    title: titleOf(entry, protocol, say, language),
    details: detailsOf(entry, protocol, say, language),
    tone: TONES[entry.kind] ?? 'calm',
  }))
}

function titleOf({ kind, wave }: Entry, protocol: StudyProtocol, say: Say, language: Language): string {
  const event = kind.startsWith('register_') ? protocol.registerEvents[kind.slice('register_'.length)] : undefined
  const title = event ? event.label[language] : say(worded(words.happenings, kind) ?? words.happenings.other)
  return wave ? `${title}, ${wave}` : title
}

function detailsOf({ kind, details }: Entry, protocol: StudyProtocol, say: Say, language: Language): string {
  const { timeline: w } = words
  const said: string[] = []
  const text = (name: string) => (typeof details[name] === 'string' ? `${details[name]}` : undefined)
  const number = (name: string) => (typeof details[name] === 'number' ? Number(details[name]) : undefined)
  const [contacts, minutes, round] = [number('contacts'), number('minutes'), number('round')]
  const [nextOn, interviewer, message] = [text('nextContactOn'), text('interviewer'), text('message')]
  const pair = text('pair')
  if (pair) said.push(say(w.pairBefore, { pair }))
  if (contacts !== undefined) said.push(say(w.contacts, { n: contacts }))
  if (nextOn) said.push(say(w.nextContact, { on: nextOn }))
  if (minutes !== undefined) said.push(say(w.minutes, { n: minutes }))
  if (interviewer) said.push(say(w.interviewer, { code: interviewer }))
  if (message) said.push(say(worded(words.messageKinds, message) ?? words.happenings.other))
  if (round !== undefined && round > 0) said.push(say(w.round, { n: round }))
  const reason = kind.startsWith('register_')
    ? registerReason(kind.slice('register_'.length), text('kind'), text('reason'), protocol, language)
    : caseReason(kind, text('step'), text('reason'), protocol, language)
  return [...said, ...reason].join(' · ')
}

function registerReason(
  event: string,
  kind: string | undefined,
  reason: string | undefined,
  { registerEvents }: StudyProtocol,
  language: Language,
): string[] {
  const of = kind ? registerEvents[event]?.kinds[kind] : undefined
  const why = reason ? of?.reasons[reason] : undefined
  return [of?.label[language], why?.[language]].filter((one) => one !== undefined)
}

/** A reason stands with the step at which it was given; on a reply it may be one of two. */
function caseReason(
  kind: string,
  step: string | undefined,
  reason: string | undefined,
  protocol: StudyProtocol,
  language: Language,
): string[] {
  if (!reason) return []
  const steps = step ? [step] : kind === 'not_approachable' ? ['judgement'] : ['criteria', 'judgement']
  const found = steps.map((one) => reasonNamed(protocol, one, reason)).find((one) => one !== undefined)
  return found ? [found[language]] : []
}

/** The outcomes that the register gives, in words. Those that rest on somebody's answers are shown with no case (§6). */
export const tellOutcomes = (outcomes: Timeline['outcomes'], { outcomes: rules }: StudyProtocol, language: Language) =>
  outcomes.flatMap((one) => {
    const rule = rules.find(({ outcome, variant }) => outcome === one.outcome && variant === one.variant)
    return rule?.from === 'register' ? [tellOutcome(one, rule, language)] : []
  })

/** An outcome in words: which rule, what came out, on which day, and on which side of T2. */
function tellOutcome(
  { value, on, relative }: Timeline['outcomes'][number],
  { label }: OutcomeRule,
  language: Language,
): { readonly label: string; readonly value: string } {
  const say = speak(language)
  const side = relative ? worded(words.outcomeValues, relative) : undefined
  const parts = [
    say(worded(words.outcomeValues, value) ?? words.outcomeValues.missing),
    on ? shortDay(language, on) : '',
    side ? say(side) : '',
  ]
  return { label: label[language], value: parts.filter(Boolean).join(' · ') }
}
