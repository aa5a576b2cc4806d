import { words } from '../../i18n/catalogue'
import { plainDay } from '../../i18n/days'
import type { Language } from '../../i18n/language'
import { speak } from '../../i18n/speak'
import { coarsenable } from '../../protocol/disclosure/shared-numbers'
import { type ReleaseSpec, ruleName } from '../../protocol/release-spec'
import type { StudyProtocol } from '../../protocol/study'

type Told = { readonly label: string; readonly value: string }

/** What was asked for, name by name, in the reader's words; of the population only what narrows it down. */
export function specTold(study: StudyProtocol, spec: ReleaseSpec, language: Language): Told[] {
  const say = speak(language)
  const { askRelease: w } = words
  const list = (all: readonly string[]) => (all.length > 0 ? all.join('; ') : say(w.nothing))
  const labelOf = (rule: string) => study.outcomes.find((one) => ruleName(one) === rule)?.label[language] ?? rule
  const kinds = study.registerEvents.ended?.kinds ?? {}
  const { region, location, interviewedAt, startedFrom, startedTo } = spec.population
  const narrowed = [
    { label: say(w.region), value: region },
    { label: say(w.location), value: location },
    { label: say(w.interviewedAt), value: interviewedAt },
    { label: say(w.startedFrom), value: startedFrom && plainDay(language, startedFrom) },
    { label: say(w.startedTo), value: startedTo && plainDay(language, startedTo) },
  ].flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]))
  const coarser = coarsenable(study).flatMap(({ name, label, ladder }) => {
    const rung = ladder[(spec.coarsening[name] ?? 0) - 1]
    return rung ? [`${label[language]}: ${rung.label[language]}`] : []
  })
  return [
    { label: say(w.purpose), value: spec.purpose },
    { label: say(w.tables), value: list(spec.tables) },
    { label: say(w.waves), value: list(spec.waves) },
    { label: say(w.instruments), value: spec.instruments ? list(spec.instruments) : say(w.allInstruments) },
    { label: say(w.definitions), value: list(spec.definitions) },
    { label: say(w.outcomes), value: list(spec.outcomes.map(labelOf)) },
    { label: say(w.leftOut), value: list(spec.leftOut.map((kind) => kinds[kind]?.label[language] ?? kind)) },
    ...(narrowed.length > 0 ? narrowed : [{ label: say(w.whom), value: say(w.everybody) }]),
    { label: say(w.coarsening), value: coarser.length > 0 ? list(coarser) : say(words.disclosure.asItIs) },
    { label: say(w.dates), value: say(w[spec.dates]) },
    { label: say(w.formats), value: list(spec.formats.map((format) => say(words.releaseFormats[format]))) },
    { label: say(w.language), value: say(w[spec.language]) },
  ]
}
