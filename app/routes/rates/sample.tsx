import { words } from '../../i18n/catalogue'
import { shownCount } from '../../i18n/numbers'
import { RISK_CATEGORIES } from '../../protocol/sample'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Shown } from './shown'

/** The sample beside its population by risk category, and whether they lie alike. */
export function Sample({ sample: { categories, missing, fit, others } }: Pick<Shown, 'sample'>) {
  const { say, language } = useSpeaking()
  const { rates: w } = words
  const there = categories.filter(({ population }) => population !== 0)
  const rows = categories.map((one) => {
    const expected = fit?.expected[there.findIndex(({ category }) => category === one.category)]
    return {
      key: one.category,
      cells: {
        category: RISK_CATEGORIES[one.category][language],
        sample: shownCount(language, one.sample),
        population: shownCount(language, one.population),
        expected: expected === undefined ? '' : say(w.expectedOf, { value: expected }),
      },
    }
  })
  const unknown = {
    key: 'missing',
    cells: {
      category: say(w.missing),
      sample: shownCount(language, missing.sample),
      population: shownCount(language, missing.population),
    },
  }
  return (
    <section className="stack" aria-labelledby="sample">
      <h2 id="sample">{say(w.sample)}</h2>
      <p className="soft">{say(w.sampleAbout)}</p>
      <Table
        caption={say(w.sample)}
        hidden
        columns={[
          { key: 'category', label: say(w.category) },
          { key: 'sample', label: say(w.interviewed), number: true },
          { key: 'expected', label: say(w.expected), number: true },
          { key: 'population', label: say(w.registered), number: true },
        ]}
        parts={[{ key: 'all', rows: [...rows, unknown] }]}
      />
      {fit ? <p>{say(w.fit, fit)}</p> : <p>{say(w.tooFew)}</p>}
      {others && <p>{say(w.others, others)}</p>}
      {(fit?.few || others?.few) && <p className="soft small">{say(w.few)}</p>}
    </section>
  )
}
