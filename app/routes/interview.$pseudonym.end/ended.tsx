import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import type { Shown } from './shown'

/** After an interview: thanks, the voucher, and when the client is met again. */
export function Ended({ at }: { at: Shown }) {
  const { say } = useSpeaking()
  const { interview: w } = words
  return (
    <div className="read stack">
      <Heading title={say(w.ended)} about={say(w.title, at)} />
      <Notice tone="good" title={say(w.ended)}>
        <p>{say(w.endedAbout)}</p>
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
