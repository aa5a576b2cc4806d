import { words } from '../../i18n/catalogue'
import { clockTime } from '../../i18n/clock-time'
import { Field, Select } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { at, DayField, DeedForm, InterviewerField, ReasonField, type Sent } from './form'
import type { ShownPlan } from './shown'

type FormProps = { readonly page: ShownPlan; readonly sent: Sent | null }

/** Day, time, place, room and who: planning what has no day, and moving what has. */
export function PlanForm({ page, sent }: FormProps) {
  const { say } = useSpeaking()
  const { plan: w, calendar: c } = words
  const { planned, locations, rooms, talkOn, window } = page
  const ofLocation = locations.map((location) => ({
    label: location,
    options: rooms
      .filter((room) => room.location === location)
      .map(({ id, name }) => ({ value: id, label: `${location}, ${name}` })),
  }))
  return (
    <DeedForm
      deed="plan"
      title={say(planned ? w.move : w.put)}
      submit={say(planned ? w.move : w.put)}
      sent={sent}
      open={!planned?.interviewer}
      mayKnowingly={page.mayKnowingly}
    >
      {!window && <p className="soft">{say(w.putFirst)}</p>}
      <DayField deed="plan" sent={sent} value={planned?.on ?? talkOn ?? ''} />
      <Field
        {...at('plan', 'at', sent, typeof planned?.at === 'number' ? clockTime(planned.at) : '')}
        label={say(w.at)}
        hint={say(w.atHint)}
        type="time"
        short
      />
      <Select
        {...at('plan', 'location', sent, planned?.location ?? page.location)}
        label={say(c.location)}
        none={say(w.choose)}
        groups={[{ label: say(c.location), options: locations.map((value) => ({ value, label: value })) }]}
      />
      <Select
        {...at('plan', 'room', sent, planned?.roomId ?? '')}
        label={say(w.room)}
        none={say(w.noRoom)}
        groups={ofLocation.filter(({ options }) => options.length > 0)}
      />
      <InterviewerField deed="plan" page={page} sent={sent} />
    </DeedForm>
  )
}

/** What can be done with an appointment that stands. */
export function StandingForms({ page, sent }: FormProps) {
  const { say } = useSpeaking()
  const { plan: w } = words
  if (!page.planned) return null
  return (
    <>
      <DeedForm
        deed="reassign"
        title={say(w.reassign)}
        submit={say(w.reassignGo)}
        sent={sent}
        mayKnowingly={page.mayKnowingly}
      >
        <InterviewerField deed="reassign" page={page} sent={sent} />
      </DeedForm>
      <DeedForm deed="cancel" title={say(w.cancel)} submit={say(w.cancel)} sent={sent}>
        <ReasonField deed="cancel" sent={sent} options={page.cancelling} />
      </DeedForm>
    </>
  )
}

/** Nobody came, or nobody will: what a no-show does stands there before it is recorded (protocol §3). */
export function EndForms({ page, sent }: FormProps) {
  const { say } = useSpeaking()
  const { plan: w } = words
  const { outlook, today, reasons } = page
  const day = page.planned && page.planned.on <= today ? page.planned.on : today
  const follows = { case: w.endsCase, wave: w.endsWave }
  return (
    <>
      {outlook && (
        <DeedForm deed="no_show" title={say(w.noShow)} submit={say(w.noShowGo)} sent={sent}>
          <Notice tone={outlook.ends ? 'late' : 'calm'} title={say(w.outlook, outlook)}>
            <p>{say(outlook.ends ? follows[outlook.ends] : w.endsNothing)}</p>
          </Notice>
          <DayField deed="no_show" sent={sent} value={day} />
        </DeedForm>
      )}
      <DeedForm deed="refusal" title={say(w.refusal)} submit={say(w.endGo)} sent={sent}>
        <DayField deed="refusal" sent={sent} value={day} />
        <ReasonField deed="refusal" sent={sent} options={reasons.refusal} />
      </DeedForm>
      <DeedForm deed="not_held" title={say(w.notHeld)} submit={say(w.endGo)} sent={sent}>
        <DayField deed="not_held" sent={sent} value={day} />
        <ReasonField deed="not_held" sent={sent} options={reasons.notHeld} />
      </DeedForm>
    </>
  )
}
