import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Empty } from '../../ui/empty'
import { Field } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { at, type Filled } from '../gate/form-parts'
import type { Shown } from './shown'

/** The period of each region, the published ones to take over, and the form to set one. */
export function Periods({ shown, filled }: { shown: Shown; filled: Filled }) {
  const { say } = useSpeaking()
  const { sites: w } = words
  const { periods, proposed, regions } = shown
  const rows = periods.map(({ region, from, until }) => ({
    key: region,
    cells: { region, period: say(w.days, { from, until }) },
  }))
  return (
    <section className="stack" aria-labelledby="periods">
      <h2 id="periods">{say(w.periods)}</h2>
      <p className="soft">{say(w.periodsAbout)}</p>
      {periods.length === 0 ? (
        <Empty title={say(w.noPeriods)} />
      ) : (
        <Table
          caption={say(w.periods)}
          hidden
          small
          columns={[
            { key: 'region', label: say(w.region) },
            { key: 'period', label: say(w.period) },
          ]}
          parts={[{ key: 'all', rows }]}
        />
      )}
      {proposed.length > 0 && (
        <form method="post" action={link.sites()} className="panel form read">
          <input type="hidden" name="form" value="published" />
          <ul>
            {proposed.map(({ region, from, until }) => (
              <li key={region}>
                {region}: {say(w.days, { from, until })}
              </li>
            ))}
          </ul>
          <div>
            <button type="submit" className="button quiet">
              {say(w.published)}
            </button>
          </div>
        </form>
      )}
      <form method="post" action={link.sites()} className="panel form read">
        <h3>{say(w.setPeriod)}</h3>
        <input type="hidden" name="form" value="period" />
        <Field {...at(filled, 'period_region')} label={say(w.region)} offers={regions} />
        <Field {...at(filled, 'from')} label={say(w.from)} type="date" short />
        <Field {...at(filled, 'until')} label={say(w.until)} hint={say(w.untilHint)} type="date" short />
        <div>
          <button type="submit" className="button">
            {say(w.setPeriod)}
          </button>
        </div>
      </form>
    </section>
  )
}
