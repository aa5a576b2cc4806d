import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { Pips } from '../../ui/countdown'
import { type Fact, Facts } from '../../ui/facts'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import type { ShownCase } from './shown'

/** Where the case stands, since when, and by which rule. */
export function Standing({ file }: { file: ShownCase }) {
  const { say } = useSpeaking()
  const { caseFile: w } = words
  if (file.stoppedOn)
    return (
      <Notice tone="mute" title={say(w.stopped, { on: file.stoppedOn })}>
        {file.erased ? say(w.erased) : null}
      </Notice>
    )
  return (
    <section className="panel">
      <h2>{say(w.stands)}</h2>
      <p>
        <strong>{file.stage}</strong>
        {file.left && `: ${file.left}`}
      </p>
      <p className="soft">
        {file.since && say(w.since, { on: file.since })} · {say(w.rule, { cite: file.cite })}
      </p>
    </section>
  )
}

/** The countdown to the contact that is one too many (protocol §2.2). */
export function Talks({ file }: { file: ShownCase }) {
  const { say, language } = useSpeaking()
  const { caseFile: w, today } = words
  const { contacts, most, nextContactOn, plannedOn, erased } = file
  if (erased) return null
  const facts: Fact[] = [
    ...(nextContactOn ? [{ label: say(w.nextContactOn), value: shortDay(language, nextContactOn) }] : []),
    ...(plannedOn ? [{ label: say(w.plannedOn), value: shortDay(language, plannedOn) }] : []),
  ]
  return (
    <section className="panel">
      <h2>{say(w.countdown)}</h2>
      {contacts === null ? (
        <p className="soft">{say(w.noContacts)}</p>
      ) : (
        <>
          <Pips
            held={contacts}
            of={most}
            label={say(today.pips, { held: contacts, left: Math.max(0, most - contacts) })}
          />
          <p className="soft small">{say(w.tooMany, { max: most })}</p>
        </>
      )}
      {facts.length > 0 && <Facts facts={facts} />}
    </section>
  )
}

/** What the register says, and who the supervisor is by pseudonym. */
export function Register({ file }: { file: ShownCase }) {
  const { say, language } = useSpeaking()
  const { caseFile: w, intake, supervisionStates } = words
  const { register, place, supervisor } = file
  const facts: Fact[] = [
    { label: say(intake.supervisorShort), value: supervisor ?? say(w.unknown) },
    { label: say(intake.location), value: place.location },
    { label: say(intake.region), value: place.region },
    { label: say(intake.organisation), value: place.organisation },
    { label: say(w.registered), value: shortDay(language, file.registeredOn) },
  ]
  if (!register)
    return (
      <section className="panel">
        <h2>{say(w.register)}</h2>
        <Facts facts={facts} />
      </section>
    )
  const state = supervisionStates[register.status as keyof typeof supervisionStates]
  return (
    <section className="panel">
      <h2>{say(w.register)}</h2>
      <Facts
        facts={[
          ...facts,
          {
            label: say(w.started),
            value: register.startedOn ? shortDay(language, register.startedOn) : say(w.unknown),
          },
          { label: say(w.status), value: state ? say(state) : register.status },
          ...register.covariates.map(
            ({ label, value, asOf, source }): Fact => ({
              label,
              value: (
                <>
                  {value} <span className="soft small">{say(w.asOf, { on: asOf, source })}</span>
                </>
              ),
            }),
          ),
        ]}
      />
    </section>
  )
}
