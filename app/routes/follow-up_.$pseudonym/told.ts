import type { Language } from '../../i18n/language'
import type { RegisterFact, StudyProtocol } from '../../protocol/study'

type Register = Pick<StudyProtocol, 'registerEvents'>

/** An event in words: what it was, of which kind, for which reason. */
export function eventTold(
  { registerEvents }: Register,
  { event, kind, reason }: RegisterFact,
  language: Language,
): string {
  const of = registerEvents[event]
  const ofKind = kind === null ? undefined : of?.kinds[kind]
  const parts = [of?.label[language] ?? event, kind && (ofKind?.label[language] ?? kind)]
  return [...parts, reason && (ofKind?.reasons[reason]?.[language] ?? reason)].filter(Boolean).join(' · ')
}

const BETWEEN = ':'

/** What can be chosen in the form: each event with its kinds, and the reasons of each kind that has some. */
export function choicesTold({ registerEvents }: Register, language: Language) {
  const kinds = Object.values(registerEvents).flatMap((event) => Object.values(event.kinds))
  return {
    events: Object.entries(registerEvents).map(([event, { label, kinds }]) => ({
      label: label[language],
      options:
        Object.keys(kinds).length === 0
          ? [{ value: event, label: label[language] }]
          : Object.entries(kinds).map(([kind, one]) => ({ value: event + BETWEEN + kind, label: one.label[language] })),
    })),
    reasons: kinds
      .filter(({ reasons }) => Object.keys(reasons).length > 0)
      .map(({ label, reasons }) => ({
        label: label[language],
        options: Object.entries(reasons).map(([value, reason]) => ({ value, label: reason[language] })),
      })),
  }
}

/** The event and kind that somebody chose. */
export function eventChosen(text: string): Pick<RegisterFact, 'event' | 'kind'> {
  const [event = '', kind] = text.split(BETWEEN)
  return { event, kind: kind ?? null }
}
