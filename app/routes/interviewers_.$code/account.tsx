import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Select } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { at, type Filled } from '../gate/form-parts'
import type { Shown } from './shown'

/** Which account the code belongs to, and that somebody holds no more interviews. */
export function Account({
  code,
  account,
  choices,
  filled,
}: { code: string; filled: Filled } & Pick<Shown, 'account' | 'choices'>) {
  const { say } = useSpeaking()
  const { interviewers: w } = words
  return (
    <>
      <form method="post" action={link.interviewer(code)} className="panel form read">
        <h2>{say(w.account)}</h2>
        <input type="hidden" name="form" value="tie" />
        <Select
          value={account}
          {...at(filled, 'account')}
          label={say(w.account)}
          hint={say(w.accountHint)}
          none={say(w.noAccount)}
          groups={[{ label: say(w.account), options: choices }]}
        />
        <div>
          <button type="submit" className="button">
            {say(w.tie)}
          </button>
        </div>
      </form>
      <form method="post" action={link.interviewer(code)} className="panel form read">
        <h2>{say(w.endIt)}</h2>
        <p className="soft">{say(w.endAbout)}</p>
        <input type="hidden" name="form" value="end" />
        <div>
          <button type="submit" className="button quiet">
            {say(w.endIt)}
          </button>
        </div>
      </form>
    </>
  )
}
