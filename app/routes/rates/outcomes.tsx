import { words } from '../../i18n/catalogue'
import { shownCount } from '../../i18n/numbers'
import { CLASSES, DISPOSITION_NAMES, DISPOSITIONS } from '../../protocol/dispositions'
import { FORMULA_OF_E } from '../../protocol/rates'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Shown } from './shown'

/** Every rate with its formula and what it was computed of. */
export function OutcomeRates({ counted }: Pick<Shown, 'counted'>) {
  const { say } = useSpeaking()
  const { rates: w } = words
  const rows = counted.rates.map((one) => ({
    key: one.name,
    cells: {
      name: one.name,
      value: one.hidden ? say(words.disclosure.notShown) : say(w.percent, { value: one.value }),
      of: say(w.over, one),
      formula: one.formula,
    },
  }))
  return (
    <section className="stack" aria-labelledby="outcomes">
      <h2 id="outcomes">{say(w.outcomes)}</h2>
      <Table
        caption={say(w.outcomes)}
        hidden
        columns={[
          { key: 'name', label: say(w.rate) },
          { key: 'value', label: say(w.value), number: true },
          { key: 'of', label: say(w.of) },
          { key: 'formula', label: say(w.formula) },
        ]}
        parts={[{ key: 'all', rows }]}
      />
      <p className="soft small">
        {counted.hiddenE ? `e: ${say(words.disclosure.notShown)}.` : say(w.estimated, { e: counted.e })} e ={' '}
        {FORMULA_OF_E}
      </p>
    </section>
  )
}

/** How many cases ended, or stand for now, in each disposition; those that nobody ended in too. */
export function Dispositions({ counted }: Pick<Shown, 'counted'>) {
  const { say, language } = useSpeaking()
  const { rates: w } = words
  const rows = DISPOSITION_NAMES.map((name) => {
    const { class: of, number, label } = DISPOSITIONS[name]
    const cases = shownCount(language, counted.dispositions[name])
    return {
      key: name,
      cells: { end: label[language], number, kind: `${of}: ${CLASSES[of][language]}`, cases },
    }
  })
  return (
    <section className="stack" aria-labelledby="ends">
      <h2 id="ends">{say(w.ends)}</h2>
      <Table
        caption={say(w.ends)}
        hidden
        columns={[
          { key: 'end', label: say(w.end) },
          { key: 'number', label: say(w.number), number: true },
          { key: 'kind', label: say(w.kind) },
          { key: 'cases', label: say(w.cases), number: true },
        ]}
        parts={[{ key: 'all', rows }]}
      />
    </section>
  )
}
