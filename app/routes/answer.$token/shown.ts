import type { Language } from '../../i18n/language'
import { reasonCodes, reasonNamed } from '../../protocol/reasons'
import type { Instrument, Item, StudyProtocol } from '../../protocol/study'
import type { Option } from '../../ui/field'
import type { Behind } from './behind'
import type { Reasons } from './reply-fields'

/** What the page may know: no ids, nothing of what the client answered. */
export function shownOf(behind: Behind, language: Language) {
  const { asked, study } = behind
  const { kind, pseudonym, askedOn, until, state, declinedOn, begun, wave } = asked
  const next = study.protocol.waves.find(({ window }) => window?.anchor === wave)
  return {
    kind,
    pseudonym,
    askedOn,
    until,
    state,
    declinedOn,
    begun,
    /** Months after this wave at which the next one opens; null when it is the last. */
    nextAfter: next?.window?.opensAfterMonths ?? null,
    study: study.protocol.title[language],
    confidential: !study.protocol.answersShared,
  }
}

/** The reasons that the form of the inquiry offers. */
export function reasonsFor(protocol: StudyProtocol, language: Language): Reasons {
  const reasonsOf = (step: string): Option[] =>
    reasonCodes(protocol, step).map((code) => {
      const reason = reasonNamed(protocol, step, code)
      return { value: code, label: reason ? reason[language] : code }
    })
  return { criteria: reasonsOf('criteria'), judgement: reasonsOf('judgement') }
}

/** The answers that can be given to an item, each with its words. */
export function optionsOf({ agreement }: Instrument, item: Item, language: Language): Option[] {
  if (item.options) return item.options.map(({ code, label }) => ({ value: `${code}`, label: label[language] }))
  return Array.from({ length: item.max - item.min + 1 }, (_, step) => {
    const value = `${item.min + step}`
    return { value, label: (item.kind === 'agreement' && agreement[step]?.[language]) || value }
  })
}
