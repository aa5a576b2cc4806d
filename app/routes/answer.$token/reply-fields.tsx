import { words } from '../../i18n/catalogue'
import { Choices, Field, type Option, Select } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'

/** The reasons that can be given, by the step at which they count. */
export type Reasons = { readonly criteria: readonly Option[]; readonly judgement: readonly Option[] }

type Given = {
  readonly reasons: Reasons
  readonly mistakes: Readonly<Record<string, string>>
  readonly typed: Readonly<Record<string, string>>
  /** Tells these fields from those of another form on the page. */
  readonly of?: string
}

/** The questions of the inquiry (protocol §2, steps 2 to 4), as the supervisor and who answers for them see them. */
export function ReplyFields({ reasons, mistakes, typed, of }: Given) {
  const { say } = useSpeaking()
  const { answer: w } = words
  const about = (name: string) => ({
    name,
    ...(of && { of }),
    ...(mistakes[name] && { mistake: mistakes[name] }),
    ...(typed[name] !== undefined && { value: typed[name] }),
  })
  return (
    <>
      <Choices
        {...about('is_supervisor')}
        label={say(w.isSupervisor)}
        level
        options={[
          { value: 'yes', label: say(w.yes) },
          { value: 'no', label: say(w.no) },
        ]}
      />
      <div className="when-no">
        <Field
          {...about('colleague')}
          type="email"
          label={say(w.colleague)}
          hint={say(w.colleagueHint)}
          autoComplete="off"
        />
      </div>
      <div className="when-yes">
        <Field
          {...about('contacts')}
          type="number"
          min="0"
          max="99"
          short
          label={say(w.contacts)}
          hint={say(w.contactsHint)}
        />
        <Field
          {...about('next_contact_on')}
          type="date"
          short
          label={say(w.nextContact)}
          hint={say(w.nextContactHint)}
        />
        <Select
          {...about('reason')}
          label={say(w.reason)}
          hint={say(w.reasonHint)}
          none={say(w.noReason)}
          groups={[
            { label: say(w.judgementReasons), options: reasons.judgement },
            { label: say(w.criteriaReasons), options: reasons.criteria },
          ]}
        />
      </div>
    </>
  )
}
