import { words } from '../../i18n/catalogue'
import { BREACHED, REPORTING, TELLING } from '../../protocol/breach'
import { LONGEST_TEXT } from '../../protocol/free-text'
import { Choices, Field } from '../../ui/field'
import { LongField } from '../../ui/long-field'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Ticks } from '../../ui/ticks'
import type { Filled } from './filled'

/** What was wrong with a form: which field, none for the form as a whole, and the sentence. */
export type Mistake = { readonly field: string | null; readonly sentence: string }

/** Everything that is known of a breach, to fill in or change. `seq` is the version that is changed; 0 for the first. */
export function BreachForm(props: { action: string; filled: Filled; seq: number; mistake: Mistake | null }) {
  const { action, filled, seq, mistake } = props
  const { say } = useSpeaking()
  const { breaches: w } = words
  const wrong = (field: string) => (mistake?.field === field ? { mistake: mistake.sentence } : {})
  return (
    <form method="post" action={action} className="form panel">
      {mistake && (
        <Notice tone="late" title={say(w.wrong)} urgent>
          {mistake.sentence}
        </Notice>
      )}
      <input type="hidden" name="seq" value={seq} />
      <LongField
        longest={LONGEST_TEXT}
        name="happened"
        label={say(w.happened)}
        hint={say(w.happenedHint)}
        value={filled.happened}
        {...wrong('happened')}
      />
      <Field
        name="discovered"
        type="datetime-local"
        short
        label={say(w.discovered)}
        hint={say(w.discoveredHint)}
        value={filled.discovered}
        {...wrong('discovered')}
      />
      <Ticks
        name="material"
        label={say(w.material)}
        values={filled.material}
        options={BREACHED.map((value) => ({ value, label: say(words.breached[value]) }))}
        {...wrong('material')}
      />
      <Field
        name="people"
        type="number"
        min="0"
        short
        label={say(w.people)}
        value={filled.people}
        {...wrong('people')}
      />
      <LongField
        longest={LONGEST_TEXT}
        name="consequences"
        label={say(w.consequences)}
        value={filled.consequences}
        {...wrong('consequences')}
      />
      <LongField
        longest={LONGEST_TEXT}
        name="measures"
        label={say(w.measures)}
        value={filled.measures}
        {...wrong('measures')}
      />
      <Choices
        name="reporting"
        level
        label={say(w.reporting)}
        value={filled.reporting}
        options={REPORTING.map((value) => ({ value, label: say(words.reportings[value]) }))}
      />
      <Field
        name="reported"
        type="datetime-local"
        short
        label={say(w.reportedAt)}
        value={filled.reported}
        {...wrong('reported')}
      />
      <LongField
        longest={LONGEST_TEXT}
        name="reason"
        label={say(w.reason)}
        value={filled.reason}
        rows={2}
        {...wrong('reason')}
      />
      <Choices
        name="telling"
        level
        label={say(w.telling)}
        value={filled.telling}
        options={TELLING.map((value) => ({ value, label: say(words.tellings[value]) }))}
      />
      <Ticks
        name="closed"
        label={say(w.closed)}
        values={filled.closed ? ['yes'] : []}
        options={[{ value: 'yes', label: say(w.yes) }]}
        {...wrong('closed')}
      />
      <button type="submit" className="button">
        {say(w.save)}
      </button>
    </form>
  )
}
