import type { ReactNode } from 'react'
import { words } from '../../i18n/catalogue'
import { Field, Select } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { type Deed, fieldOf } from './deeds'
import type { ShownPlan } from './shown'

/** What was sent and not recorded: by which form, what was typed, and what was wrong with which field. */
export type Sent = {
  readonly deed: Deed
  readonly typed: Readonly<Record<string, string>>
  readonly field: string
  readonly sentence: string
  /** It may be done all the same, by who knows it. */
  readonly soft: boolean
}

/** A field of one of the forms: its name on the page, what was typed before (else `value`), and what was wrong with it. */
export const at = (deed: Deed, field: string, sent: Sent | null, value?: string) => {
  const own = sent?.deed === deed ? sent : null
  const name = fieldOf(deed, field)
  const before = own ? own.typed[name] : value
  return {
    name,
    ...(before !== undefined && before !== '' && { value: before }),
    ...(own?.field === field && { mistake: own.sentence }),
  }
}

/** One thing that can be done; folded in, but the one that was sent or that is most to be done. */
export function DeedForm(props: {
  deed: Deed
  title: string
  submit: string
  sent: Sent | null
  open?: boolean
  mayKnowingly?: boolean
  children: ReactNode
}) {
  const { deed, title, submit, sent, open = false, mayKnowingly = false, children } = props
  const { say } = useSpeaking()
  const own = sent?.deed === deed
  return (
    <details className="more panel deed" open={open || own}>
      <summary>{title}</summary>
      <form method="post" className="form">
        {children}
        {mayKnowingly && own && sent.soft && (
          <label className="choice">
            <input type="checkbox" name={fieldOf(deed, 'knowingly')} value="yes" />
            <span>{say(words.plan.knowingly)}</span>
          </label>
        )}
        <p>
          <button type="submit" name="deed" value={deed} className="button">
            {submit}
          </button>
        </p>
      </form>
    </details>
  )
}

export function DayField({ deed, sent, value }: { deed: Deed; sent: Sent | null; value: string }) {
  const { say } = useSpeaking()
  return <Field {...at(deed, 'on', sent, value)} label={say(words.plan.on)} type="date" short />
}

export function InterviewerField({ deed, page, sent }: { deed: Deed; page: ShownPlan; sent: Sent | null }) {
  const { say } = useSpeaking()
  const { calendar: c } = words
  return (
    <Select
      {...at(deed, 'interviewer', sent, page.planned?.interviewer ?? '')}
      label={say(c.interviewer)}
      none={say(c.nobody)}
      groups={[{ label: say(c.interviewer), options: page.interviewers.map((value) => ({ value, label: value })) }]}
    />
  )
}

export function ReasonField({
  deed,
  sent,
  options,
}: {
  deed: Deed
  sent: Sent | null
  options: { value: string; label: string }[]
}) {
  const { say } = useSpeaking()
  const { plan: w } = words
  return (
    <Select
      {...at(deed, 'reason', sent)}
      label={say(w.reason)}
      none={say(w.choose)}
      groups={[{ label: say(w.reason), options }]}
    />
  )
}
