import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { count } from '../../i18n/numbers'
import { speak } from '../../i18n/speak'
import { wordsOf } from '../../protocol/disclosure/coarsen'
import type { Disclosure } from '../../protocol/disclosure/disclosure'
import { gate, LEAST_REASON, type Objection } from '../../protocol/disclosure/gate'
import type { QuasiIdentifier, QuasiValue, Steps } from '../../protocol/disclosure/quasi-identifier'
import { coarsenable } from '../../protocol/disclosure/shared-numbers'
import { ruleName } from '../../protocol/release-spec'
import type { StudyProtocol } from '../../protocol/study'

type How = {
  readonly override: string | null
  readonly language: Language
  /** Whether its reader may see by what people could be recognised. */
  readonly listed: boolean
}

/** How well nobody in a release can be recognised, in the reader's words; the smallest groups only for who decides. */
export function disclosureTold(study: StudyProtocol, found: Disclosure, { override, language, listed }: How) {
  const say = speak(language)
  const { disclosure: w } = words
  const { k, rows, classes, smallest, uniques, below, suggestion } = found
  const named = new Map(coarsenable(study).map((one) => [one.name, one]))
  const labelOf = (name: string) => named.get(name)?.label[language] ?? name
  const outcomeOf = (name: string) => study.outcomes.find((rule) => ruleName(rule) === name)?.label[language] ?? name
  const number = (n: number) => count(language, n)
  const verdict = gate(found, override === null ? undefined : { reason: override })
  const objections = verdict.verdict === 'safe' ? [] : verdict.objections
  return {
    verdict: verdict.verdict,
    ...{ k, least: LEAST_REASON },
    objections: objections.map(objectionTold),
    figures: [
      { label: say(w.rows), value: number(rows) },
      { label: say(w.classes), value: number(classes) },
      { label: say(w.smallest), value: smallest === null ? '–' : number(smallest) },
      { label: say(w.uniques), value: number(uniques) },
      { label: say(w.belowRows, { k }), value: number(below.rows) },
      { label: say(w.belowCells, { k }), value: number(below.cells) },
      ...(found.shared ?? []).map(({ name, below: { rows } }) => ({
        label: say(w.belowShared, { number: labelOf(name), k }),
        value: number(rows),
      })),
    ],
    identifiers: study.quasiIdentifiers.map(({ name }) => ({ name, label: labelOf(name) })),
    cells: listed
      ? found.listed.map(({ n, values }) => ({
          n,
          values: Object.fromEntries(
            study.quasiIdentifiers.map((one) => [one.name, valueTold(one, values[one.name] ?? null)]),
          ),
        }))
      : null,
    contributions: found.contributions.map((one) => ({ ...one, label: labelOf(one.name) })),
    taken: stepsTold(found.steps),
    suggestion: suggestion && {
      steps: stepsTold(suggestion.steps),
      left: suggestion.rowsBelow > 0 ? say(w.suggestionLeft, { rows: number(suggestion.rowsBelow), k }) : null,
    },
    outcomes: found.outcomes.map((one) => ({ ...one, label: outcomeOf(one.outcome) })),
  }

  function objectionTold(one: Objection): string {
    switch (one.code) {
      case 'too_few_alike':
        return say(w.too_few_alike, { rows: number(one.rows), k })
      case 'few_share':
        return say(w.few_share, { number: labelOf(one.number), rows: number(one.rows), k })
      case 'dates_shown':
        return say(w.dates_shown)
      case 'outcome_shown':
        return say(w.outcome_shown, { outcome: outcomeOf(one.outcome), rows: number(one.rows) })
    }
  }

  function valueTold(identifier: QuasiIdentifier, value: QuasiValue): string {
    return value === null ? say(w.unknown) : (wordsOf(identifier, value)?.[language] ?? String(value))
  }

  /** How much less precisely each is told. */
  function stepsTold(steps: Steps) {
    return Object.entries(steps).flatMap(([name, rungs]) => {
      const rung = named.get(name)?.ladder[rungs - 1]
      return rung ? [{ label: labelOf(name), value: rung.label[language] }] : []
    })
  }
}
export type DisclosureTold = ReturnType<typeof disclosureTold>
