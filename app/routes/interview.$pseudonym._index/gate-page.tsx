import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import type { Filled } from '../gate/form-parts'
import { ToDevice } from '../talk/on-device'
import { GateForm } from './gate-form'
import type { Shown } from './shown'

/** The gate of an interview as it stands: what is in the way, else its questions; or the way on with what was begun. */
export function GatePage({ at, sent }: { at: Shown; sent: Filled | undefined }) {
  const { say } = useSpeaking()
  const { interview: w } = words
  const { pseudonym, stands } = at
  return (
    <div className="read stack">
      <Heading title={say(w.title, { wave: stands.wave, pseudonym })} about={say(w.about)}>
        <a href={link.today()}>{say(w.back)}</a>
      </Heading>
      {sent?.mistakes[''] && (
        <Notice tone="late" title={say(w.wrong)} urgent>
          <p>{sent.mistakes['']}</p>
        </Notice>
      )}
      <InTheWay at={at} />
      {!inTheWay(at) && <Ways at={at} sent={sent} />}
    </div>
  )
}

const inTheWay = ({ coded, stands, gate }: Shown): boolean =>
  !coded ||
  stands.state === 'another' ||
  stands.state === 'stopped' ||
  ((stands.state === 'new' || stands.state === 'broken_off') && (gate.missing !== null || !gate.consent))

/** Why nothing can be begun here now. */
function InTheWay({ at }: { at: Shown }) {
  const { say } = useSpeaking()
  const { interview: w } = words
  const { coded, stands, gate, pseudonym } = at
  if (!coded)
    return (
      <Notice tone="soon" title={say(w.noCode)}>
        <p>{say(w.noCodeAbout)}</p>
      </Notice>
    )
  if (stands.state === 'stopped')
    return (
      <Notice tone="soon" title={say(w.stopped)}>
        <p>{say(w.stoppedAbout)}</p>
        {stands.own && (
          <p>
            <a href={link.endInterview(pseudonym)}>{say(w.toVoucher)}</a>
          </p>
        )}
      </Notice>
    )
  if (stands.state === 'another')
    return (
      <Notice tone="soon" title={say(w.another)}>
        <p>{say(w.anotherAbout)}</p>
      </Notice>
    )
  if (!inTheWay(at)) return null
  return (
    <>
      {gate.missing && (
        <Notice tone="late" title={say(w.notQualified)}>
          <p>{say(w.missing)}</p>
          <ul>
            {gate.missing.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </Notice>
      )}
      {!gate.consent && (
        <Notice tone="late" title={say(w.noConsent)}>
          <p>{say(w.noConsentAbout)}</p>
          <p>
            <a href={link.consent(pseudonym)}>{say(w.toConsent)}</a>
          </p>
        </Notice>
      )}
    </>
  )
}

/** What can be done: begin, go on, or look at how it ended. */
function Ways({ at, sent }: { at: Shown; sent: Filled | undefined }) {
  const { say } = useSpeaking()
  const { interview: w } = words
  const { pseudonym, stands, openedOn } = at
  if (stands.state === 'held')
    return (
      <Notice tone="good" title={say(w.held)}>
        <p>
          <a href={link.endInterview(pseudonym)}>{say(w.toEnd)}</a>
        </p>
      </Notice>
    )
  if (stands.state === 'going_on')
    return (
      <section className="panel stack">
        <h2>{say(w.goingOn)}</h2>
        {openedOn && <p>{say(w.goingOnAbout, { on: openedOn })}</p>}
        <p className="row">
          <a className="button large" href={link.ask(pseudonym)}>
            {say(w.goOn)}
          </a>
          <ToDevice pseudonym={pseudonym} />
        </p>
      </section>
    )
  if (stands.state === 'broken_off') return <BrokenOff at={at} stands={stands} sent={sent} />
  return at.notMet.length > 0 ? <NotMet at={at} /> : <GateForm gate={at.gate} filled={sent} begin={say(w.begin)} />
}

function BrokenOff(props: {
  at: Shown
  stands: Extract<Shown['stands'], { state: 'broken_off' }>
  sent: Filled | undefined
}) {
  const { at, stands, sent } = props
  const { say } = useSpeaking()
  const { interview: w } = words
  const { over, on, others } = stands
  return (
    <>
      <Notice tone="soon" title={say(others ? w.brokenOffByAnother : w.brokenOff)}>
        <p>{say(over ? w.brokenOffOver : w.brokenOffAbout, { on })}</p>
        {others && <p>{say(w.takeOverAbout)}</p>}
      </Notice>
      {!over && <GateForm gate={at.gate} filled={sent} begin={say(others ? w.takeOver : w.takeUp)} />}
      {!others && (
        <form method="post" className="panel stack">
          <h2>{say(w.closeTitle)}</h2>
          <p>{say(w.closeAbout)}</p>
          <div className="row">
            <button type="submit" name="step" value="close" className="button quiet">
              {say(w.close)}
            </button>
          </div>
        </form>
      )}
    </>
  )
}

/** A criterion is not met: another day, or never for this wave. */
function NotMet({ at }: { at: Shown }) {
  const { say } = useSpeaking()
  const { interview: w } = words
  const [first] = at.notMet
  return (
    <>
      <Notice tone="soon" title={say(w.notMet)}>
        <p>{say(w.notMetAbout)}</p>
        <ul>
          {at.notMet.map(({ name, label }) => (
            <li key={name}>{label}</li>
          ))}
        </ul>
      </Notice>
      <p>
        <a className="button" href={link.today()}>
          {say(w.anotherDay)}
        </a>
      </p>
      <form method="post" className="panel stack">
        <p>{say(w.stays)}</p>
        <input type="hidden" name="criterion" value={first?.name ?? ''} />
        <div className="row">
          <button type="submit" name="step" value="end" className="button quiet">
            {say(w.endCase)}
          </button>
        </div>
      </form>
    </>
  )
}
