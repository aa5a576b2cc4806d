import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Choices, Field, Select } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { at, type Filled } from '../gate/form-parts'
import type { Shown } from './shown'

/** The form that adds an interviewer. */
export function AddForm({ accounts, today, filled }: Pick<Shown, 'accounts' | 'today'> & { filled: Filled }) {
  const { say } = useSpeaking()
  const { interviewers: w } = words
  const options = [
    { value: 'interviewer', label: say(words.roles.interviewer) },
    { value: 'student', label: say(w.student) },
  ]
  return (
    <form method="post" action={link.interviewers()} className="panel form read">
      <h2>{say(w.add)}</h2>
      <Field {...at(filled, 'code')} label={say(w.code)} hint={say(w.codeHint)} short autoComplete="off" />
      <Choices
        value="interviewer"
        {...at(filled, 'who')}
        label={say(w.role)}
        hint={say(w.studentHint)}
        options={options}
        level
      />
      <Select
        {...at(filled, 'account')}
        label={say(w.account)}
        hint={say(w.accountHint)}
        none={say(w.noAccount)}
        groups={[{ label: say(w.account), options: accounts }]}
      />
      <Field value={today} {...at(filled, 'since_on')} label={say(w.since)} type="date" max={today} short />
      <div>
        <button type="submit" className="button">
          {say(w.add)}
        </button>
      </div>
    </form>
  )
}
