import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { QUERY_REASONS } from '../../protocol/queries/reasons'
import { Choices, Select } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { at, type Filled } from '../gate/form-parts'
import type { Seen } from './seen'

/** How the answer stands, and every change of it. */
export function History({ seen }: { seen: Seen }) {
  const { say, language } = useSpeaking()
  const { queriesPage: w } = words
  const columns = (['on', 'from', 'to', 'by', 'why'] as const).map((key) => ({ key, label: say(w[key]) }))
  return (
    <section className="panel stack">
      <p>
        {say(w.stands)}: <strong>{seen.stands}</strong>
      </p>
      <Table
        caption={say(w.history)}
        columns={columns}
        parts={[
          {
            key: 'all',
            rows: seen.history.map(({ key, on, ...cells }) => ({
              key,
              cells: { ...cells, on: <time dateTime={on}>{shortDay(language, on)}</time> },
            })),
          },
        ]}
      />
    </section>
  )
}

/** A coded reason, and for who may read the answer what it has to be. */
export function AnswerForm({ seen, filled }: { seen: Seen | null; filled: Filled }) {
  const { say, language } = useSpeaking()
  const { queriesPage: w } = words
  const reasons = Object.entries(QUERY_REASONS).map(([value, label]) => ({ value, label: label[language] }))
  return (
    <form method="post" className="panel form">
      <input type="hidden" name="deed" value="answer" />
      <Choices {...at(filled, 'reason')} label={say(w.reason)} options={reasons} />
      {seen && (
        <Select
          {...at(filled, 'correction')}
          label={say(w.correction)}
          none={say(w.stays)}
          groups={[{ label: say(w.correction), options: seen.options }]}
        />
      )}
      <div>
        <button type="submit" className="button">
          {say(w.answerIt)}
        </button>
      </div>
    </form>
  )
}
