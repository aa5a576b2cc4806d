import { words } from '../../i18n/catalogue'
import { FORMULA_OF_E } from '../../protocol/rates'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { Chapter } from './chapter'
import type { DrawnReport } from './drawn'

/** The study's own response, and the rates by AAPOR with their formulas. */
export function ResponseChapter({ report: { counted } }: { report: DrawnReport }) {
  const { say } = useSpeaking()
  const { report: w, rates, disclosure } = words
  const own = { ...counted.responseOfApproached, name: say(w.responseOwn) }
  const rows = [own, ...counted.rates].map((one) => ({
    key: one.name,
    cells: {
      name: one.name,
      value: one.hidden ? say(disclosure.notShown) : say(rates.percent, { value: one.value }),
      of: say(rates.over, one),
      formula: one.formula,
    },
  }))
  return (
    <Chapter id="response" title={say(w.response)}>
      <Table
        caption={say(rates.outcomes)}
        columns={[
          { key: 'name', label: say(rates.rate) },
          { key: 'value', label: say(rates.value), number: true },
          { key: 'of', label: say(rates.of) },
          { key: 'formula', label: say(rates.formula) },
        ]}
        parts={[{ key: 'all', rows }]}
      />
      <p className="soft small">
        {counted.hiddenE ? `e: ${say(disclosure.notShown)}.` : say(rates.estimated, { e: counted.e })} e ={' '}
        {FORMULA_OF_E}
      </p>
    </Chapter>
  )
}
