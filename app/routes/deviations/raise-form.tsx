import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { BY_HAND, DEVIATIONS } from '../../protocol/deviations'
import { LONGEST_TEXT } from '../../protocol/free-text'
import { Choices, Field } from '../../ui/field'
import { LongField } from '../../ui/long-field'
import { useSpeaking } from '../../ui/speaking'
import { at, type Filled } from '../gate/form-parts'

/** Writing a deviation down that no rule can find. */
export function RaiseForm({ locations, filled }: { locations: readonly string[]; filled: Filled }) {
  const { say, language } = useSpeaking()
  const { deviations: w } = words
  const options = BY_HAND.map((value) => ({ value, label: DEVIATIONS[value].label[language] }))
  return (
    <form method="post" action={link.deviations()} className="panel form read" aria-labelledby="raise">
      <h2 id="raise">{say(w.raise)}</h2>
      <Choices {...at(filled, 'kind')} label={say(w.kind)} options={options} />
      <Field
        {...at(filled, 'pseudonym')}
        label={say(w.pseudonym)}
        hint={say(w.pseudonymHint)}
        autoComplete="off"
        short
      />
      <Field {...at(filled, 'location')} label={say(w.location)} offers={locations} />
      <Field {...at(filled, 'on')} label={say(w.on)} type="date" short />
      <LongField longest={LONGEST_TEXT} {...at(filled, 'remark')} label={say(w.remark)} hint={say(w.remarkHint)} />
      <div>
        <button type="submit" className="button">
          {say(w.raise)}
        </button>
      </div>
    </form>
  )
}
