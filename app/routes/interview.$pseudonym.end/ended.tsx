import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import type { Over } from './shown'

/** After an interview, also one that the client stopped: thanks, the voucher, and when the client is met again. */
export function Ended({ at }: { at: Over }) {
  const { say } = useSpeaking()
  const { interview: w } = words
  const [title, about] = at.stopped ? [w.stopped, w.stoppedAbout] : [w.ended, w.endedAbout]
  return (
    <div className="read stack">
      <Heading title={say(title)} about={say(w.title, at)} />
      <Notice tone={at.stopped ? 'soon' : 'good'} title={say(title)}>
        <p>{say(about)}</p>
      </Notice>
      {at.voucher ? (
        <p>{say(w.voucherGiven)}</p>
      ) : (
        <form method="post" className="panel stack">
          <p>{say(w.voucherNotGiven)}</p>
          <div className="row">
            <button type="submit" name="go" value="voucher" className="button">
              {say(w.giveVoucher)}
            </button>
          </div>
        </form>
      )}
      {at.next.map((window) => (
        <p key={window.wave}>{say(w.nextWave, window)}</p>
      ))}
      <p className="row">
        <a className="button" href={link.today()}>
          {say(w.back)}
        </a>
        <a href={link.incident(at.pseudonym)}>{say(w.something)}</a>
      </p>
    </div>
  )
}
