import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Choices } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Boxes, type Filled } from '../gate/form-parts'
import type { Loaded } from './told'

type Outcome = {
  readonly sentence: string
  readonly differs: readonly string[]
  readonly field: string
  readonly typed: Readonly<Record<string, string>>
} | null

/** The boxes again, as the second person reads them. Where they differ, who looked once more may confirm. */
export function SecondReading({ page, outcome }: { page: Loaded; outcome: Outcome }) {
  const { say } = useSpeaking()
  const { consentForms: w } = words
  const differs = outcome?.differs ?? []
  const marked = differs.map((box) => [`box_${box}`, say(w.differ)])
  const open = outcome?.field.startsWith('box_') ? [[outcome.field, outcome.sentence]] : []
  const filled: Filled = {
    typed: outcome?.typed ?? {},
    mistakes: Object.fromEntries([...marked, ...open]),
  }
  return (
    <form method="post" action={link.formCheck(page.id)} className="panel form touch">
      {outcome && outcome.field !== 'reason' && <Notice tone="late" title={outcome.sentence} urgent />}
      <Boxes form={page.form} filled={filled} blank />
      <div className="row">
        <button type="submit" name="step" value="check" className="button">
          {say(w.check)}
        </button>
        {differs.length > 0 && (
          <button type="submit" name="step" value="correct" className="button quiet">
            {say(w.correct)}
          </button>
        )}
      </div>
    </form>
  )
}

const REASONS = ['unsigned', 'unreadable', 'other_person', 'other_form'] as const

/** The paper is none, or it is lost. */
export function Refuse({ page, mistake }: { page: Loaded; mistake: string | undefined }) {
  const { say } = useSpeaking()
  const { consentForms: w } = words
  const reasons = page.state === 'scan' ? (['lost'] as const) : REASONS
  return (
    <form method="post" action={link.formCheck(page.id)} className="panel form spaced">
      <h2>{say(w.refuse)}</h2>
      <p className="soft">{say(w.refuseAbout)}</p>
      <Choices
        name="reason"
        label={say(w.reason)}
        options={reasons.map((value) => ({ value, label: say(words.refusedFor[value]) }))}
        {...(mistake && { mistake })}
      />
      <button type="submit" name="step" value="refuse" className="button quiet">
        {say(w.refuse)}
      </button>
    </form>
  )
}
