import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { LONGEST_TEXT } from '../../protocol/free-text'
import { Field, Select } from '../../ui/field'
import { LongField } from '../../ui/long-field'
import { useSpeaking } from '../../ui/speaking'
import { at, type Filled } from '../gate/form-parts'
import type { Loaded } from './pair-told'

/** Writing down what stands in a dossier and no file told. */
export function EnterForm({ page, filled }: { page: Loaded; filled: Filled }) {
  const { say } = useSpeaking()
  const { followUp: w } = words
  const { pseudonym, choices, today, startedOn } = page
  return (
    <form method="post" action={link.followUp(pseudonym)} className="panel form read" aria-labelledby="enter">
      <h2 id="enter">{say(w.enter)}</h2>
      <Field {...at(filled, 'on')} label={say(w.day)} type="date" min={startedOn ?? ''} max={today} short />
      <Select {...at(filled, 'event')} label={say(w.event)} none={say(w.choose)} groups={choices.events} />
      <Select
        {...at(filled, 'reason')}
        label={say(w.reason)}
        hint={say(w.reasonHint)}
        none={say(w.noReason)}
        groups={choices.reasons}
      />
      <LongField {...at(filled, 'note')} label={say(w.note)} hint={say(w.noteHint)} longest={LONGEST_TEXT} />
      <div>
        <button type="submit" className="button">
          {say(w.enter)}
        </button>
      </div>
    </form>
  )
}
