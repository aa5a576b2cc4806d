import { words } from '../../i18n/catalogue'
import { Field } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import type { AboutGiven } from './form-parts'
import { Whom } from './inquiries'

type Props = {
  readonly about: AboutGiven
  readonly askedOn: string
  readonly until: string
  readonly failed:
    | { readonly mistakes: Readonly<Record<string, string>>; readonly typed: Readonly<Record<string, string>> }
    | undefined
}
const NAME = 'appointment_on'

/** The question when the next talk is: one day, sent as a whole. */
export function AppointmentPage({ about, askedOn, until, failed }: Props) {
  const { say } = useSpeaking()
  const { answer: w } = words
  const mistake = failed?.mistakes[NAME]
  const value = failed?.typed[NAME]
  return (
    <>
      <Heading title={say(w.appointment)} about={<Whom about={about} />} />
      {failed && (
        <Notice tone="late" title={say(w.wrong)} urgent>
          {failed.mistakes[''] ?? say(w.wrongAbout)}
        </Notice>
      )}
      <form method="post" className="form" noValidate>
        <p>{say(w.appointmentAbout, { opens: askedOn, closes: until })}</p>
        <div className="panel form">
          <Field
            name={NAME}
            type="date"
            min={askedOn}
            max={until}
            short
            label={say(w.appointmentOn)}
            {...(mistake && { mistake })}
            {...(value !== undefined && { value })}
          />
        </div>
        <div className="row">
          <button type="submit" className="button">
            {say(w.send)}
          </button>
        </div>
      </form>
    </>
  )
}
