import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { speak } from '../../i18n/speak'
import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { coarsenable } from '../../protocol/disclosure/shared-numbers'
import { FORMATS, ruleName, TABLES } from '../../protocol/release-spec'
import { askedEver } from '../../records/instruments/asked-ever'
import { placesOf } from '../../records/releases/places'
import type { Option } from '../../ui/field'

/** Between what somebody who asks for a release can choose, in the reader's words. */
export async function choicesOf(db: StudyDb, study: StudyRef, language: Language) {
  const say = speak(language)
  const { protocol } = study
  const kinds = Object.entries(protocol.registerEvents.ended?.kinds ?? {})
  const { regions, locations } = await placesOf(db, study.id)
  const asIs = (value: string): Option => ({ value, label: value })
  return {
    tables: TABLES.map((value) => ({ value, label: say(words.releaseTables[value]) })),
    waves: protocol.waves.map(({ name, label }) => ({ value: name, label: `${name}: ${label[language]}` })),
    instruments: await instrumentsOf(db, study, language),
    definitions: protocol.scaleDefinitions.map((one) => ({
      value: one.name,
      label: say(words.scores.definition, one),
    })),
    outcomes: protocol.outcomes.map((rule) => ({ value: ruleName(rule), label: rule.label[language] })),
    leftOut: kinds.map(([value, { label }]) => ({ value, label: label[language] })),
    coarsening: coarsenable(protocol).map(({ name, label, ladder }) => ({
      name,
      label: label[language],
      options: ladder.map((rung, at) => ({ value: `${at + 1}`, label: rung.label[language] })),
    })),
    formats: FORMATS.map((value) => ({ value, label: say(words.releaseFormats[value]) })),
    regions: regions.map(asIs),
    locations: locations.map(asIs),
  }
}
export type Choices = Awaited<ReturnType<typeof choicesOf>>

/** Of each instrument that was ever asked the newest version by its title. */
async function instrumentsOf(db: StudyDb, study: StudyRef, language: Language): Promise<Option[]> {
  const asked = await askedEver(db, study)
  const sides = ['client', 'supervisor'] as const
  const all = study.protocol.waves.flatMap(({ name }) => sides.flatMap((side) => asked(name, side)))
  const titles = new Map<string, string>()
  for (const { name, title } of all) if (!titles.has(name)) titles.set(name, title[language])
  return [...titles].map(([value, title]) => ({ value, label: `${title} (${value})` }))
}
